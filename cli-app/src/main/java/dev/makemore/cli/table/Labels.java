package dev.makemore.cli.table;

import dev.makemore.cli.picture.DisplayWidth;
import dev.makemore.model.Vocabulary;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Tokens as people read and type them.
 *
 * <p>The boundary is {@code .}, and a space is the sign U+2423, an open box. A character that is
 * invisible, or that could be mistaken for another one, is an escape as in a model file, such as
 * <code>&#92;u{2E}</code> for the full stop. A mark that combines with the letter before it stands
 * on a dotted circle. All other characters are themselves.
 */
public final class Labels {

  private static final String BOUNDARY = ".";
  private static final int SPACE_SIGN = 0x2423;
  private static final String DOTTED_CIRCLE = "\u25CC";
  private static final Pattern ESCAPE = Pattern.compile("\\\\u\\{([0-9A-Fa-f]{1,6})}");

  /** The largest number of characters that a message lists. */
  private static final int LISTED = 64;

  private Labels() {}

  /** The label of a token. */
  public static String of(Vocabulary vocabulary, int token) {
    return token == Vocabulary.BOUNDARY ? BOUNDARY : ofCodePoint(vocabulary.codePoint(token));
  }

  /**
   * The labels of all characters of {@code text}, one after the other. The boundary is the empty
   * text here, as in {@link dev.makemore.model.Scorer.Prediction}.
   */
  public static String of(String text) {
    return text.isEmpty()
        ? BOUNDARY
        : text.codePoints().mapToObj(Labels::ofCodePoint).collect(Collectors.joining());
  }

  /** The labels of two tokens, one after the other. */
  public static String of(Vocabulary vocabulary, int context, int next) {
    return of(vocabulary, context) + of(vocabulary, next);
  }

  /** The label of a token, after its code point if terminals disagree about the label's width. */
  public static String note(Vocabulary vocabulary, int token) {
    String label = of(vocabulary, token);
    return DisplayWidth.of(label).isPresent()
        ? label
        : String.format(Locale.ROOT, "U+%04X %s", vocabulary.codePoint(token), label);
  }

  /**
   * The labels of the tokens of a context, oldest first, one after the other. Boundaries at its
   * start, which stand for what an item does not have, are one.
   */
  public static String ofContext(Vocabulary vocabulary, List<Integer> context) {
    int start = 0;
    while (start + 1 < context.size() && context.get(start + 1) == Vocabulary.BOUNDARY) {
      start++;
    }
    return context.subList(start, context.size()).stream()
        .map(token -> of(vocabulary, token))
        .collect(Collectors.joining());
  }

  /** The label of a context, after its code point if it is a single token that needs one. */
  public static String noteOfContext(Vocabulary vocabulary, List<Integer> context) {
    return context.size() == 1 ? note(vocabulary, context.get(0)) : ofContext(vocabulary, context);
  }

  private static String ofCodePoint(int codePoint) {
    if (codePoint == ' ') {
      return Character.toString(SPACE_SIGN);
    }
    String character = Character.toString(codePoint);
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          DOTTED_CIRCLE + character;
      case Character.CONTROL,
          Character.FORMAT,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          escaped(codePoint);
      default -> isMistakable(codePoint) ? escaped(codePoint) : character;
    };
  }

  /** Whether it is the full stop, a sign that labels need, or a code point without a character. */
  private static boolean isMistakable(int codePoint) {
    return codePoint == '.'
        || codePoint == '\\'
        || codePoint == SPACE_SIGN
        || (codePoint & 0xFFFE) == 0xFFFE
        || (codePoint >= 0xFDD0 && codePoint <= 0xFDEF);
  }

  private static String escaped(int codePoint) {
    return String.format(Locale.ROOT, "\\u{%X}", codePoint);
  }

  /**
   * The token of a label, or of a character that is typed as itself. The empty text is the
   * boundary, too.
   *
   * @throws IllegalArgumentException if {@code text} is neither, or the character is not in the
   *     vocabulary
   */
  public static int token(Vocabulary vocabulary, String text) {
    if (text.isEmpty() || text.equals(BOUNDARY)) {
      return Vocabulary.BOUNDARY;
    }
    int codePoint = codePoint(text);
    int token = vocabulary.token(codePoint);
    if (token == Vocabulary.UNKNOWN) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "'%s' (U+%04X) is not among the %s that the model knows: %s",
              ofCodePoint(codePoint),
              codePoint,
              Figures.counted(vocabulary.size() - 1, "character"),
              known(vocabulary)));
    }
    return token;
  }

  private static int codePoint(String text) {
    Matcher escape = ESCAPE.matcher(text);
    if (escape.matches()) {
      int codePoint = Integer.parseInt(escape.group(1), 16);
      if (codePoint > Character.MAX_CODE_POINT || isSurrogate(codePoint)) {
        throw new IllegalArgumentException(
            "'" + text + "' is not a character; the codes are 0 to D7FF and E000 to 10FFFF");
      }
      return codePoint;
    }
    String character =
        text.startsWith(DOTTED_CIRCLE) && text.length() > 1 ? text.substring(1) : text;
    if (character.codePointCount(0, character.length()) != 1) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is not one character; . is the boundary, and \\u{2E} is the character with the"
              + " hexadecimal code 2E, the full stop");
    }
    int codePoint = character.codePointAt(0);
    return codePoint == SPACE_SIGN ? ' ' : codePoint;
  }

  private static boolean isSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  private static String known(Vocabulary vocabulary) {
    int size = vocabulary.size();
    String first =
        IntStream.range(1, Math.min(size, LISTED + 1))
            .mapToObj(token -> of(vocabulary, token))
            .collect(Collectors.joining(" "));
    return size - 1 <= LISTED
        ? first
        : first + String.format(Locale.ROOT, " and %,d more", size - 1 - LISTED);
  }
}
