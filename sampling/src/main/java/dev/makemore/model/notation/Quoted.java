package dev.makemore.model.notation;

/** Text from a file inside a message: in quotation marks, and cut where it is long. */
public final class Quoted {

  private static final int MAX_LENGTH = 40; // in characters, longer than any number or word

  private Quoted() {}

  /** {@code text} in single quotation marks; of a long one only the first 40 characters. */
  public static String of(String text) {
    return text.length() <= MAX_LENGTH
        ? "'" + text + "'"
        : "'" + text.substring(0, MAX_LENGTH) + "...'";
  }
}
