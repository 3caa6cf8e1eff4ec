package dev.makemore.model.arpa;

import dev.makemore.model.notation.Escapes;
import java.util.Locale;

/**
 * The words of an ARPA file: the characters, and three that are not characters.
 *
 * <p>In the file a character is the word that consists of it, or {@code <U+0020>} with its code
 * point in hexadecimal digits if it can't be seen. Spaces and line ends are among those, because
 * programs that read ARPA files split lines there.
 *
 * <p>In memory a word is its code point. The numbers of the other three are chosen so that words in
 * ascending order are in the order of their tokens, and {@link #START} and {@link #UNKNOWN}, which
 * have no token of their own, come last.
 */
final class ArpaWords {

  /** {@code </s>}, the boundary after an item. */
  static final int END = -1;

  /** {@code <s>}, the boundary before an item. */
  static final int START = Character.MAX_CODE_POINT + 1;

  /** {@code <unk>}, which stands for every word that is not listed. */
  static final int UNKNOWN = Character.MAX_CODE_POINT + 2;

  /** What {@link #parse} returns for a word of several characters. */
  static final int NONE = -2;

  private static final String PREFIX = "<U+";

  private ArpaWords() {}

  /** A word as the file has it. */
  static String text(int word) {
    return switch (word) {
      case END -> "</s>";
      case START -> "<s>";
      case UNKNOWN -> "<unk>";
      default ->
          Escapes.isUnseen(word)
              ? String.format(Locale.ROOT, "%s%04X>", PREFIX, word)
              : Character.toString(word);
    };
  }

  /** The word that the file has as {@code text}, or {@link #NONE}. */
  static int parse(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) { // some programs write <UNK>
      case "</s>" -> END;
      case "<s>" -> START;
      case "<unk>" -> UNKNOWN;
      default -> character(text);
    };
  }

  private static int character(String text) {
    if (text.codePointCount(0, text.length()) == 1) {
      return text.codePointAt(0);
    }
    boolean escaped = text.startsWith(PREFIX) && text.endsWith(">");
    int word = escaped ? Escapes.hexadecimal(text, PREFIX.length(), text.length() - 1) : NONE;
    boolean surrogate = word >= Character.MIN_SURROGATE && word <= Character.MAX_SURROGATE;
    return word < 0 || surrogate || word > Character.MAX_CODE_POINT ? NONE : word;
  }
}
