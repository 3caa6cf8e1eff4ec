package dev.makemore.cli.io;

import java.util.Locale;

/**
 * Keeps text from controlling a terminal. A character that a terminal obeys instead of drawing is
 * shown as its number, such as {@code <U+001B>}.
 *
 * <p>These are all control characters (among them U+009B, which starts a command just as ESC and [
 * do), the line and paragraph separators, and the characters that change the direction of writing
 * until another one ends the change, which could make one line look like another. Characters that
 * scripts need in order to be written correctly stay as they are: joiners, combining marks, and the
 * marks U+200E, U+200F and U+061C, which have no lasting effect.
 */
public final class ControlCharacters {

  private ControlCharacters() {}

  /** Returns {@code text} with each of these characters replaced by its number. */
  public static String visible(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i); // none of these characters is beyond U+FFFF
      if (contain(c)) {
        shown.append(String.format(Locale.ROOT, "<U+%04X>", (int) c));
      } else {
        shown.append(c);
      }
    }
    return shown.toString();
  }

  /** Whether {@code c} is one of these characters. */
  public static boolean contain(char c) {
    return Character.isISOControl(c) // U+0000 to U+001F and U+007F to U+009F
        || (c >= '\u2028' && c <= '\u202E') // separators, embeddings and overrides
        || (c >= '\u2066' && c <= '\u2069'); // isolates
  }
}
