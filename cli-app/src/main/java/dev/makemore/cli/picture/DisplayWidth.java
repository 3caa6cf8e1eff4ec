package dev.makemore.cli.picture;

import java.util.OptionalInt;

/**
 * The number of columns that a text takes on a terminal, if all terminals agree on it.
 *
 * <p>Terminals agree on the scripts that take one column a character (Latin, Greek, Cyrillic,
 * Armenian, Georgian, and their punctuation) and on those that take two (Chinese, Japanese and
 * Korean). They disagree on marks that combine, on letters that join or are written from right to
 * left, and on emoji. The wide characters are those of Unicode Standard Annex 11, "East Asian
 * Width". Characters that it calls ambiguous are narrow here, as they are outside of East Asian
 * settings.
 */
public final class DisplayWidth {

  /** The first and last code points of the ranges whose characters take one column. */
  private static final int[][] NARROW = {
    {0x20, 0x7E},
    {0xA0, 0x2FF},
    {0x370, 0x58F},
    {0x10A0, 0x10FF},
    {0x1E00, 0x1FFF},
    {0x2010, 0x2027},
    {0x2030, 0x205E},
    {0x20A0, 0x20BF},
    {0x2423, 0x2423}, // the sign for a space
  };

  /** The first and last code points of the ranges whose characters take two columns. */
  private static final int[][] WIDE = {
    {0x1100, 0x115F},
    {0x2E80, 0x303E},
    {0x3041, 0xA4CF},
    {0xA960, 0xA97C},
    {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},
    {0xFE30, 0xFE6F},
    {0xFF01, 0xFF60},
    {0xFFE0, 0xFFE6},
    {0x20000, 0x3FFFD},
  };

  private DisplayWidth() {}

  /** The width of {@code text} in columns, if it is known for all its characters. */
  public static OptionalInt of(String text) {
    int[] widths = text.codePoints().map(DisplayWidth::of).toArray();
    int sum = 0;
    for (int width : widths) {
      if (width == 0) {
        return OptionalInt.empty();
      }
      sum += width;
    }
    return OptionalInt.of(sum);
  }

  /** The width of a character: 1 or 2, or 0 if it is not known. */
  private static int of(int codePoint) {
    if (isMark(codePoint)) {
      return 0;
    }
    return isIn(NARROW, codePoint) ? 1 : isIn(WIDE, codePoint) ? 2 : 0;
  }

  private static boolean isMark(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT; // such as the soft hyphen
  }

  private static boolean isIn(int[][] ranges, int codePoint) {
    for (int[] range : ranges) {
      if (codePoint >= range[0] && codePoint <= range[1]) {
        return true;
      }
    }
    return false;
  }
}
