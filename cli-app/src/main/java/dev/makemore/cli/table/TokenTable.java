package dev.makemore.cli.table;

import dev.makemore.cli.picture.Scale;
import dev.makemore.model.Vocabulary;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A number for each of the V x V pairs of tokens, and how to show such numbers. No method takes
 * time or memory in proportion to V x V as long as most numbers of a row are equal.
 */
public interface TokenTable {

  /**
   * The words for the numbers of a table.
   *
   * @param title the title of the whole table
   * @param values the name of its numbers, such as {@code probability}
   * @param largest the heading of the pairs with the largest numbers
   * @param smallest the heading of the pairs with the smallest numbers above 0
   * @param zero the name of the pairs whose number is 0
   * @param main what the {@linkplain #mainTokens main tokens} have in common
   */
  record Words(
      String title, String values, String largest, String smallest, String zero, String main) {}

  /** The tokens of the rows and of the columns. */
  Vocabulary vocabulary();

  /** The number of a pair: of the token {@code next} after the token {@code context}. */
  double value(int context, int next);

  /**
   * The pairs with {@code context} whose number is not 0. Of the pairs that share one number
   * because the model does not list them, only the first {@code others} by token.
   */
  List<Pair> pairs(int context, int others);

  /** How many pairs with {@code context} have a number that is not 0. */
  int possible(int context);

  /** The sum of the numbers of all pairs with {@code context}. */
  double total(int context);

  /** For each token the sum of its numbers after all contexts, which says how much it matters. */
  double[] weights();

  /** A number as people read it in a column of numbers. */
  String text(double value);

  /** A number in at most 6 characters, unless it is a count of a million or more. */
  String shortText(double value);

  /** The scale that turns numbers into shades of a heat map in text. */
  Scale scale();

  /** How dark a number is in a picture, from 0 to 1. */
  double darkness(double value);

  /** The words for its numbers. */
  Words words();

  /** How many pairs have the number 0. */
  default long impossible() {
    long size = vocabulary().size();
    return IntStream.range(0, vocabulary().size()).mapToLong(c -> size - possible(c)).sum();
  }

  /** Of all pairs whose number is not 0, the {@code limit} that come first in {@code order}. */
  default List<Pair> first(int limit, Comparator<Pair> order) {
    return first(limit, order, IntStream.range(0, vocabulary().size()).toArray());
  }

  /**
   * Of the pairs with one of these contexts, the {@code limit} that come first in {@code order}.
   */
  default List<Pair> first(int limit, Comparator<Pair> order, int... contexts) {
    FirstFew<Pair> first = new FirstFew<>(limit, order);
    for (int context : contexts) {
      pairs(context, limit).forEach(first::offer);
    }
    return first.list();
  }

  /** The {@code limit} tokens with the largest {@linkplain #weights weights}, ascending. */
  default int[] mainTokens(int limit) {
    FirstFew<Pair> main = new FirstFew<>(limit, Pair.HIGHEST_FIRST);
    double[] weights = weights();
    for (int token = 0; token < weights.length; token++) {
      main.offer(new Pair(0, token, weights[token]));
    }
    int[] tokens = main.list().stream().mapToInt(Pair::next).toArray();
    Arrays.sort(tokens);
    return tokens;
  }

  /** A sentence for people about which {@code number} tokens are shown. */
  default String mainTokensDescription(int number) {
    return String.format(
        Locale.ROOT,
        "the %d of %,d tokens that are %s",
        number,
        vocabulary().size(),
        words().main());
  }
}
