package dev.makemore.model.text;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Puts a combining grapheme joiner, U+034F, after every 30 combining marks in a row, as the
 * stream-safe text format does (Unicode Standard Annex 15, section 13).
 *
 * <p>Normalizing sorts the marks after a letter, and {@link Normalizer} sorts them by insertion.
 * That is right for the two or three marks of real text, but takes hours for a line of millions.
 * The joiner can't be seen, and no mark is moved across it, so between joiners there is little to
 * sort. No script has 30 marks in a row.
 *
 * <p>Marks are counted as they are in the longest normalization form, NFKD, whatever form is
 * wanted: {@code é} has one. So the counts are the same in a text and in any of its forms, and a
 * text gets its joiners once. Java does not tell which code points Unicode calls non-starters,
 * those that normalizing may move; all of them are marks, and the marks that are not, such as some
 * vowels of India, are counted too.
 */
final class StreamSafe {

  static final int MAX_MARKS = 30;
  static final int JOINER = 0x34F;

  /**
   * Up to this many code points of marks in a row are never too many: each of them, and the letter
   * before, has at most 3 in NFKD.
   */
  private static final int FEW = 8;

  private StreamSafe() {}

  /** {@code text} with joiners where it needs them, in linear time. */
  static CharSequence of(CharSequence text) {
    if (!mayHaveTooMany(text)) {
      return text; // nearly always
    }
    Map<Integer, int[]> decomposed = new HashMap<>();
    StringBuilder result = new StringBuilder(text.length());
    int marks = 0; // in a row, at the end of the result
    for (int codePoint : text.codePoints().toArray()) {
      int[] parts = decomposed.computeIfAbsent(codePoint, StreamSafe::decomposed);
      if (marks + leadingMarks(parts) > MAX_MARKS) {
        result.appendCodePoint(JOINER);
        marks = 0;
      }
      result.appendCodePoint(codePoint);
      for (int part : parts) {
        marks = isMark(part) ? marks + 1 : 0;
      }
    }
    return result;
  }

  private static boolean mayHaveTooMany(CharSequence text) {
    int run = 0;
    int i = 0;
    while (i < text.length() && run <= FEW) {
      int codePoint = Character.codePointAt(text, i);
      i += Character.charCount(codePoint);
      run = becomesMarks(codePoint) ? run + 1 : 0;
    }
    return run > FEW;
  }

  /** Whether all of a code point is marks in NFKD; two narrow letters of Japanese become marks. */
  static boolean becomesMarks(int codePoint) {
    return codePoint >= Normalized.FIRST_MARK
        && (isMark(codePoint) || codePoint == 0xFF9E || codePoint == 0xFF9F);
  }

  private static int[] decomposed(int codePoint) {
    return Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD)
        .codePoints()
        .toArray();
  }

  private static int leadingMarks(int... parts) {
    int count = 0;
    while (count < parts.length && isMark(parts[count])) {
      count++;
    }
    return count;
  }

  static boolean isMark(int codePoint) {
    int type = Character.getType(codePoint);
    return codePoint != JOINER
        && (type == Character.NON_SPACING_MARK
            || type == Character.COMBINING_SPACING_MARK
            || type == Character.ENCLOSING_MARK);
  }
}
