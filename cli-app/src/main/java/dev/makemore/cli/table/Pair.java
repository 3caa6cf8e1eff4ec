package dev.makemore.cli.table;

import java.util.Comparator;

/**
 * A number for a pair of tokens, of which the second follows the first.
 *
 * @param context the first token
 * @param next the second token
 * @param value a probability, or a count
 */
public record Pair(int context, int next, double value) {

  private static final Comparator<Pair> BY_TOKENS =
      Comparator.comparingInt(Pair::context).thenComparingInt(Pair::next);

  /** By value, the highest first; of equal values, the lower tokens first. */
  public static final Comparator<Pair> HIGHEST_FIRST =
      Comparator.comparingDouble(Pair::value).reversed().thenComparing(BY_TOKENS);

  /** By value, the lowest first; of equal values, the lower tokens first. */
  public static final Comparator<Pair> LOWEST_FIRST =
      Comparator.comparingDouble(Pair::value).thenComparing(BY_TOKENS);
}
