package dev.makemore.site;

import dev.makemore.site.markdown.Heading;
import java.util.ArrayList;
import java.util.List;

/**
 * What the search reads, as a script: browsers load a script from the disk, but no data. It has one
 * line for each section of each page: the address, the title of the page, the heading, the text.
 */
final class SearchIndex {

  private SearchIndex() {}

  static String of(List<Page> pages) {
    List<String> lines = new ArrayList<>();
    for (Page page : pages) {
      for (Heading heading : page.document().headings()) {
        boolean top = heading.level() == 1;
        lines.add(
            "[%s,%s,%s,%s]"
                .formatted(
                    quoted(page.target() + (top ? "" : "#" + heading.anchor())),
                    quoted(page.document().title()),
                    quoted(top ? "" : heading.title()),
                    quoted(heading.text())));
      }
    }
    return "const sections = [\n" + String.join(",\n", lines) + "\n];\n";
  }

  /** A string of JavaScript, with which nothing can end the script. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\' || c == '<' || c == '\u2028' || c == '\u2029') {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
