package dev.makemore.model.draw;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Draws from n weighted things in constant time, by the alias method.
 *
 * <p>Cut the weights so that they fill n columns of equal height. Each column holds at most two
 * things: its own thing up to a threshold, and one other thing, its alias, above that. To draw,
 * choose a column uniformly and compare one fraction with its threshold. Weights 0.5, 0.3, 0.2 have
 * heights 1.5, 0.9 and 0.6 in columns of height 1. The part of the first that is too high fills up
 * the other two:
 *
 * <pre>
 *   column   own up to   above it
 *     0         1           -
 *     1         0.9         0
 *     2         0.6         0
 * </pre>
 *
 * <p>So thing 0 is drawn with probability (1 + 0.1 + 0.4) / 3 = 0.5.
 *
 * <p>The table is built in O(n) by the method of Vose, "A linear algorithm for generating random
 * numbers with a given distribution", IEEE Transactions on Software Engineering 17(9), 1991. That
 * takes only basic arithmetic in a fixed order, so the same weights give the same table on every
 * machine.
 */
public final class AliasTable {

  /** By column: its own thing is drawn below this unsigned fraction of 2^64. */
  private final long[] thresholds;

  private final int[] aliases;

  /**
   * Builds the table.
   *
   * @param weights one for each thing; none is negative, and their sum is positive
   */
  public AliasTable(double... weights) {
    int n = weights.length;
    thresholds = new long[n];
    aliases = new int[n];
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    // Columns of less than height 1 stand at the left of the work list, the others at the right.
    double[] height = new double[n];
    int[] work = new int[n];
    int shortEnd = 0;
    int tallStart = n;
    for (int i = 0; i < n; i++) {
      height[i] = weights[i] / total * n;
      aliases[i] = i; // a column that is never filled up draws only its own thing
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

  /** The table of {@code n} equal weights: each column is full, and nothing is rounded. */
  public static AliasTable uniform(int n) {
    return new AliasTable(IntStream.range(0, n).toArray());
  }

  /**
   * The table of a distribution that gives some of {@code size} tokens a probability of their own,
   * none below {@code rest}, and {@code rest} to each of the others.
   *
   * <p>It is a mixture. Thing i is listed token i, weighted by how much its probability exceeds the
   * rest. If there is a rest, the last thing is any token at all, the listed ones included. So no
   * draw has to search for the tokens that are not listed.
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

  /** The number of columns, which is also the number of things. */
  public int size() {
    return thresholds.length;
  }

  /**
   * The threshold of column {@code column}, an unsigned and even fraction of 2^64. Below it the
   * column draws its own thing, which has the number of the column.
   */
  public long threshold(int column) {
    return thresholds[column];
  }

  /** The thing that column {@code column} draws from its threshold on. */
  public int alias(int column) {
    return aliases[column];
  }

  /** The thing that {@code bits}, 64 random ones, choose. */
  public int draw(long bits) {
    int column = Draws.index(bits, thresholds.length);
    long fraction = Draws.fraction(bits, thresholds.length);
    return Long.compareUnsigned(fraction, thresholds[column]) < 0 ? column : aliases[column];
  }

  /** The probability of drawing {@code thing}: the sum of its parts in all columns. */
  public double probability(int thing) {
    double sum = 0;
    for (int i = 0; i < thresholds.length; i++) {
      double own = aliases[i] == i ? 1 : (thresholds[i] >>> 1) * 0x1p-63;
      sum += (i == thing ? own : 0) + (aliases[i] == thing && aliases[i] != i ? 1 - own : 0);
    }
    return sum / thresholds.length;
  }
}
