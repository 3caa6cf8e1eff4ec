package dev.makemore.bigram.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.model.Corpus;
import dev.makemore.model.Distribution;
import dev.makemore.model.Evaluation;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.contract.Visits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountModelTest {

  /** After a, n four times and b once. */
  private static final Corpus LESSON = Corpus.of("an", "an", "an", "an", "ab");

  private static final int A = 1;
  private static final int B = 2;
  private static final int N = 3;

  @Test
  void theLessonsRowIsFourFifthsAndOneFifth() {
    Distribution afterA = CountModel.fit(LESSON).next(A);
    assertThat(afterA.probability(N)).isEqualTo(0.8);
    assertThat(afterA.probability(B)).isEqualTo(0.2);
    assertThat(afterA.negativeLogLikelihood(N)).isEqualTo(0.223, within(0.0005));
    assertThat(afterA.negativeLogLikelihood(B)).isEqualTo(1.609, within(0.0005));
    assertThat((afterA.negativeLogLikelihood(N) + afterA.negativeLogLikelihood(B)) / 2)
        .isEqualTo(0.916, within(0.0005));
    assertThat(afterA.negativeLogLikelihood(A)).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void smoothingAddsToEveryPair() {
    // Row a: n 4, b 1, . 0, a 0, and 1 each: 5, 2, 1, 1 of 9.
    Distribution afterA = CountModel.fit(LESSON, 1).next(A);
    assertThat(afterA.probability(N)).isEqualTo(5 / 9.0, within(1e-15));
    assertThat(afterA.probability(B)).isEqualTo(2 / 9.0, within(1e-15));
    assertThat(afterA.probability(A)).isEqualTo(1 / 9.0, within(1e-15));
    assertThat(afterA.probability(Vocabulary.BOUNDARY)).isEqualTo(1 / 9.0, within(1e-15));
  }

  @Test
  void aTokenThatNeverFollowsHasAProbabilityAlsoWhereThereIsNone() {
    assertThat(CountModel.fit(LESSON, 1).unseen(A)).isEqualTo(1 / 9.0);
    assertThat(CountModel.fit(Corpus.of("a", "aa"), 1).unseen(A)).isEqualTo(1 / 5.0); // aa 1, a. 2
    assertThat(CountModel.fit(LESSON).unseen(A)).isZero();
  }

  @Test
  void afterAContextThatNothingFollowsEveryTokenIsUnseen() {
    BigramCounts nothing = BigramCounts.of(Visits.over("abc"));
    assertThat(CountModel.fit(nothing).unseen(A)).isEqualTo(1 / 4.0);
    assertThat(CountModel.fit(nothing, 7).unseen(A)).isEqualTo(1 / 4.0);
    assertThatThrownBy(() -> CountModel.fit(nothing).unseen(4)).hasMessageContaining("4");
  }

  @Test
  void aModelOfNoTextIsUniformOverTheBoundaryAlone() {
    CountModel empty = CountModel.fit(BigramCounts.of(Corpus.of()));
    assertThat(empty.next()).isEqualTo(Distribution.uniform(1));
  }

  @Test
  void aModelKnowsItsCountsAndItsSmoothing() {
    CountModel model = CountModel.fit(LESSON, 0.5);
    assertThat(model.counts()).isEqualTo(BigramCounts.of(LESSON));
    assertThat(model.smoothing()).isEqualTo(0.5);
    assertThat(model.contextLength()).isEqualTo(1);
    assertThat(model)
        .hasToString("CountModel of 4 tokens, smoothing 0.5; . -> a 0.79, . 0.07, b 0.07, n 0.07");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, -1e-9, Double.NaN, Double.POSITIVE_INFINITY})
  void anInvalidSmoothingIsNamed(double wrong) {
    assertThatThrownBy(() -> CountModel.fit(LESSON, wrong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("smoothing")
        .hasMessageContaining("was " + wrong);
  }

  @Test
  void aSmoothingTooLargeForADoubleIsNamed() {
    assertThatThrownBy(() -> CountModel.fit(LESSON, 1e308))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("smoothing 1.0E308 times 4 tokens is too large a number");
  }

  @Test
  void aVastSmoothingIsUniform() {
    assertThat(CountModel.fit(LESSON, 1e300).next(A).probability(N)).isEqualTo(0.25);
  }

  @Test
  void theModelPredictsItsOwnTextAtTheEntropyOfItsRows() {
    Evaluation own = Evaluation.of(CountModel.fit(LESSON), LESSON);
    // 5 certain first letters, 4 times -ln 0.8 and once -ln 0.2 after a, 5 certain ends
    assertThat(own.totalNll()).isEqualTo(-4 * Math.log(0.8) - Math.log(0.2), within(1e-12));
    assertThat(own.tokens()).isEqualTo(15);
  }

  @Test
  void theLowestLossIsTheEntropyOfTheSmoothedRows() {
    // Both rows hold one pair of two, and one more of each: 2/3 and 1/3, with half of all pairs.
    assertThat(CountModel.fit(Corpus.of("a"), 1).lowestLoss())
        .isCloseTo(Math.log(3) - 2.0 / 3 * Math.log(2), within(1e-15));
  }
}
