package dev.makemore.model;

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
final class AliasTable {

  /** Below it the column's own thing is drawn: an unsigned fraction of 2^64. */
  private final long[] thresholds;

  private final int[] aliases;

  /**
   * Builds the table.
   *
   * @param weights not negative, with a positive sum
   */
  AliasTable(double... weights) {
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

  private static long unsignedFraction(double fraction) {
    return (long) (fraction * 0x1p63) << 1;
  }

  /** The thing that 64 random bits choose. */
  int draw(long bits) {
    int column = Draws.index(bits, thresholds.length);
    long fraction = Draws.fraction(bits, thresholds.length);
    return Long.compareUnsigned(fraction, thresholds[column]) < 0 ? column : aliases[column];
  }

  /** The probability of drawing {@code thing}, added up from the columns. */
  double probability(int thing) {
    double sum = 0;
    for (int i = 0; i < thresholds.length; i++) {
      double own = aliases[i] == i ? 1 : (thresholds[i] >>> 1) * 0x1p-63;
      sum += (i == thing ? own : 0) + (aliases[i] == thing && aliases[i] != i ? 1 - own : 0);
    }
    return sum / thresholds.length;
  }
}
