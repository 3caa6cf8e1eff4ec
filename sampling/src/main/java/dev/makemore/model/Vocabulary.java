package dev.makemore.model;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.PrimitiveIterator;
import java.util.stream.IntStream;

/**
 * The tokens of a character-level model: the boundary, and the distinct characters of a text.
 *
 * <p>Token 0 is the {@linkplain #BOUNDARY boundary}; tokens 1, 2, ... stand for Unicode code points
 * in ascending order. The names of the default corpus have 27: {@code .} and a to z.
 *
 * <p>A vocabulary may have an {@linkplain #withUnknown() unknown token}, which stands for every
 * character that has no token of its own. Without one, such a character is an error to learn from,
 * and impossible to predict.
 *
 * <p>The boundary is a token, not a character. It is printed as {@code "."}, and a text that
 * contains the character {@code '.'} has another token for that character. Where a reader has to
 * tell the two apart, test for {@link #BOUNDARY}.
 */
public final class Vocabulary {

  /** The token that starts and ends every item. */
  public static final int BOUNDARY = 0;

  /**
   * What {@link #token} gives for a character that is not in the vocabulary, if there is no
   * {@linkplain #withUnknown() unknown token}.
   */
  public static final int UNKNOWN = -1;

  /** How the unknown token is printed: U+FFFD, by which Unicode replaces what it does not know. */
  public static final int UNKNOWN_CODE_POINT = 0xFFFD;

  private static final int ASCII = 128;

  /** Ascending; token t stands for {@code codePoints[t - 1]}. */
  private final int[] codePoints;

  private final int unknownToken; // or UNKNOWN, if there is none

  /** The tokens of the first 128 code points, where nearly all look-ups end. */
  private final int[] asciiTokens = new int[ASCII];

  private Vocabulary(int[] ascendingCodePoints, boolean hasUnknown) {
    this.codePoints = ascendingCodePoints;
    this.unknownToken =
        hasUnknown ? Arrays.binarySearch(codePoints, UNKNOWN_CODE_POINT) + 1 : UNKNOWN;
    Arrays.fill(asciiTokens, unknownToken);
    for (int i = 0; i < codePoints.length && codePoints[i] < ASCII; i++) {
      asciiTokens[codePoints[i]] = i + 1;
    }
  }

  /** The vocabulary of all characters that occur in {@code texts}. */
  public static Vocabulary of(String... texts) {
    return of(List.of(texts));
  }

  /**
   * The vocabulary of all characters that occur in {@code texts}.
   *
   * @throws IllegalArgumentException if a text holds half of a surrogate pair, which is no
   *     character
   */
  public static Vocabulary of(Collection<String> texts) {
    BitSet seen = new BitSet();
    for (String text : texts) {
      text.codePoints().forEach(seen::set);
    }
    return ofCodePoints(seen.stream().toArray());
  }

  /**
   * The vocabulary of the given Unicode code points, in any order; duplicates count once.
   *
   * @throws IllegalArgumentException if one is not a Unicode scalar value (outside U+0000 to
   *     U+10FFFF, or a surrogate)
   */
  public static Vocabulary ofCodePoints(int... codePoints) {
    int[] ascending = IntStream.of(codePoints).sorted().distinct().toArray();
    checkCharacters(ascending);
    return new Vocabulary(ascending, false);
  }

