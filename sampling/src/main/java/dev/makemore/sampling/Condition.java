package dev.makemore.sampling;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * What an item has to be like as a whole: how long it is, and how it ends. {@link Conditional}
 * makes a model draw only such items, and {@link Selection#matching} takes only such items.
 *
 * <p>Lengths are in characters, which are Unicode code points, without the boundaries. Immutable.
 */
public final class Condition {

  private static final Condition NONE = new Condition(0, Integer.MAX_VALUE, "");

  private final int minLength;
  private final int maxLength; // Integer.MAX_VALUE if there is none, which no text can exceed
  private final String suffix;

  private Condition(int minLength, int maxLength, String suffix) {
    this.minLength = minLength;
    this.maxLength = maxLength;
    this.suffix = suffix;
    if (minLength > maxLength) {
      throw new IllegalArgumentException(
          "minimum length " + minLength + " is more than the maximum length " + maxLength);
    }
    if (lengthOf(suffix) > maxLength) {
      throw new IllegalArgumentException(
          "maximum length " + maxLength + " is shorter than the suffix '" + suffix + "'");
    }
  }

  /** The condition that every text meets. */
  public static Condition none() {
    return NONE;
  }

  /**
   * This condition, and a text has at least {@code minLength} characters.
   *
   * @throws IllegalArgumentException if {@code minLength} is negative or more than the maximum
   */
  public Condition withMinLength(int minLength) {
    return new Condition(checkLength("minimum", minLength), maxLength, suffix);
  }

  /**
   * This condition, and a text has at most {@code maxLength} characters.
   *
   * @throws IllegalArgumentException if {@code maxLength} is negative, less than the minimum or
   *     less than the length of the suffix
   */
  public Condition withMaxLength(int maxLength) {
    return new Condition(minLength, checkLength("maximum", maxLength), suffix);
  }

  /**
   * This condition, and a text ends with {@code suffix}, which may be the whole text.
   *
   * @throws IllegalArgumentException if {@code suffix} is longer than the maximum length
   */
  public Condition withSuffix(String suffix) {
    return new Condition(minLength, maxLength, Objects.requireNonNull(suffix, "suffix"));
  }

  private static int checkLength(String which, int length) {
    if (length < 0) {
      throw new IllegalArgumentException(which + " length must be >= 0, was " + length);
    }
    return length;
  }

  /** The fewest characters that a text may have; 0 if any number will do. */
  public int minLength() {
    return minLength;
  }

  /** The most characters that a text may have, if there is such a limit. */
  public OptionalInt maxLength() {
    return maxLength == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(maxLength);
  }

  /** What a text ends with; empty if any end will do. */
  public String suffix() {
    return suffix;
  }

  /** Whether {@code text} meets this condition. */
  public boolean test(String text) {
    int length = lengthOf(text);
    return length >= minLength && length <= maxLength && text.endsWith(suffix);
  }

  private static int lengthOf(String text) {
    return text.codePointCount(0, text.length());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Condition that
        && minLength == that.minLength
        && maxLength == that.maxLength
        && suffix.equals(that.suffix);
  }

  @Override
  public int hashCode() {
    return Objects.hash(minLength, maxLength, suffix);
  }

  /**
   * What is asked, in words: {@code at least 3 characters, at most 6 characters, ends with 'a'}.
   */
  @Override
  public String toString() {
    List<String> wishes = new ArrayList<>();
    if (minLength > 0) {
      wishes.add("at least " + characters(minLength));
    }
    if (maxLength().isPresent()) {
      wishes.add("at most " + characters(maxLength));
    }
    if (!suffix.isEmpty()) {
      wishes.add("ends with '" + suffix + "'");
    }
    return wishes.isEmpty() ? "anything" : String.join(", ", wishes);
  }

  private static String characters(int number) {
    return number + (number == 1 ? " character" : " characters");
  }
}
