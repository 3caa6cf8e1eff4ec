package dev.makemore.explorer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

/**
 * The explorer page: HTML in which the libraries of makemore run in a browser. It shows the
 * built-in names, or the list or model that was put into it.
 *
 * <p>What is put in becomes JSON in a script element that is not run. Whatever its characters are,
 * it is one line of text that can neither end the element nor run:
 *
 * <ul>
 *   <li>{@code <}, {@code >}, {@code &}, both quotes and the backslash are written as escapes: a
 *       backslash, {@code u}, and four hexadecimal digits. So there is no tag, no comment and no
 *       character reference.
 *   <li>So are control characters, line separators, and the characters that change the direction of
 *       writing. A line feed is {@code \n}.
 *   <li>So is half of a surrogate pair, which UTF-8 can't hold.
 * </ul>
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class ExplorerPage {

  /** The longest text that the page takes, in bytes of UTF-8. */
  public static final int MOST_BYTES = 4_000_000;

  private static final String OPENING = "<script type=\"application/json\" id=\"given\">";
  private static final String NOTHING = "null";
  private static final String CLOSING = "</script>";

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private final String before;
  private final String given; // JSON
  private final String after;

  private ExplorerPage(String before, String given, String after) {
    this.before = before;
    this.given = given;
    this.after = after;
  }

  /**
   * The page with the built-in names. It is empty if makemore was built without a page, as {@code
   * mvn -Pdemo} does.
   */
  public static Optional<ExplorerPage> load() {
    try (InputStream in = ExplorerPage.class.getResourceAsStream("explorer.html")) {
      return in == null
          ? Optional.empty()
          : Optional.of(of(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The page whose HTML is {@code html}.
   *
   * @throws IllegalArgumentException unless exactly one of its lines is the element in which
   *     nothing has been put so far
   */
  static ExplorerPage of(String html) {
    String element = "\n" + OPENING + NOTHING + CLOSING + "\n";
    int at = html.indexOf(element);
    if (at < 0 || html.indexOf(element, at + 1) >= 0) {
      throw new IllegalArgumentException("exactly one line of the page must be " + element.strip());
    }
    int start = at + 1 + OPENING.length();
    return new ExplorerPage(
        html.substring(0, start), NOTHING, html.substring(start + NOTHING.length()));
  }

  /**
   * This page with a list instead of what it shows so far.
   *
   * @param name what the page calls the list, such as the name of its file
   * @param text one item a line
   * @throws IllegalArgumentException if the text has more than {@link #MOST_BYTES} bytes
   */
  public ExplorerPage withList(String name, String text) {
    return with("list", name, text);
  }

  /**
   * This page with a model instead of what it shows so far. The page shows models that look at one
   * character at most.
   *
   * @param name what the page calls the model, such as the name of its file
   * @param text the content of a model file
   * @throws IllegalArgumentException if the text has more than {@link #MOST_BYTES} bytes
   */
  public ExplorerPage withModel(String name, String text) {
    return with("model", name, text);
  }

  private ExplorerPage with(String kind, String name, String text) {
    Objects.requireNonNull(name, "name");
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MOST_BYTES) {
      throw new IllegalArgumentException(
          "the text must have at most " + MOST_BYTES + " bytes, had " + bytes);
    }
    StringBuilder json = new StringBuilder(text.length() + 100);
    json.append("{\"kind\":\"").append(kind).append("\",\"name\":");
    appendQuoted(name, json);
    json.append(",\"text\":");
    appendQuoted(text, json);
    return new ExplorerPage(before, json.append('}').toString(), after);
  }

  /** The page, to be saved as UTF-8. */
  public String html() {
    return before + given + after;
  }

  private static void appendQuoted(String text, StringBuilder json) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        json.append("\\n");
      } else if (Character.isSurrogate(c) ? isInPair(text, i) : isPlain(c)) {
        json.append(c);
      } else {
        json.append("\\u").append(HEX.toHexDigits(c));
      }
    }
    json.append('"');
  }

  private static boolean isPlain(char c) {
    return "<>&\"'\\".indexOf(c) < 0
        && !Character.isISOControl(c)
        && (c < '\u2028' || c > '\u202E') // separators, embeddings and overrides
        && (c < '\u2066' || c > '\u2069'); // isolates
  }

  private static boolean isInPair(String text, int i) {
    return Character.isHighSurrogate(text.charAt(i))
        ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
  }
}
