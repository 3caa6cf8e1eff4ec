package dev.makemore.model.draw;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Draws from n weighted things in constant time, by the alias method.
 *
 * <p>Cut the weights so that they fill n columns of equal height, each holding at most two things:
 * its own, up to a threshold, and above that one other, its alias. To draw, choose a column
 * uniformly and compare one fraction with its threshold. Weights 0.5, 0.3, 0.2 have heights 1.5,
 * 0.9 and 0.6 in columns of height 1; what the first has too much fills up the other two:
 *
 * <pre>
 *   column   own up to   above it
 *     0         1           -
 *     1         0.9         0
 *     2         0.6         0
 * </pre>
 *
 * <p>so that thing 0 is drawn with probability (1 + 0.1 + 0.4) / 3 = 0.5.
 *
 * <p>Construction in O(n) after Vose, "A linear algorithm for generating random numbers with a
 * given distribution", IEEE Transactions on Software Engineering 17(9), 1991. It uses only basic
 * arithmetic in a fixed order, so the same weights give the same table on every machine.
 */
public final class AliasTable {

  /** Below it the column's own thing is drawn: an unsigned fraction of 2^64. */
  private final long[] thresholds;

  private final int[] aliases;

  /**
   * Builds the table.
   *
   * @param weights not negative, with a positive sum
   */
  public AliasTable(double... weights) {
    int n = weights.length;
    thresholds = new long[n];
    aliases = new int[n];
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    // Columns short of height 1 stand at the left of the work list, the others at the right.
    double[] height = new double[n];
    int[] work = new int[n];
    int shortEnd = 0;
    int tallStart = n;
    for (int i = 0; i < n; i++) {
      height[i] = weights[i] / total * n;
      aliases[i] = i; // a column that is never topped up always draws its own
      if (height[i] < 1) {
        work[shortEnd++] = i;
      } else {
        work[--tallStart] = i;
      }
    }
    while (shortEnd > 0 && tallStart < n) {
      int low = work[--shortEnd];
      int tall = work[tallStart];
      thresholds[low] = unsignedFraction(height[low]);
      aliases[low] = tall;
      height[tall] -= 1 - height[low];
      if (height[tall] < 1) {
        tallStart++;
        work[shortEnd++] = tall;
      }
    }
  }

  private AliasTable(int... aliases) {
    this.thresholds = new long[aliases.length];
    this.aliases = aliases;
  }

  /** The table of {@code n} equal weights: its columns are full, with nothing left to rounding. */
  public static AliasTable uniform(int n) {
    return new AliasTable(IntStream.range(0, n).toArray());
  }

  /**
   * The table of a distribution that gives some of {@code size} tokens a probability of their own,
   * none below {@code rest}, and {@code rest} to each of the others.
   *
   * <p>It is a mixture: thing i is listed token i with its excess over the rest, and if there is a
   * rest, the last thing is any token at all, the listed ones included. So no draw ever has to find
   * the tokens that are not listed.
   */
  public static AliasTable ofMixture(double[] listed, double rest, int size) {
    double[] excess = Arrays.copyOf(listed, listed.length + (rest > 0 ? 1 : 0));
    for (int i = 0; i < listed.length; i++) {
      excess[i] -= rest;
    }
    if (rest > 0) {
      excess[listed.length] = rest * size;
    }
    return new AliasTable(excess);
  }

  private static long unsignedFraction(double fraction) {
    return (long) (fraction * 0x1p63) << 1;
  }

  /** The number of columns, which is that of things. */
  public int size() {
    return thresholds.length;
  }

  /**
   * Below which fraction of 2^64, unsigned and even, column {@code column} draws its own thing,
   * which is number {@code column}.
   */
  public long threshold(int column) {
    return thresholds[column];
  }

  /** What column {@code column} draws from its threshold on. */
  public int alias(int column) {
    return aliases[column];
  }

  /** The thing that 64 random bits choose. */
  public int draw(long bits) {
    int column = Draws.index(bits, thresholds.length);
    long fraction = Draws.fraction(bits, thresholds.length);
    return Long.compareUnsigned(fraction, thresholds[column]) < 0 ? column : aliases[column];
  }

  /** The probability of drawing {@code thing}, added up from the columns. */
  public double probability(int thing) {
    double sum = 0;
    for (int i = 0; i < thresholds.length; i++) {
      double own = aliases[i] == i ? 1 : (thresholds[i] >>> 1) * 0x1p-63;
      sum += (i == thing ? own : 0) + (aliases[i] == thing && aliases[i] != i ? 1 - own : 0);
    }
    return sum / thresholds.length;
  }
}
