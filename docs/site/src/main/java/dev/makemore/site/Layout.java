package dev.makemore.site;

import static java.util.Map.entry;

import dev.makemore.site.html.Html;
import dev.makemore.site.html.Template;
import dev.makemore.site.markdown.Heading;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is around each page: the top, the navigation, the table of contents, previous and next. */
final class Layout {

  private static final String START = "index.html";
  private static final String MISSING = "404.html";

  private final List<Menu> menus;
  private final List<Page> pages;
  private final Links links;
  private final Template frame = Template.load(Layout.class, "page.html");
  private final Template article = Template.load(Layout.class, "article.html");
  private final Template missing = Template.load(Layout.class, "404.html");

  /** A section of the navigation as it is shown. */
  record Menu(String title, List<Item> items) {}

  /** A link of the navigation: a name and a file of the site. */
  record Item(String label, String target) {}

  Layout(List<Menu> menus, List<Page> pages, Links links) {
    this.menus = menus;
    this.pages = pages;
    this.links = links;
  }

  /** The whole HTML of a page. */
  String html(Page page) {
    return frame.fill(
        Map.ofEntries(
            entry("head", ""),
            entry("self", ""),
            entry("root", Html.escape(rootOf(page.target()))),
            entry("title", Html.escape(title(page))),
            entry("description", Html.escape(page.document().description())),
            entry("section", Html.escape(page.section())),
            entry("navigation", navigation(page.target())),
            entry("main", main(page))));
  }

  private String main(Page page) {
    return article.fill(
        Map.ofEntries(
            entry("contents", contents(page)),
            entry("body", page.document().html()),
            entry("turn", turn(page)),
            entry("source", Html.escape(links.inRepository(page.source()))),
            entry("file", Html.escape(page.source()))));
  }

  /**
   * The page that a server shows for an address that it does not have. That may be at any depth, so
   * relative links would lead anywhere; a {@code base} element makes them start at the site.
   *
   * @param base the path of the site on its server
   */
  String missing(String base) {
    String head =
        """
        <base href="%s">
        <meta name="robots" content="noindex">
        """;
    return frame.fill(
        Map.ofEntries(
            entry("head", head.formatted(Html.escape(base))),
            entry("self", MISSING),
            entry("root", ""),
            entry("title", "Page not found · makemore"),
            entry("description", "There is no page at this address."),
            entry("section", "Page not found"),
            entry("navigation", navigation(MISSING)),
            entry("main", missing.fill(Map.of()))));
  }

  private String title(Page page) {
    boolean first = page.equals(pages.get(0));
    return first ? "makemore: " + page.label() : page.document().title() + " · makemore";
  }

  /** The way from a page to the top of the site: empty, or a path that ends with a slash. */
  private static String rootOf(String target) {
    String start = Links.relative(target, START);
    return start.substring(0, start.length() - START.length());
  }

  private String navigation(String current) {
    return menus.stream()
        .map(menu -> menu(menu, current, current.equals(START) && menus.indexOf(menu) == 1))
        .collect(Collectors.joining("\n", "<ul>\n", "\n</ul>"));
  }

  /**
   * A section, which is open if the page is in it; on the start page the one after it is as well.
   */
  private static String menu(Menu menu, String current, boolean next) {
    boolean open = next || menu.items().stream().anyMatch(item -> item.target().equals(current));
    return menu.items().stream()
        .map(item -> item(item, current))
        .collect(
            Collectors.joining(
                "\n",
                "<li><details%s><summary>%s</summary>\n<ul>\n"
                    .formatted(open ? " open" : "", Html.escape(menu.title())),
                "\n</ul></details></li>"));
  }

  private static String item(Item item, String current) {
    return "<li><a href=\"%s\"%s>%s</a></li>"
        .formatted(
            Html.escape(Links.relative(current, item.target())),
            item.target().equals(current) ? " aria-current=\"page\"" : "",
            Html.escape(item.label()));
  }

  private static String contents(Page page) {
    List<Heading> headings = page.contents();
    if (headings.isEmpty()) {
      return "";
    }
    return headings.stream()
        .map(
            heading ->
                "<li class=\"level-%d\"><a href=\"#%s\">%s</a></li>"
                    .formatted(
                        heading.level(),
                        Html.escape(heading.anchor()),
                        Html.escape(heading.title())))
        .collect(
            Collectors.joining(
                "\n",
                """
                <details class="contents"><summary>On this page</summary>
                <nav aria-label="On this page"><ul>
                """,
                "\n</ul></nav></details>"));
  }

  private String turn(Page page) {
    int at = pages.indexOf(page);
    String previous = at > 0 ? turn(page, pages.get(at - 1), "prev", "Previous") : "";
    String next = at + 1 < pages.size() ? turn(page, pages.get(at + 1), "next", "Next") : "";
    return previous + next;
  }

  private static String turn(Page from, Page to, String rel, String word) {
    String where = from.section().equals(to.section()) ? word : word + ": " + to.section();
    return "<a rel=\"%s\" href=\"%s\"><span>%s</span>%s</a>"
        .formatted(
            rel,
            Html.escape(Links.relative(from.target(), to.target())),
            Html.escape(where),
            Html.escape(to.label()));
  }
}
