package dev.makemore.site.check;

import dev.makemore.site.html.HtmlFile.Element;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the files of a site as a browser would, and finds what a reader would stumble over:
 *
 * <ul>
 *   <li>a link, an anchor or a picture that leads nowhere, also into the Javadoc;
 *   <li>a page to which no way leads from the start page;
 *   <li>two elements of a page with one id;
 *   <li>a picture without a text for those who do not see it;
 *   <li>a page without a title or a description, or two with one title;
 *   <li>anything that would be loaded from the network.
 * </ul>
 *
 * <p>Of the pages of the Javadoc, only the last is asked: its links are made by the JDK.
 */
public final class SiteCheck {

  private static final String START = "index.html";
  private static final String MISSING = "404.html";
  private static final String JAVADOC = "apidocs/";

  /** An address of another server, or of a file where the site is not. */
  private static final Pattern ELSEWHERE = Pattern.compile("(?i)([a-z][a-z0-9+.-]*:|/).*");

  /** Addresses that need no file. */
  private static final Pattern INLINE = Pattern.compile("(?i)(data|blob|javascript|mailto):.*");

  /** What a style sheet loads from elsewhere. */
  private static final Pattern STYLE =
      Pattern.compile("(?i)(url\\(\\s*['\"]?|@import\\s+['\"])((?:https?:)?//[^'\")]*)");

  /** Attributes whose value a browser loads without being asked. */
  private static final List<String> LOADED = List.of("src", "srcset", "poster", "data");

  private final SiteFiles files;
  private final List<Problem> problems = new ArrayList<>();
  private int pages;
  private int links;

  private SiteCheck(SiteFiles files) {
    this.files = files;
  }

  /**
   * Checks a site.
   *
   * @param folder its files
   * @param known problems that were found while it was written
   */
  public static SiteCheck of(Path folder, List<Problem> known) throws IOException {
    SiteCheck check = new SiteCheck(SiteFiles.in(folder));
    check.problems.addAll(known);
    for (String file : check.files.named(".html")) {
      check.checkLoads(file);
      if (!file.startsWith(JAVADOC)) {
        check.pages++;
        check.checkLinks(file);
        check.checkIds(file);
        check.checkPictures(file);
      }
    }
    check.checkStyles();
    check.checkTitles();
    check.checkWays();
    return check;
  }

  /** What is wrong, in the order in which it was found. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** How many pages there are, without those of the Javadoc. */
  public int pages() {
    return pages;
  }

  /** How many links and pictures were looked at that lead to a place in the site. */
  public int links() {
    return links;
  }

  private void checkLinks(String file) {
    for (String attribute : List.of("href", "src")) {
      files
          .with(file, attribute)
          .filter(element -> !element.name().equals("base"))
          .map(element -> element.get(attribute))
          .filter(link -> !ELSEWHERE.matcher(link).matches())
          .forEach(
              link -> {
                links++;
                files.fault(file, link).ifPresent(why -> report(file, link, why));
              });
    }
  }

  private void checkLoads(String file) {
    for (Element element : files.html(file).elements()) {
      for (String attribute : LOADED) {
        checkLoad(file, element.get(attribute));
      }
      boolean isLoaded = element.name().equals("link") || element.name().matches("use|image");
      if (isLoaded && !element.get("rel").matches("canonical|license")) {
        checkLoad(file, element.get("href"));
        checkLoad(file, element.get("xlink:href"));
      }
      checkStyle(file, element.get("style"));
    }
    checkStyle(file, files.html(file).css());
  }

  private void checkLoad(String file, String address) {
    if (ELSEWHERE.matcher(address).matches() && !INLINE.matcher(address).matches()) {
      report(file, address, "this would be loaded from outside of the site");
    }
  }

  private void checkStyle(String file, String style) {
    STYLE
        .matcher(style)
        .results()
        .forEach(match -> report(file, match.group(2), "a style would load this from the network"));
  }

  private void checkStyles() {
    files.named(".css").forEach(file -> checkStyle(file, files.text(file)));
    files.named(".svg").forEach(this::checkLoads);
  }

  private void checkIds(String file) {
    Set<String> seen = new HashSet<>();
    files
        .with(file, "id")
        .map(element -> element.get("id"))
        .filter(id -> !seen.add(id))
        .forEach(id -> report(file, "id " + id, "two elements have it"));
  }

  private void checkPictures(String file) {
    for (Element element : files.html(file).elements()) {
      if (element.name().equals("img") && element.get("alt").isBlank()) {
        report(file, element.get("src"), "the picture has no text: ![text](picture)");
      }
    }
  }

  private void checkTitles() {
    Map<String, String> titles = new HashMap<>();
    for (String file : files.named(".html")) {
      if (file.startsWith(JAVADOC)) {
        continue;
      }
      String title = files.text(file).replaceAll("(?s).*?<title>(.*?)</title>.*", "$1").strip();
      String other = titles.putIfAbsent(title.toLowerCase(Locale.ROOT), file);
      if (other != null) {
        report(file, "title '" + title + "'", "it is that of " + other + ", too");
      }
      boolean described =
          files
              .with(file, "content")
              .anyMatch(e -> e.get("name").equals("description") && !e.get("content").isBlank());
      if (!described) {
        report(file, "description", "the page has no <meta name=\"description\">");
      }
    }
  }

  /** Walks all links from the start page. */
  private void checkWays() {
    Set<String> reached = new HashSet<>(Set.of(START, MISSING));
    Deque<String> next = new ArrayDeque<>(reached);
    while (!next.isEmpty()) {
      String file = next.remove();
      if (file.endsWith(".html") && files.named(file).contains(file)) {
        files
            .with(file, "href")
            .filter(e -> e.name().equals("a") && !ELSEWHERE.matcher(e.get("href")).matches())
            .map(element -> files.target(file, element.get("href")))
            .filter(reached::add)
            .forEach(next::add);
      }
    }
    for (String file : files.named(".html")) {
      if (!file.startsWith(JAVADOC) && !reached.contains(file)) {
        report(file, "the page", "no way leads to it from " + START);
      }
    }
  }

  private void report(String file, String what, String why) {
    problems.add(new Problem(file, what, why));
  }
}
