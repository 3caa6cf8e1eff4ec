package dev.makemore.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.model.contract.ChiSquare;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistributionTest {

  /** After a, n four times and b once: .223 and 1.609 are -ln 0.8 and -ln 0.2. */
  @Test
  void theCostOfATokenIsMinusTheLogOfItsProbability() {
    Distribution afterA = Distribution.ofWeights(0, 1, 4);
    assertThat(afterA.probability(2)).isEqualTo(0.8);
    assertThat(afterA.negativeLogLikelihood(2)).isEqualTo(0.22314355131420976, within(1e-15));
    assertThat(afterA.negativeLogLikelihood(1)).isEqualTo(1.6094379124341003, within(1e-15));
    assertThat(afterA.negativeLogLikelihood(0)).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void certaintyCostsNothing() {
    double cost = Distribution.certain(3, 1).negativeLogLikelihood(1);
    assertThat(Double.doubleToRawLongBits(cost)).isZero(); // not -0.0
  }

  @Test
  void entropyIsTheExpectedCost() {
    assertThat(Distribution.uniform(27).entropy()).isEqualTo(3.295836866004329, within(1e-14));
    assertThat(Distribution.of(0.5, 0.25, 0.25).entropy())
        .isEqualTo(1.5 * Math.log(2), within(1e-15));
    assertThat(Distribution.certain(5, 2).entropy()).isZero();
  }

  @Test
  void theRestIsSharedByAllThatAreNotListed() {
    Distribution sparse =
        Distribution.sparse(10_000, new int[] {3, 77}, new double[] {0.3, 0.2}, 0.5 / 9_998);
    assertThat(sparse.probability(3)).isEqualTo(0.3);
    assertThat(sparse.probability(4)).isEqualTo(0.5 / 9_998);
    assertThat(sparse.rest()).isEqualTo(0.5 / 9_998);
    assertThat(sparse.supportSize()).isEqualTo(10_000);
    assertThat(sparse.listed()).containsExactly(3, 77);
  }

  @Test
  void howADistributionIsListedDoesNotMatter() {
    Distribution uniform = Distribution.uniform(4);
    assertThat(Distribution.of(0.25, 0.25, 0.25, 0.25))
        .isEqualTo(uniform)
        .hasSameHashCodeAs(uniform);
    assertThat(Distribution.of(0.25, 0.25, 0.5, 0)).isNotEqualTo(uniform);
  }

  @Test
  void theMostLikelyComeFirstAndTheLowestOfEquals() {
    Distribution row = Distribution.of(0.2, 0.3, 0, 0.3, 0.2);
    assertThat(row.mostLikely()).isEqualTo(1);
    assertThat(row.mostLikely(3)).containsExactly(1, 3, 0);
    assertThat(row.mostLikely(99)).containsExactly(1, 3, 0, 4);
  }

  @Test
  void theSharedRestIsRankedByNumberWithWhatTiesWithIt() {
    Distribution row = Distribution.sparse(8, new int[] {5, 6}, new double[] {0.3, 0.1}, 0.1);
    assertThat(row.mostLikely(4)).containsExactly(5, 0, 1, 2);
    assertThat(row.mostLikely(7)).containsExactly(5, 0, 1, 2, 3, 4, 6);
  }

  @Test
  void aRestrictionKeepsTheProportions() {
    Distribution kept = Distribution.of(0.1, 0.2, 0.3, 0.4).restrictedTo(3, 1);
    assertThat(kept.probability(1)).isEqualTo(1 / 3.0, within(1e-15));
    assertThat(kept.probability(3)).isEqualTo(2 / 3.0, within(1e-15));
    assertThat(kept.supportSize()).isEqualTo(2);
  }

  @Test
  void aTokenCanNotBeKeptTwice() {
    assertThatThrownBy(() -> Distribution.of(0.5, 0.5).restrictedTo(1, 1))
        .hasMessageContaining("token 1 is given twice");
  }

  @Test
  void aTokenThatIsCertainButForRoundingCostsNothing() {
    assertThat(Distribution.of(1 + 1e-10).negativeLogLikelihood(0)).isZero();
  }

  @Test
  void onlyImpossibleTokensCanNotBeKept() {
    assertThatThrownBy(() -> Distribution.of(1, 0).restrictedTo(1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void aProbabilityThatIsNoneIsAnError(double wrong) {
    assertThatThrownBy(() -> Distribution.of(wrong, 1 - wrong))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Distribution.ofWeights(wrong, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void probabilitiesThatDoNotSumToOneAreAnErrorThatNamesTheSum() {
    assertThatThrownBy(() -> Distribution.of(0.5, 0.25))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0.75");
  }

  @Test
  void weightsThatSumToNothingOrToInfinityAreAnError() {
    assertThatThrownBy(() -> Distribution.ofWeights(0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("weights must have a finite sum > 0, was 0.0");
    assertThatThrownBy(() -> Distribution.ofWeights(Double.MAX_VALUE, Double.MAX_VALUE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("weights must have a finite sum > 0, was Infinity");
  }

  @Test
  void tokensOutOfOrderOrRangeAreAnErrorThatNamesThem() {
    double[] halves = {0.5, 0.5};
    assertThatThrownBy(() -> Distribution.sparse(9, new int[] {4, 4}, halves, 0))
        .hasMessage("tokens must be ascending from 0 to 8, was 4");
    assertThatThrownBy(() -> Distribution.sparse(9, new int[] {4, 9}, halves, 0))
        .hasMessage("tokens must be ascending from 0 to 8, was 9");
    assertThatThrownBy(() -> Distribution.uniform(3).probability(3))
        .hasMessage("token must be from 0 to 2, was 3");
  }

  @Test
  void amongMoreTokensTheNewOnesAreImpossible() {
    Distribution half = Distribution.of(0.5, 0, 0.5).embeddedIn(5, 0, 1, 3);
    assertThat(half).isEqualTo(Distribution.of(0.5, 0, 0, 0.5, 0));
    Distribution uniform = Distribution.uniform(2).embeddedIn(3, 0, 2);
    assertThat(uniform).isEqualTo(Distribution.of(0.5, 0, 0.5));
    assertThat(uniform.supportSize()).isEqualTo(2);
    assertThat(uniform.embeddedIn(3, 0, 1, 2)).isEqualTo(uniform); // no more tokens
  }

  @Test
  void eachTokenHasOnePlaceAmongMore() {
    Distribution uniform = Distribution.uniform(2);
    assertThatThrownBy(() -> uniform.embeddedIn(3, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 tokens");
    assertThatThrownBy(() -> uniform.embeddedIn(3, 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("was 1");
    assertThatThrownBy(() -> uniform.embeddedIn(3, 1, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("was 3");
  }

  /** Chi-square at alpha = 1e-6. The rest of 9,000 tokens is pooled into 9 groups of 1,000. */
  @Test
  void drawsFromASparseDistributionAreAsFrequentAsTheirProbabilities() {
    Distribution sparse =
        Distribution.sparse(9_002, new int[] {0, 9_001}, new double[] {0.3, 0.2}, 0.5 / 9_000);
    Random random = new Random(42);
    long[] counts = new long[11];
    for (int i = 0; i < 100_000; i++) {
      int token = sparse.sample(random);
      counts[token == 0 ? 0 : token == 9_001 ? 1 : 2 + (token - 1) / 1_000]++;
    }
    double[] expected = new double[11];
    java.util.Arrays.fill(expected, 0.5 / 9);
    expected[0] = 0.3;
    expected[1] = 0.2;
    assertThat(ChiSquare.accepts(Distribution.of(expected), counts)).isTrue();
  }

  /** Chi-square at alpha = 1e-6. */
  @Test
  void drawsFromAUniformDistributionAreEquallyFrequent() {
    Distribution uniform = Distribution.uniform(27);
    Random random = new Random(43);
    long[] counts = new long[27];
    for (int i = 0; i < 100_000; i++) {
      counts[uniform.sample(random)]++;
    }
    assertThat(ChiSquare.accepts(uniform, counts)).isTrue();
  }

  @Test
  void aDistributionIsOverAtLeastOneToken() {
    List<ThrowingCallable> overNothing =
        List.of(
            () -> Distribution.uniform(0),
            () -> Distribution.of(),
            () -> Distribution.sparse(0, new int[0], new double[0], 1),
            () -> Distribution.uniform(-1));
    for (ThrowingCallable factory : overNothing) {
      assertThatThrownBy(factory)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("at least 1 token");
    }
  }

  /**
   * Chi-square at alpha = 1e-6. The first listed token is less likely than the rest, not the last.
   */
  @Test
  void theRestMayBeLikelierThanSomethingThatIsListed() {
    Distribution sparse = Distribution.sparse(10, new int[] {2, 6}, new double[] {0.05, 0.15}, 0.1);
    Random random = new Random(44);
    long[] counts = new long[10];
    for (int i = 0; i < 100_000; i++) {
      counts[sparse.sample(random)]++;
    }
    assertThat(ChiSquare.accepts(sparse, counts)).isTrue();
    assertThat(sparse.listed().mapToDouble(sparse::probability))
        .allMatch(probability -> probability >= sparse.rest());
  }

  @Test
  void aDistributionShowsItsLikeliestTokens() {
    assertThat(Distribution.of(0.2, 0.8, 0)).hasToString("1 0.80, 0 0.20");
    assertThat(Distribution.sparse(99, new int[] {7}, new double[] {0.02}, 0.01))
        .hasToString("7 0.02, 0 0.01, 1 0.01, 2 0.01, 3 0.01, 4 0.01, 5 0.01, 6 0.01, 8 0.01, ...");
  }

  @Test
  void hashCodesTellDistributionsApart() {
    assertThat(IntStream.range(1, 100).mapToObj(Distribution::uniform).map(Object::hashCode))
        .doesNotHaveDuplicates();
    assertThat(Distribution.of(0.5, 0.5)).doesNotHaveSameHashCodeAs(Distribution.of(0.4, 0.6));
  }

  @Test
  void weightsCanBeListedForSomeTokensAndSharedByTheRest() {
    Distribution next = Distribution.ofWeights(10, new int[] {2, 5}, new double[] {4, 8}, 0.5);
    assertThat(next.listed()).containsExactly(2, 5);
    assertThat(next.probability(5)).isEqualTo(0.5); // 8 of 4 + 8 + 8 x 0.5
    assertThat(next.rest()).isEqualTo(0.5 / 16);
    assertThatThrownBy(() -> Distribution.ofWeights(3, new int[] {1}, new double[] {-1}, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Distribution.ofWeights(3, new int[] {1}, new double[] {0}, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("weights must have a finite sum");
  }
}
