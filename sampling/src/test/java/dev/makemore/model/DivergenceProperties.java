package dev.makemore.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.model.contract.TableModel;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DivergenceProperties {

  @Provide
  Arbitrary<Distribution> distributions() {
    return TableModel.distributions(6);
  }

  /** Pinsker's inequality: TV <= sqrt(KL / 2). */
  @Property
  void totalVariationIsBoundedByTheRootOfHalfTheDivergence(
      @ForAll("distributions") Distribution p, @ForAll("distributions") Distribution q) {
    Divergence divergence = Divergence.of(p, q);
    assertThat(divergence.totalVariation())
        .isLessThanOrEqualTo(Math.sqrt(divergence.kl() / 2) + 1e-12);
  }

  @Property
  void totalVariationIsSymmetricAndTheLargestDifferenceNoMoreThanIt(
      @ForAll("distributions") Distribution p, @ForAll("distributions") Distribution q) {
    Divergence there = Divergence.of(p, q);
    Divergence back = Divergence.of(q, p);
    assertThat(there.totalVariation()).isEqualTo(back.totalVariation(), within(1e-15));
    assertThat(there.totalVariation()).isBetween(there.largestDifference() - 1e-12, 1 + 1e-12);
  }

  /** The total variation is the largest difference in the probability of any set of tokens. */
  @Property
  void totalVariationIsTheLargestDifferenceOfAnySetOfTokens(
      @ForAll("distributions") Distribution p, @ForAll("distributions") Distribution q) {
    double largest =
        IntStream.range(0, 1 << p.size())
            .mapToDouble(
                set ->
                    IntStream.range(0, p.size())
                        .filter(t -> (set >> t & 1) == 1)
                        .mapToDouble(t -> p.probability(t) - q.probability(t))
                        .sum())
            .max()
            .getAsDouble();
    assertThat(Divergence.of(p, q).totalVariation()).isEqualTo(largest, within(1e-12));
  }

  /** Cross-entropy = entropy + divergence. */
  @Property
  void divergenceIsTheCostAboveEntropy(
      @ForAll("distributions") Distribution p, @ForAll("distributions") Distribution q) {
    double crossEntropy =
        IntStream.range(0, p.size())
            .filter(t -> p.probability(t) > 0)
            .mapToDouble(t -> p.probability(t) * q.negativeLogLikelihood(t))
            .sum();
    double kl = Divergence.of(p, q).kl();
    if (kl == Double.POSITIVE_INFINITY) {
      assertThat(crossEntropy).isEqualTo(Double.POSITIVE_INFINITY);
    } else {
      assertThat(kl).isEqualTo(crossEntropy - p.entropy(), within(1e-12));
    }
  }

  @Provide
  Arbitrary<TableModel> smoothed() {
    return TableModel.smoothed();
  }

  private static Distribution plain(Distribution sparse) {
    return Distribution.of(
        IntStream.range(0, sparse.size()).mapToDouble(sparse::probability).toArray());
  }

  @Property
  void whatIsNotListedCountsAsMuchAsIfItWere(
      @ForAll("smoothed") TableModel p, @ForAll("smoothed") TableModel q) {
    for (int context = 0; context < p.rows().size(); context++) {
      Divergence sparse = Divergence.of(p.next(context), q.next(context));
      Divergence plain = Divergence.of(plain(p.next(context)), plain(q.next(context)));
      assertThat(sparse.kl()).isEqualTo(plain.kl(), within(1e-12));
      assertThat(sparse.totalVariation()).isEqualTo(plain.totalVariation(), within(1e-12));
      assertThat(sparse.largestDifference()).isEqualTo(plain.largestDifference());
      assertThat(sparse.token()).isEqualTo(plain.token());
    }
  }

  @Property
  void tokensThatBothHoldForImpossibleChangeNothing(
      @ForAll("distributions") Distribution p, @ForAll("distributions") Distribution q) {
    int[] places = {0, 1, 3, 4, 7, 8};
    Divergence divergence = Divergence.of(p, q);
    Divergence embedded = Divergence.of(p.embeddedIn(10, places), q.embeddedIn(10, places));
    assertThat(embedded)
        .isEqualTo(
            new Divergence(
                divergence.kl(),
                divergence.totalVariation(),
                divergence.largestDifference(),
                places[divergence.token()]));
  }
}
