package dev.makemore.cli.table;

import dev.makemore.cli.picture.Scale;
import dev.makemore.model.Vocabulary;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A number for each pair of tokens, V x V of them, and what to say of such numbers. Made to be
 * looked at sparsely: nothing here takes time or memory in proportion to V x V, if most of a row
 * shares one value.
 */
public interface Table {

  /**
   * What its numbers are called.
   *
   * @param title what the whole table tells
   * @param values such as {@code probability}
   * @param largest what is said of the pairs with the largest ones
   * @param smallest what is said of those with the smallest that are not 0
   * @param zero what is said of pairs whose number is 0
   * @param typical what is said of the tokens that stand for all, where there are too many
   */
  record Words(
      String title, String values, String largest, String smallest, String zero, String typical) {}

  /** The tokens. */
  Vocabulary vocabulary();

  /** The number of a pair. */
  double value(int context, int next);

  /**
   * The pairs with {@code context} whose number is not 0. Where many share one number without being
   * listed, only the first of them, by token: {@code others} at most.
   */
  List<Pair> pairs(int context, int others);

  /** How many pairs with {@code context} have a number that is not 0. */
  int possible(int context);

  /** The sum of the numbers of all pairs with {@code context}. */
  double total(int context);

  /** For each token how much it matters, after all contexts together. */
  double[] weights();

  /** A number, for people, in a column with others. */
  String text(double value);

  /** A number in at most 6 characters, if it is not a count of millions. */
  String shortText(double value);

  /** The shades of its numbers. */
  Scale scale();

  /** How dark a number is in a picture, from 0 to 1. */
  double darkness(double value);

  /** What its numbers are called. */
  Words words();

  /** How many pairs have the number 0. */
  default long impossible() {
    long size = vocabulary().size();
    return IntStream.range(0, vocabulary().size()).mapToLong(c -> size - possible(c)).sum();
  }

  /** The {@code limit} pairs that come first in {@code order}, of those whose number is not 0. */
  default List<Pair> first(int limit, Comparator<Pair> order) {
    Best<Pair> best = new Best<>(limit, order);
    for (int context = 0; context < vocabulary().size(); context++) {
      pairs(context, limit).forEach(best::offer);
    }
    return best.list();
  }

  /** The {@code limit} pairs with {@code context} that come first in {@code order}. */
  default List<Pair> first(int limit, Comparator<Pair> order, int context) {
    Best<Pair> best = new Best<>(limit, order);
    pairs(context, limit).forEach(best::offer);
    return best.list();
  }

  /** The {@code limit} tokens that matter most, ascending. */
  default int[] mainTokens(int limit) {
    Best<Pair> best = new Best<>(limit, Pair.HIGHEST_FIRST);
    double[] weights = weights();
    for (int token = 0; token < weights.length; token++) {
      best.offer(new Pair(0, token, weights[token]));
    }
    int[] tokens = best.list().stream().mapToInt(Pair::next).toArray();
    Arrays.sort(tokens);
    return tokens;
  }

  /** Says which the main tokens are. */
  default String mainTokensDescription(int number) {
    return String.format(
        Locale.ROOT,
        "the %d of %,d tokens that are %s",
        number,
        vocabulary().size(),
        words().typical());
  }
}
