package dev.makemore.model.arpa;

import dev.makemore.model.Vocabulary;
import dev.makemore.model.notation.Escapes;
import java.util.Locale;

/**
 * Characters as the words of an ARPA file: themselves, or {@code <U+0020>} for the one with the
 * hexadecimal code point 20.
 *
 * <p>Written that way are the characters that can't be seen. Spaces are among them, and line ends:
 * what reads ARPA files takes words apart there.
 */
final class ArpaWords {

  static final String START = "<s>";
  static final String END = "</s>";
  static final String UNKNOWN = "<unk>";

  /** Returned for a word that is no character. */
  static final int NO_CHARACTER = -1;

  private static final String PREFIX = "<U+";

  private ArpaWords() {}

  /** The token where it stands before another one. */
  static String context(Vocabulary vocabulary, int token) {
    return token == Vocabulary.BOUNDARY ? START : word(vocabulary.codePoint(token));
  }

  /** The token where it stands behind another one. */
  static String next(Vocabulary vocabulary, int token) {
    return token == Vocabulary.BOUNDARY ? END : word(vocabulary.codePoint(token));
  }

  private static String word(int codePoint) {
    return Escapes.isUnseen(codePoint)
        ? String.format(Locale.ROOT, "%s%04X>", PREFIX, codePoint)
        : Character.toString(codePoint);
  }

  /** The code point that a word writes, or {@link #NO_CHARACTER}. */
  static int codePoint(String word) {
    if (word.codePointCount(0, word.length()) == 1) {
      return word.codePointAt(0);
    }
    boolean escape = word.startsWith(PREFIX) && word.endsWith(">");
    int codePoint =
        escape ? Escapes.hexadecimal(word, PREFIX.length(), word.length() - 1) : NO_CHARACTER;
    boolean half = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    return half || codePoint > Character.MAX_CODE_POINT ? NO_CHARACTER : codePoint;
  }
}
