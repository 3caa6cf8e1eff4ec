package dev.makemore.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.model.contract.TableModel;
import dev.makemore.model.draw.AliasTable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

class DistributionProperties {

  /** A sparse distribution and the plain array of the probabilities it stands for. */
  record Pair(Distribution sparse, double[] plain) {}

  /** Random counts with add-k smoothing, up to 40 tokens, most of them never counted. */
  @Provide
  Arbitrary<Pair> pairs() {
    Arbitrary<int[]> counts =
        Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(0)), Tuple.of(1, Arbitraries.integers().between(0, 9)))
            .array(int[].class)
            .ofMinSize(1)
            .ofMaxSize(40);
    return Combinators.combine(counts, Arbitraries.of(0.0, 0.5, 1.0, 3.0))
        .filter((n, k) -> k > 0 || Arrays.stream(n).sum() > 0)
        .as(DistributionProperties::smoothed);
  }

  private static Pair smoothed(int[] counts, double k) {
    double total = Arrays.stream(counts).sum() + k * counts.length;
    double[] plain = Arrays.stream(counts).mapToDouble(n -> (n + k) / total).toArray();
    int[] listed = IntStream.range(0, counts.length).filter(i -> counts[i] > 0).toArray();
    double[] listedProbabilities = Arrays.stream(listed).mapToDouble(i -> plain[i]).toArray();
    return new Pair(
        Distribution.sparse(counts.length, listed, listedProbabilities, k / total), plain);
  }

  @Property
  void aSparseDistributionIsThePlainOne(@ForAll("pairs") Pair pair) {
    assertThat(
            IntStream.range(0, pair.plain.length).mapToDouble(pair.sparse::probability).toArray())
        .containsExactly(pair.plain);
    assertThat(pair.sparse).isEqualTo(Distribution.of(pair.plain));
    assertThat(pair.sparse.hashCode()).isEqualTo(Distribution.of(pair.plain).hashCode());
  }

  @Property
  void entropyIsTheMeanCostOverThePlainProbabilities(@ForAll("pairs") Pair pair) {
    double entropy = Arrays.stream(pair.plain).filter(p -> p > 0).map(p -> -p * Math.log(p)).sum();
    assertThat(pair.sparse.entropy()).isEqualTo(entropy, within(1e-12));
  }

  @Property
  void rankingIsSortingByProbabilityAndThenByNumber(
      @ForAll("pairs") Pair pair, @ForAll @IntRange(min = 1, max = 45) int k) {
    int[] sorted =
        IntStream.range(0, pair.plain.length)
            .filter(i -> pair.plain[i] > 0)
            .boxed()
            .sorted(Comparator.<Integer>comparingDouble(i -> -pair.plain[i]).thenComparing(i -> i))
            .limit(k)
            .mapToInt(i -> i)
            .toArray();
    assertThat(pair.sparse.mostLikely(k)).containsExactly(sorted);
  }

  @Property
  void reweightingNormalizesTheWeightsOfAllTokens(@ForAll("pairs") Pair pair) {
    Distribution squared = pair.sparse.reweighted(p -> p * p);
    double total = Arrays.stream(pair.plain).map(p -> p * p).sum();
    for (int i = 0; i < pair.plain.length; i++) {
      double expected = pair.plain[i] * pair.plain[i] / total;
      assertThat(squared.probability(i)).isEqualTo(expected, within(1e-12));
    }
  }

  /** Falling weights turn the order around, so that the rest is likelier than what is listed. */
  @Property
  void theRestMayBecomeTheLikeliest(@ForAll("pairs") Pair pair, @ForAll @IntRange(max = 99) int s) {
    Distribution reversed = pair.sparse.reweighted(p -> p == 0 ? 0 : 1 / p);
    double total = Arrays.stream(pair.plain).filter(p -> p > 0).map(p -> 1 / p).sum();
    for (int i = 0; i < pair.plain.length; i++) {
      double expected = pair.plain[i] == 0 ? 0 : 1 / pair.plain[i] / total;
      assertThat(reversed.probability(i)).isEqualTo(expected, within(1e-12));
    }
    assertThat(pair.plain[reversed.sample(new Random(s))]).isPositive();
  }

  @Provide
  Arbitrary<double[]> weights() {
    return Arbitraries.oneOf(Arbitraries.just(0.0), Arbitraries.doubles().between(0, 1e6))
        .array(double[].class)
        .ofMinSize(1)
        .ofMaxSize(60)
        .filter(weights -> Arrays.stream(weights).sum() > 0);
  }

  @Property
  void theColumnsOfAnAliasTableAddUpToTheWeights(@ForAll("weights") double[] weights) {
    double total = Arrays.stream(weights).sum();
    AliasTable table = new AliasTable(weights);
    for (int i = 0; i < weights.length; i++) {
      assertThat(table.probability(i)).isEqualTo(weights[i] / total, within(1e-12));
    }
  }

  @Property
  void whatIsImpossibleIsNeverDrawn(@ForAll("models") TableModel model, @ForAll long seed) {
    Random random = new Random(seed);
    for (Distribution row : model.rows()) {
      for (int i = 0; i < 100; i++) {
        assertThat(row.probability(row.sample(random))).isPositive();
      }
    }
  }

  @Provide
  Arbitrary<TableModel> models() {
    return TableModel.arbitrary(1);
  }
}
