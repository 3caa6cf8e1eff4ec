package dev.makemore.model.contract;

import dev.makemore.model.Distribution;

/**
 * Pearson's chi-square test of whether counts come from a distribution.
 *
 * <p>Outcomes that are expected fewer than 5 times are pooled into one, and left out if even that
 * is expected fewer. The quantile is the approximation of Wilson and Hilferty, "The distribution of
 * chi-square", PNAS 17, 1931: the cube root of X / df is nearly normal with mean 1 - 2 / (9 df) and
 * variance 2 / (9 df).
 */
public final class ChiSquare {

  /** The upper quantile of the standard normal distribution for alpha = 1e-6, one-sided. */
  private static final double NORMAL_QUANTILE = 4.753;

  private ChiSquare() {}

  /**
   * True if counts as far from what {@code expected} says, or further, would come with probability
   * at least 1e-6, and nothing impossible was counted.
   */
  public static boolean accepts(Distribution expected, long[] counts) {
    long draws = 0;
    for (long count : counts) {
      draws += count;
    }
    double statistic = 0;
    int cells = 0;
    double pooledExpected = 0;
    double pooledCount = 0;
    for (int token = 0; token < counts.length; token++) {
      double mean = draws * expected.probability(token);
      if (mean == 0 && counts[token] > 0) {
        return false;
      }
      if (mean < 5) {
        pooledExpected += mean;
        pooledCount += counts[token];
      } else {
        statistic += (counts[token] - mean) * (counts[token] - mean) / mean;
        cells++;
      }
    }
    if (pooledExpected >= 5) {
      statistic += (pooledCount - pooledExpected) * (pooledCount - pooledExpected) / pooledExpected;
      cells++;
    }
    return cells < 2 || isPlausible(statistic, cells - 1); // of one outcome, nothing is by chance
  }

  /**
   * True if a chi-square statistic with so many degrees of freedom is as large, or larger, with
   * probability at least 1e-6.
   */
  public static boolean isPlausible(double statistic, int freedom) {
    double variance = 2.0 / (9 * freedom);
    double z = (Math.cbrt(statistic / freedom) - (1 - variance)) / Math.sqrt(variance);
    return z < NORMAL_QUANTILE;
  }
}
