package dev.makemore.explorer.engine;

import dev.makemore.model.Distribution;
import dev.makemore.model.contract.TableModel;
import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Random distributions of every kind, for tests. */
final class Rows {

  private Rows() {}

  /** Distributions in which every token that is not listed is impossible, or all are equal. */
  static Arbitrary<Distribution> withoutRest() {
    Arbitrary<Integer> sizes = Arbitraries.integers().between(1, 12);
    return Arbitraries.oneOf(
        sizes.flatMap(TableModel::distributions),
        sizes.map(Distribution::uniform),
        sizes.flatMap(
            size ->
                Arbitraries.integers()
                    .between(0, size - 1)
                    .map(token -> Distribution.certain(size, token))));
  }

  /** Distributions over 20 tokens of which up to 9 are listed, and the others share the rest. */
  static Arbitrary<Distribution> withRest() {
    return Arbitraries.doubles()
        .between(0.1, 3)
        .array(double[].class)
        .ofMinSize(1)
        .ofMaxSize(9)
        .map(weights -> withRest(0.1, weights));
  }

  /**
   * The tokens 0, 2, 4, ... of 20 with these weights, and the others with {@code rest}.
   *
   * @param weights at most 9 of them, or all tokens would be listed
   */
  static Distribution withRest(double rest, double... weights) {
    double total = Arrays.stream(weights).sum() + rest * (20 - weights.length);
    return Distribution.sparse(
        20,
        IntStream.range(0, weights.length).map(i -> 2 * i).toArray(),
        Arrays.stream(weights).map(weight -> weight / total).toArray(),
        rest / total);
  }

  static Arbitrary<Distribution> all() {
    return Arbitraries.oneOf(withoutRest(), withRest());
  }
}
