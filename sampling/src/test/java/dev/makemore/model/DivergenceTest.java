package dev.makemore.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.model.contract.FunctionModel;
import dev.makemore.model.contract.TableModel;
import java.util.List;
import org.junit.jupiter.api.Test;

class DivergenceTest {

  private static final Distribution P = Distribution.of(0.5, 0.25, 0.25);
  private static final Distribution Q = Distribution.of(0.25, 0.25, 0.5);

  @Test
  void theDivergenceOfKnownDistributionsIsTheOneByHand() {
    Divergence divergence = Divergence.of(P, Q);
    // 0.5 ln 2 + 0 + 0.25 ln 0.5 = 0.25 ln 2
    assertThat(divergence.kl()).isEqualTo(0.25 * Math.log(2), within(1e-15));
    assertThat(divergence.totalVariation()).isEqualTo(0.25);
    assertThat(divergence.largestDifference()).isEqualTo(0.25);
    assertThat(divergence.token()).isZero();
  }

  @Test
  void theDirectionIsOfTheFirstFromTheSecond() {
    Distribution certain = Distribution.certain(3, 0);
    assertThat(Divergence.of(certain, P).kl()).isEqualTo(Math.log(2), within(1e-15));
    assertThat(Divergence.of(P, certain).kl()).isEqualTo(Double.POSITIVE_INFINITY);
  }

  /** ln 1 - ln of the smallest double, 2^-1074. */
  @Test
  void whatIsNextToImpossibleCostsMuchButNotInfinity() {
    Distribution almostNever = Distribution.of(Double.MIN_VALUE, 1);
    assertThat(Divergence.of(Distribution.of(1, 0), almostNever).kl())
        .isEqualTo(1074 * Math.log(2), within(1e-9));
  }

  @Test
  void ofEqualDifferencesTheLowestTokenCountsListedOrNot() {
    Distribution upperHalf = Distribution.of(0, 0, 0.5, 0.5); // 0 and 1 are not listed
    Distribution lowerHalf = Distribution.of(0.5, 0.5, 0, 0);
    assertThat(Divergence.of(upperHalf, Distribution.uniform(4)).token()).isZero();
    assertThat(Divergence.of(lowerHalf, Distribution.uniform(4)).token()).isZero();
  }

  @Test
  void oneThatListsNothingIsComparedWithOneThatListsAll() {
    Distribution listed = Distribution.of(0.25, 0.75);
    Divergence there = Divergence.of(Distribution.uniform(2), listed);
    Divergence back = Divergence.of(listed, Distribution.uniform(2));
    // 0.5 ln 2 + 0.5 ln(2/3) = 0.5 ln(4/3), and 0.25 ln(1/2) + 0.75 ln(3/2)
    assertThat(there.kl()).isEqualTo(0.5 * Math.log(4 / 3.0), within(1e-15));
    assertThat(back.kl()).isEqualTo(0.75 * Math.log(1.5) - 0.25 * Math.log(2), within(1e-15));
    assertThat(there.totalVariation()).isEqualTo(0.25);
    assertThat(there.token()).isZero();
  }

  @Test
  void aDistributionDoesNotDivergeFromItself() {
    assertThat(Divergence.of(P, P)).isEqualTo(new Divergence(0, 0, 0, 0));
  }

  @Test
  void twoModelsAreComparedContextByContext() {
    TableModel p = TableModel.bigram("a", new double[] {0.5, 0.5}, new double[] {1, 0});
    TableModel q = TableModel.bigram("a", new double[] {0.5, 0.5}, new double[] {0.25, 0.75});
    assertThat(Divergence.perContext(p, q)).hasSize(2);
    assertThat(Divergence.perContext(p, q).get(0).totalVariation()).isZero();
    assertThat(Divergence.perContext(p, q).get(1).totalVariation()).isEqualTo(0.75);
    assertThat(Divergence.of(p, q, 1)).isEqualTo(Divergence.perContext(p, q).get(1));
  }

  @Test
  void modelsOfDifferentCharactersCanNotBeCompared() {
    TableModel p = TableModel.bigram("a", new double[] {0.5, 0.5}, new double[] {1, 0});
    TableModel q = TableModel.bigram("b", new double[] {0.5, 0.5}, new double[] {1, 0});
    assertThatThrownBy(() -> Divergence.perContext(p, q))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("same vocabulary");
    assertThatThrownBy(() -> Divergence.of(p, q, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("same vocabulary");
    assertThatThrownBy(() -> Divergence.of(Distribution.uniform(2), Distribution.uniform(3)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Either sum may be off by 1e-9, which is not a difference in what is predicted. */
  @Test
  void whatSumsLackToOneIsNoDivergence() {
    Distribution more = Distribution.of(0.5 + 4e-10, 0.5);
    Distribution less = Distribution.of(0.5, 0.5 - 4e-10);
    assertThat(Divergence.of(more, less).kl()).isBetween(0.0, 1e-15);
    assertThat(Divergence.of(less, more).kl()).isBetween(0.0, 1e-15);
  }

  @Test
  void modelsOfLongerContextAreComparedInTheContextsOfAText() {
    Vocabulary ab = Vocabulary.of("ab");
    Distribution half = Distribution.of(0.5, 0.25, 0.25);
    LanguageModel p = new FunctionModel(ab, 2, context -> half);
    LanguageModel q =
        new FunctionModel(
            ab, 2, context -> context[1] == 2 ? Distribution.of(0.25, 0.5, 0.25) : half);
    List<Divergence.InContext> compared =
        Divergence.perContext(p, q, NgramCounts.of(3, Corpus.of("ab", "aa")));
    assertThat(compared.stream().map(Divergence.InContext::context))
        .containsExactly(List.of(0, 0), List.of(0, 1), List.of(1, 1), List.of(1, 2));
    assertThat(compared.stream().map(Divergence.InContext::count)).containsExactly(2L, 2L, 1L, 1L);
    assertThat(compared.stream().map(c -> c.divergence().totalVariation()))
        .containsExactly(0.0, 0.0, 0.0, 0.25);
    assertThatThrownBy(() -> Divergence.perContext(p, q))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("looks at 2 tokens");
    assertThatThrownBy(() -> Divergence.perContext(p, q, NgramCounts.of(2, Corpus.of("ab"))))
        .hasMessageContaining("contexts of at least 2 tokens");
  }
}
