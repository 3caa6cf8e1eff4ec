package dev.makemore.model.arpa;

import dev.makemore.model.Distribution;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The probabilities of single tokens, whatever came before them. */
final class Unigrams {

  private final double[] probabilities; // by token
  private final double commonest; // of those
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

  private static double commonest(double... numbers) {
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    double commonest = sorted[0];
    int most = 0;
    int start = 0; // of the numbers that are equal to this one
    for (int i = 0; i < sorted.length; i++) {
      start = sorted[i] == sorted[start] ? start : i;
      if (i - start >= most) {
        most = i - start + 1;
        commonest = sorted[i];
      }
    }
    return commonest;
  }

  double probability(int token) {
    return probabilities[token];
  }

  /** The probability that most tokens have; if several would do, one of them. */
  double commonest() {
    return commonest;
  }

  /** The tokens that have another probability, ascending. */
  int[] uncommon() {
    return uncommon;
  }

  /**
   * The sum over all tokens but {@code tokens}, in O(those), with an error of some 1e-16. It may be
   * tiny beside what is taken away, so the rounding of the subtractions must not count.
   */
  double sumWithout(int... tokens) {
    if (tokens.length == probabilities.length) {
      return 0;
    }
    double[] taken = IntStream.of(tokens).mapToDouble(token -> -probabilities[token]).toArray();
    return Math.max(0, total.plus(taken).value());
  }

  /**
   * A sum, and the rounding errors of the additions, which would else be lost (D. E. Knuth, "The
   * Art of Computer Programming", volume 2, 3rd edition, section 4.2.2, theorem B).
   */
  private record ExactSum(double rounded, double error) {

    static final ExactSum ZERO = new ExactSum(0, 0);

    ExactSum plus(double... numbers) {
      double sum = rounded;
      double lost = error;
      for (double number : numbers) {
        double next = sum + number;
        double added = next - sum; // number, less what was lost
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
