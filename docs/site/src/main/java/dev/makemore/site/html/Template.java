package dev.makemore.site.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/** A text with holes, {@code {{name}}}, that are filled for each page. */
public final class Template {

  private static final Pattern HOLE = Pattern.compile("\\{\\{(\\w+)}}");

  private final String text;

  private Template(String text) {
    this.text = text;
  }

  /** A template of this text. */
  public static Template of(String text) {
    return new Template(text);
  }

  /** The template in a resource beside a class. */
  public static Template load(Class<?> owner, String name) {
    try (InputStream in = owner.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException("there is no resource " + name + " beside " + owner);
      }
      return new Template(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The text with all holes filled.
   *
   * @param values HTML for each hole
   * @throws IllegalArgumentException if a hole has no value
   */
  public String fill(Map<String, String> values) {
    return HOLE.matcher(text)
        .replaceAll(
            hole -> {
              String value = values.get(hole.group(1));
              if (value == null) {
                throw new IllegalArgumentException("no value for " + hole.group());
              }
              return java.util.regex.Matcher.quoteReplacement(value);
            });
  }
}
