package dev.makemore.site.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The elements of an HTML or SVG file, for checks. It reads tags and their attributes, and knows
 * that comments and the contents of {@code script} and {@code style} are none.
 *
 * @param elements each opening tag, in order
 * @param css the contents of all {@code style} elements
 */
public record HtmlFile(List<Element> elements, String css) {

  /**
   * An element of a file.
   *
   * @param name in lower case
   * @param attributes by their names in lower case; one without a value has an empty one
   */
  public record Element(String name, Map<String, String> attributes) {

    /** The value of an attribute, empty if it is missing. */
    public String get(String attribute) {
      return attributes.getOrDefault(attribute, "");
    }
  }

  private static final Pattern TOKEN =
      Pattern.compile(
          "<!--.*?-->|<(?<name>[a-zA-Z][\\w:-]*)(?<attributes>(?:[^>\"']|\"[^\"]*\"|'[^']*')*+)>",
          Pattern.DOTALL);

  private static final Pattern ATTRIBUTE =
      Pattern.compile("([\\w:-]+)(?:\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+)))?");

  /** Reads a file. */
  public static HtmlFile parse(String html) {
    List<Element> elements = new ArrayList<>();
    StringBuilder styles = new StringBuilder();
    Matcher matcher = TOKEN.matcher(html);
    int at = 0;
    while (matcher.find(at)) {
      at = matcher.end();
      if (matcher.group("name") == null) {
        continue;
      }
      String name = matcher.group("name").toLowerCase(Locale.ROOT);
      elements.add(new Element(name, attributes(matcher.group("attributes"))));
      if (name.equals("script") || name.equals("style")) {
        int end = html.indexOf("</" + name, at);
        end = end < 0 ? html.length() : end;
        if (name.equals("style")) {
          styles.append(html, at, end);
        }
        at = end;
      }
    }
    return new HtmlFile(List.copyOf(elements), styles.toString());
  }

  private static Map<String, String> attributes(String text) {
    Map<String, String> attributes = new HashMap<>();
    Matcher matcher = ATTRIBUTE.matcher(text);
    while (matcher.find()) {
      String value = "";
      for (int group = 2; group <= 4; group++) {
        value = matcher.group(group) == null ? value : matcher.group(group);
      }
      attributes.put(matcher.group(1).toLowerCase(Locale.ROOT), unescape(value));
    }
    return attributes;
  }

  private static String unescape(String value) {
    return value
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }
}
