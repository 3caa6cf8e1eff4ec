package dev.makemore.explorer.expression;

/**
 * The text of an expression, read from left to right. White space may stand between its parts.
 *
 * <p>Messages count characters from 1, in units of UTF-16.
 */
final class FormulaText {

  private final String text;
  private int at;

  FormulaText(String text) {
    this.text = text;
  }

  /** Where the next part of the expression starts. */
  int place() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** What was read since a {@link #place()}, without the white space around it. */
  String since(int start) {
    return text.substring(start, at).strip();
  }

  boolean atEnd() {
    return place() == text.length();
  }

  boolean atNumber() {
    return !atEnd() && isOfNumber(text.charAt(at));
  }

  boolean atName() {
    return !atEnd() && Character.isLetter(text.charAt(at));
  }

  /** Reads a character if it is the next one. */
  boolean take(char wanted) {
    boolean found = !atEnd() && text.charAt(at) == wanted;
    at += found ? 1 : 0;
    return found;
  }

  /** Reads a character that must be the next one. */
  void require(char wanted) {
    if (!take(wanted)) {
      throw expected(String.valueOf(wanted));
    }
  }

  /** Reads a number, as it is written. */
  String number() {
    int start = place();
    while (at < text.length() && isOfNumber(text.charAt(at))) {
      at++;
    }
    String written = text.substring(start, at);
    if (!isNumber(written)) {
      throw wrong(start, "'" + written + "' is not a number");
    }
    return written;
  }

  /** Reads a name: a letter, and letters, digits and underscores after it. */
  String name() {
    int start = place();
    while (at < text.length() && isOfName(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  /** Says that something else stands at this place. */
  IllegalArgumentException expected(String what) {
    if (atEnd()) {
      return new IllegalArgumentException("the expression ends where " + what + " is expected");
    }
    int end = text.offsetByCodePoints(at, 1);
    return new IllegalArgumentException(
        character(at) + " is '" + text.substring(at, end) + "' where " + what + " is expected");
  }

  /** Says what is wrong at a {@link #place()}. */
  IllegalArgumentException wrong(int place, String message) {
    return new IllegalArgumentException(character(place) + ": " + message);
  }

  private static String character(int place) {
    return "character " + (place + 1);
  }

  /** Whether {@code text} is digits, with a point before, among or after them. */
  static boolean isNumber(String text) {
    int points = 0;
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      points += text.charAt(i) == '.' ? 1 : 0;
      digits += isDigit(text.charAt(i)) ? 1 : 0;
    }
    return digits > 0 && points <= 1 && points + digits == text.length();
  }

  private static boolean isOfNumber(char c) {
    return isDigit(c) || c == '.';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isOfName(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }
}
