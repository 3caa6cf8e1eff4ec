package dev.makemore.cli;

import java.util.Locale;

/** Text in the language of manual pages, see groff_char(7). */
final class Roff {

  private Roff() {}

  /** Makes roff print exactly {@code text}, whose line breaks become spaces. */
  static String text(String text) {
    StringBuilder roff = new StringBuilder();
    text.codePoints().forEach(character -> roff.append(character(character)));
    boolean request = text.startsWith(".");
    return request ? "\\&" + roff : roff.toString();
  }

  static String bold(String text) {
    return "\\fB" + text(text) + "\\fR";
  }

  static String italic(String text) {
    return "\\fI" + text(text) + "\\fR";
  }

  /**
   * What roff would take for something else has a name; so it looks as typed, and can be copied.
   */
  private static String character(int character) {
    return switch (character) {
      case '\\' -> "\\(rs";
      case '-' -> "\\-"; // a bare one is a hyphen, which is another character in UTF-8
      case '\'' -> "\\(aq";
      case '`' -> "\\(ga";
      case '^' -> "\\(ha";
      case '~' -> "\\(ti";
      case '"' -> "\\(dq";
      case '\n' -> " ";
      default ->
          character < 0x80
              ? Character.toString(character)
              : String.format(Locale.ROOT, "\\[u%04X]", character);
    };
  }
}