  /**
   * Checks that a vocabulary can hold all of these code points, without making one.
   *
   * @throws IllegalArgumentException if one is not a Unicode scalar value (outside U+0000 to
   *     U+10FFFF, or a surrogate)
   */
  public static void checkCharacters(int... codePoints) {
    for (int codePoint : codePoints) {
      if (!Character.isValidCodePoint(codePoint)
          || Character.getType(codePoint) == Character.SURROGATE) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "U+%04X is not a Unicode character, but half of one or none at all",
                codePoint));
      }
    }
  }

  /**
   * This vocabulary with one token more, which stands for all characters that have none of their
   * own. It takes the place of U+FFFD in the order of tokens.
   */
  public Vocabulary withUnknown() {
    return new Vocabulary(union(codePoints, UNKNOWN_CODE_POINT), true);
  }

  /** Whether one token stands for all characters that have none of their own. */
  public boolean hasUnknown() {
    return unknownToken != UNKNOWN;
  }

  /** The number of tokens, the boundary included. */
  public int size() {
    return codePoints.length + 1;
  }

  /** The token of {@code codePoint}, or else the unknown token, or else {@link #UNKNOWN}. */
  public int token(int codePoint) {
    if (codePoint >= 0 && codePoint < ASCII) {
      return asciiTokens[codePoint];
    }
    int index = Arrays.binarySearch(codePoints, codePoint);
    return index < 0 ? unknownToken : index + 1;
  }

  /**
   * The Unicode code point that {@code token} stands for.
   *
   * @throws IllegalArgumentException if {@code token} is the boundary or not in this vocabulary
   */
  public int codePoint(int token) {
    if (checkToken(token) == BOUNDARY) {
      throw new IllegalArgumentException("token 0 is the boundary, which is not a character");
    }
    return codePoints[token - 1];
  }

  /**
   * The printed form of {@code token}: its character, or {@code "."} for the boundary.
   *
   * @throws IllegalArgumentException if {@code token} is not in this vocabulary
   */
  public String text(int token) {
    return checkToken(token) == BOUNDARY ? "." : new String(Character.toChars(codePoint(token)));
  }

  /**
   * The printed form of a distribution over these tokens: the likeliest ones and their
   * probabilities, on one line, as in {@code a 0.40, i 0.19, e 0.12, ...}.
   *
   * @throws IllegalArgumentException if it is over more or fewer tokens than the vocabulary has
   */
  public String text(Distribution distribution) {
    if (distribution.size() != size()) {
      throw new IllegalArgumentException(
          "this distribution is over " + distribution.size() + " tokens, not over " + size());
    }
    return distribution.line(this::text);
  }

  /**
   * The tokens of the characters of {@code text}, without boundaries.
   *
   * @throws IllegalArgumentException if a character is not in this vocabulary; the message names it
   */
  public int[] encode(String text) {
    int[] tokens = new int[text.codePointCount(0, text.length())];
    PrimitiveIterator.OfInt codePoint = text.codePoints().iterator();
    for (int i = 0; i < tokens.length; i++) {
      int next = codePoint.nextInt();
      tokens[i] = token(next);
      if (tokens[i] == UNKNOWN) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "character %d of '%s', '%s' (U+%04X), is not among the %d characters of the"
                    + " vocabulary",
                i + 1,
                text,
                new String(Character.toChars(next)),
                next,
                codePoints.length));
      }
    }
    return tokens;
  }

  /**
   * The printed forms of {@code tokens}, one after the other.
   *
   * @throws IllegalArgumentException if a token is not in this vocabulary
   */
  public String decode(int... tokens) {
    StringBuilder text = new StringBuilder(tokens.length);
    for (int token : tokens) {
      text.append(text(token));
    }
    return text.toString();
  }

  /**
   * The vocabulary of the characters of this one and of {@code other}. It has an unknown token if
   * one of them has.
   */
  public Vocabulary union(Vocabulary other) {
    return new Vocabulary(union(codePoints, other.codePoints), hasUnknown() || other.hasUnknown());
  }

  private static int[] union(int[] some, int... others) {
    return IntStream.concat(IntStream.of(some), IntStream.of(others)).sorted().distinct().toArray();
  }

  /**
   * For each token the token of the same character in {@code other}, or else the unknown token of
   * {@code other}, or else {@link #UNKNOWN}; the boundary is the boundary.
   */
  public int[] tokensIn(Vocabulary other) {
    int[] tokens = new int[size()];
    for (int token = 1; token < tokens.length; token++) {
      tokens[token] = other.token(codePoint(token));
    }
    return tokens;
  }

  /**
   * Checks that every character of {@code other} has a token here, if only the unknown one.
   *
   * @throws IllegalArgumentException if one has none; the message names it
   */
  void checkHas(Vocabulary other) {
    int[] tokens = other.tokensIn(this);
    for (int token = 1; token < tokens.length; token++) {
      if (tokens[token] == UNKNOWN) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "'%s' (U+%04X) is not among the %d characters of the vocabulary, which has no"
                    + " unknown token either",
                other.text(token),
                other.codePoint(token),
                codePoints.length));
      }
    }
  }

  /**
   * Checks that {@code token} is in this vocabulary, and returns it.
   *
   * @throws IllegalArgumentException if it is not
   */
  public int checkToken(int token) {
    if (token < 0 || token >= size()) {
      throw new IllegalArgumentException(
          "token must be from 0 to " + (size() - 1) + ", was " + token);
    }
    return token;
  }

  /**
   * The last token of {@code context}, checked; the boundary if the context is empty. All that a
   * bigram model needs of its context.
   *
   * @throws IllegalArgumentException if that token is not in this vocabulary
   */
  public int lastToken(int... context) {
    return context.length == 0 ? BOUNDARY : checkToken(context[context.length - 1]);
  }

  /** True if {@code other} gives the same tokens to the same characters. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Vocabulary that
        && unknownToken == that.unknownToken
        && Arrays.equals(codePoints, that.codePoints);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(codePoints);
  }

  @Override
  public String toString() {
    return "Vocabulary(" + size() + " tokens)";
  }
}
