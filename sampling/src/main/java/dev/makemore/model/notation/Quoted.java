package dev.makemore.model.notation;

/** Quotes text from a file in a message, and shortens it if it is long. */
public final class Quoted {

  private static final int MAX_LENGTH = 40; // in characters, longer than any number or word

  private Quoted() {}

  /** {@code text} in single quotation marks; only its first 40 characters if it has more. */
  public static String of(String text) {
    return text.length() <= MAX_LENGTH
        ? "'" + text + "'"
        : "'" + text.substring(0, MAX_LENGTH) + "...'";
  }
}
