package dev.makemore.model.notation;

import dev.makemore.model.Vocabulary;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Characters as the text of a file: themselves, or <code>&#92;u{20}</code> for the one with the
 * hexadecimal code point 20.
 *
 * <p>Escaped are the characters that the format needs for itself (tab, line feed, backslash, and
 * the full stop, which stands for the boundary), those that programs which read tables treat in
 * ways of their own ({@code #}, which starts a comment, and the quotation mark), and those that
 * can't be seen. The last are listed by code point rather than looked up, so that the same model is
 * the same file whatever version of Unicode a Java knows.
 */
public final class Escapes {

  private static final String BOUNDARY = ".";
  private static final String SPECIAL = "\\.#\"";

  /** First and last code points of control, format and space characters. */
  private static final int[][] UNSEEN = {
    {0x00, 0x20},
    {0x7F, 0xA0},
    {0xAD, 0xAD},
    {0x61C, 0x61C},
    {0x1680, 0x1680},
    {0x180E, 0x180E},
    {0x2000, 0x200F},
    {0x2028, 0x202F},
    {0x205F, 0x206F},
    {0x3000, 0x3000},
    {0xFEFF, 0xFEFF},
    {0xE0000, 0xE0FFF},
  };

  private Escapes() {}

  /** The token as a field of a row. */
  public static String field(Vocabulary vocabulary, int token) {
    return token == Vocabulary.BOUNDARY ? BOUNDARY : escape(vocabulary.codePoint(token));
  }

  /** All characters of the vocabulary, one after the other. */
  public static String characters(Vocabulary vocabulary) {
    return IntStream.range(1, vocabulary.size())
        .mapToObj(token -> field(vocabulary, token))
        .collect(Collectors.joining());
  }

  private static String escape(int codePoint) {
    return SPECIAL.indexOf(codePoint) >= 0 || isUnseen(codePoint)
        ? "\\u{" + Integer.toHexString(codePoint).toUpperCase(Locale.ROOT) + "}"
        : Character.toString(codePoint);
  }

  /** Whether a character is a control, a format character or a space. */
  public static boolean isUnseen(int codePoint) {
    for (int[] range : UNSEEN) {
      if (codePoint >= range[0] && codePoint <= range[1]) {
        return true;
      }
    }
    return false;
  }

  /**
   * The code points of {@code text}, with escapes resolved.
   *
   * @return null if an escape is malformed
   */
  public static int @Nullable [] unescape(String text) {
    int[] codePoints = new int[text.length()];
    int count = 0;
    int i = 0;
    while (i < text.length()) {
      int codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint);
      if (codePoint == '\\') {
        int end = text.indexOf('}', i);
        if (!text.startsWith("u{", i) || end < 0) {
          return null;
        }
        codePoint = hexadecimal(text, i + 2, end);
        if (codePoint < 0) {
          return null;
        }
        i = end + 1;
      }
      codePoints[count++] = codePoint;
    }
    return IntStream.of(codePoints).limit(count).toArray();
  }

  /** The number that the digits write, or -1 if they are not 1 to 6 hexadecimal digits. */
  public static int hexadecimal(String text, int start, int end) {
    if (start == end || end - start > 6) {
      return -1;
    }
    int number = 0;
    for (int i = start; i < end; i++) {
      int digit = "0123456789ABCDEF".indexOf(text.charAt(i));
      if (digit < 0) {
        return -1;
      }
      number = 16 * number + digit;
    }
    return number;
  }

  /** The token of a field: the boundary, or the one character that it writes. */
  public static int token(Vocabulary vocabulary, String field) {
    if (field.equals(BOUNDARY)) {
      return Vocabulary.BOUNDARY;
    }
    int[] codePoints = unescape(field);
    return codePoints != null && codePoints.length == 1
        ? vocabulary.token(codePoints[0])
        : Vocabulary.UNKNOWN;
  }
}
