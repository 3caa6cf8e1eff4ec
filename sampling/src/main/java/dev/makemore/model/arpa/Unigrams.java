package dev.makemore.model.arpa;

import dev.makemore.model.Distribution;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The probabilities of single tokens, whatever came before them. */
final class Unigrams {

  private final double[] probabilities; // by token
  private final double commonest; // that most tokens have
  private final int[] uncommon; // the tokens that have another one, ascending
  private final ExactSum total;

  private Unigrams(double... probabilities) {
    this.probabilities = probabilities;
    this.commonest = commonest(probabilities);
    this.uncommon =
        IntStream.range(0, probabilities.length)
            .filter(token -> probabilities[token] != commonest)
            .toArray();
    this.total = ExactSum.ZERO.plus(probabilities);
  }

  /**
   * Checks the probabilities of {@code size} tokens, and copies them.
   *
   * @throws IllegalArgumentException if there are more or fewer, one is negative or NaN, or they do
   *     not sum to 1 within 1e-9
   */
  static Unigrams of(int size, double... probabilities) {
    if (probabilities.length != size) {
      throw new IllegalArgumentException(
          size + " tokens need as many unigrams, not " + probabilities.length);
    }
    Distribution.of(probabilities); // which checks the rest
    return new Unigrams(probabilities.clone());
  }

  /** The number that occurs most often, and the largest of several. */
  private static double commonest(double... numbers) {
    Map<Double, Long> counts =
        Arrays.stream(numbers)
            .boxed()
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    Comparator<Map.Entry<Double, Long>> byCount = Map.Entry.comparingByValue();
    return Collections.max(counts.entrySet(), byCount.thenComparing(Map.Entry.comparingByKey()))
        .getKey();
  }

  /** The number of tokens. */
  int size() {
    return probabilities.length;
  }

  double probability(int token) {
    return probabilities[token];
  }

  /** The probability that most tokens have. */
  double commonest() {
    return commonest;
  }

  /** The tokens that have another probability, ascending. */
  int[] uncommon() {
    return uncommon;
  }

  /**
   * The sum over all tokens except {@code tokens}, in time proportional to the number of those.
   * Subtracting them from the total alone would be wrong: what is left may be tiny beside what is
   * subtracted, and would drown in its rounding errors.
   */
  double sumWithout(int... tokens) {
    if (tokens.length == probabilities.length) {
      return 0;
    }
    double[] taken = IntStream.of(tokens).mapToDouble(token -> -probabilities[token]).toArray();
    return Math.max(0, total.plus(taken).value());
  }

  /**
   * A sum and, apart from it, the rounding errors of its additions (D. E. Knuth, "The Art of
   * Computer Programming", volume 2, 3rd edition, section 4.2.2, theorem B).
   */
  record ExactSum(double rounded, double error) {

    static final ExactSum ZERO = new ExactSum(0, 0);

    ExactSum plus(double... numbers) {
      double sum = rounded;
      double lost = error;
      for (double number : numbers) {
        double next = sum + number;
        double added = next - sum; // the number, without what was lost
        lost += (sum - (next - added)) + (number - added);
        sum = next;
      }
      return new ExactSum(sum, lost);
    }

    double value() {
      return rounded + error;
    }
  }
}
