package dev.makemore.model.notation;

/** Quotes text from a file in a message, and shortens it if it is long. */
public final class Quoted {

  private static final int MAX_LENGTH = 40; // longer than any number or word

  private Quoted() {}

  /** {@code text} in single quotation marks; only its first 40 characters if it has more. */
  public static String of(String text) {
    return "'" + cut(text, MAX_LENGTH) + "'";
  }

  /** {@code text} without quotation marks; only its first characters if it has more. */
  public static String cut(String text, int maxLength) {
    return text.length() <= maxLength ? text : text.substring(0, maxLength) + "...";
  }
}
