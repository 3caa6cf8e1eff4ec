package dev.makemore.model.notation;

import dev.makemore.model.Vocabulary;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes and reads single characters in a model file: as themselves, or as an escape such as <code>
 * &#92;u{20}</code>, which holds the code point in hexadecimal digits.
 *
 * <p>Three groups of characters are escaped. The format needs some for itself: the tab, the line
 * feed, the backslash, and the full stop, which stands for the boundary. Programs that read tables
 * treat some in a special way: {@code #}, which starts a comment, and the quotation mark. And some
 * can't be seen. These are listed here by code point, so that the same model makes the same file
 * whatever version of Unicode a JDK knows.
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

  /** A token as a field of a row. */
  public static String field(Vocabulary vocabulary, int token) {
    return token == Vocabulary.BOUNDARY ? BOUNDARY : escape(vocabulary.codePoint(token));
  }

  /**
   * Several tokens as one field, one after the other: {@code .ab} for the boundary, a and b. The
   * form of a token never starts with that of another one, so this can be read in one way only. A
   * full stop or a backslash that is a character is escaped, and every other character that is not
   * is one code point, whatever it may combine with in print.
   */
  public static String fields(Vocabulary vocabulary, int... tokens) {
    return IntStream.of(tokens)
        .mapToObj(token -> field(vocabulary, token))
        .collect(Collectors.joining());
  }

  /** All characters of the vocabulary, one after the other. */
  public static String characters(Vocabulary vocabulary) {
    return fields(vocabulary, IntStream.range(1, vocabulary.size()).toArray());
  }

  private static String escape(int codePoint) {
    return SPECIAL.indexOf(codePoint) >= 0 || isUnseen(codePoint)
        ? "\\u{" + Integer.toHexString(codePoint).toUpperCase(Locale.ROOT) + "}"
        : new String(Character.toChars(codePoint));
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

  /** The token of a field, or {@link Vocabulary#UNKNOWN} if it is not one of the vocabulary. */
  public static int token(Vocabulary vocabulary, String field) {
    if (field.equals(BOUNDARY)) {
      return Vocabulary.BOUNDARY;
    }
    try {
      int[] codePoints = unescape(field);
      return codePoints.length == 1 ? vocabulary.token(codePoints[0]) : Vocabulary.UNKNOWN;
    } catch (IllegalArgumentException e) {
      return Vocabulary.UNKNOWN;
    }
  }

  /**
   * The tokens that {@link #fields} has written, {@link Vocabulary#UNKNOWN} for a character that is
   * not in the vocabulary. If an escape is malformed, that is the only one.
   */
  public static int[] tokens(Vocabulary vocabulary, String fields) {
    IntStream.Builder tokens = IntStream.builder();
    int from = 0;
    while (from < fields.length()) {
      boolean escaped = fields.charAt(from) == '\\';
      int end = escaped ? fields.indexOf('}', from) + 1 : fields.offsetByCodePoints(from, 1);
      if (end == 0) {
        return new int[] {Vocabulary.UNKNOWN};
      }
      tokens.add(token(vocabulary, fields.substring(from, end)));
      from = end;
    }
    return tokens.build().toArray();
  }

  /**
   * The vocabulary of the characters that {@link #characters} has written.
   *
   * @throws IllegalArgumentException if they are not characters in ascending order; the message
   *     says what is wrong
   */
  public static Vocabulary vocabulary(String characters) {
    int[] codePoints = unescape(characters);
    for (int i = 1; i < codePoints.length; i++) {
      if (codePoints[i] <= codePoints[i - 1]) {
        throw new IllegalArgumentException(
            "characters must be in ascending order, each once; number " + (i + 1) + " is not");
      }
    }
    return Vocabulary.ofCodePoints(codePoints);
  }

  /**
   * The code points that {@code text} writes, each as itself or as an escape.
   *
   * @throws IllegalArgumentException if an escape is malformed
   */
  private static int[] unescape(String text) {
    IntStream.Builder codePoints = IntStream.builder();
    int i = 0;
    while (i < text.length()) {
      int codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint);
      if (codePoint == '\\') {
        int end = text.indexOf('}', i);
        codePoint = text.startsWith("u{", i) ? hexadecimal(text, i + 2, end) : -1;
        if (codePoint < 0) {
          throw new IllegalArgumentException(
              "there is a backslash that does not start an escape such as \\u{5C}");
        }
        i = end + 1;
      }
      codePoints.add(codePoint);
    }
    return codePoints.build().toArray();
  }

  /** The number that the digits write, or -1 if they are not 1 to 6 hexadecimal digits. */
  public static int hexadecimal(String text, int start, int end) {
    if (end <= start || end - start > 6) {
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
}
