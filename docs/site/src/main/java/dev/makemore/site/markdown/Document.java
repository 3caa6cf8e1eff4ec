package dev.makemore.site.markdown;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * A Markdown page as HTML, and what the site around it has to know of it.
 *
 * @param title its first heading
 * @param description its first paragraph, for search engines
 * @param headings all headings, the title first
 * @param html the page's own HTML, with the title and without anything of the site
 */
public record Document(String title, String description, List<Heading> headings, String html) {

  /** What search engines show of a description. */
  private static final int DESCRIPTION_LENGTH = 160;

  private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();

  /**
   * Reads a page.
   *
   * @throws IllegalArgumentException if the page has no title or no paragraph, or has a formula or
   *     a flow chart that can't be drawn; the message says which
   */
  public static Document parse(String markdown, LinkResolver links) {
    Node root = PARSER.parse(markdown);
    List<Heading> headings = headings(root);
    if (headings.isEmpty() || headings.get(0).level() != 1) {
      throw new IllegalArgumentException("a page begins with its title: '# Some title'");
    }
    String description = description(root);
    Decoration decoration = new Decoration(links, headings);
    root.accept(decoration);
    String html =
        HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .attributeProviderFactory(context -> decoration)
            .build()
            .render(root);
    // A corner of a table heads nothing, and a screen reader should not say that it does.
    String corners = html.replaceAll("<th( [^>]*)?></th>", "<td$1></td>");
    return new Document(headings.get(0).title(), description, List.copyOf(headings), corners);
  }

  private static List<Heading> headings(Node root) {
    List<Heading> headings = new ArrayList<>();
    Anchors anchors = new Anchors();
    for (Node node = root.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof org.commonmark.node.Heading heading) {
        String title = PlainText.of(node).strip();
        String text = textBelow(node);
        headings.add(new Heading(heading.getLevel(), anchors.next(title), title, text));
      }
    }
    return headings;
  }

  private static String textBelow(Node heading) {
    StringBuilder text = new StringBuilder();
    for (Node node = heading.getNext();
        node != null && !(node instanceof org.commonmark.node.Heading);
        node = node.getNext()) {
      if (!isPicture(node)) {
        text.append(PlainText.of(node)).append(' ');
      }
    }
    return text.toString().replaceAll("\\s+", " ").strip();
  }

  /** A formula or a flow chart, whose text is nothing that a reader searches for. */
  private static boolean isPicture(Node node) {
    return node instanceof FencedCodeBlock code
        && (code.getInfo().equals("math") || code.getInfo().equals("mermaid"));
  }

  private static String description(Node root) {
    for (Node node = root.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Paragraph || node instanceof BlockQuote) {
        String text = PlainText.of(node).strip();
        if (!text.isEmpty()) {
          return shorten(text);
        }
      }
    }
    throw new IllegalArgumentException("a page has at least one paragraph: its description");
  }

  private static String shorten(String text) {
    if (text.length() <= DESCRIPTION_LENGTH) {
      return text;
    }
    return text.substring(0, text.lastIndexOf(' ', DESCRIPTION_LENGTH - 1)) + "…";
  }
}
