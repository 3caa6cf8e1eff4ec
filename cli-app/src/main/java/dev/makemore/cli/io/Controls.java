package dev.makemore.cli.io;

import java.util.Locale;

/**
 * Keeps text from commanding a terminal: what is not meant to be seen but obeyed is shown as its
 * number, such as {@code <U+001B>}.
 *
 * <p>That is every control character (among them U+009B, which starts a command as ESC and [ do),
 * the line and paragraph separators, and those that set the direction of writing until they are
 * ended, which could make a line look like another one. What scripts need to be written right
 * stays: joiners, combining marks, and the marks U+200E, U+200F and U+061C, which have no lasting
 * effect.
 */
public final class Controls {

  private Controls() {}

  /** {@code text} with its controls made visible. */
  public static String visible(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i); // none of them is beyond U+FFFF
      if (commands(c)) {
        shown.append(String.format(Locale.ROOT, "<U+%04X>", (int) c));
      } else {
        shown.append(c);
      }
    }
    return shown.toString();
  }

  /** Whether {@code c} is one of them. */
  public static boolean commands(char c) {
    return Character.isISOControl(c) // U+0000 to U+001F and U+007F to U+009F
        || (c >= '\u2028' && c <= '\u202E') // separators, embeddings and overrides
        || (c >= '\u2066' && c <= '\u2069'); // isolates
  }
}
