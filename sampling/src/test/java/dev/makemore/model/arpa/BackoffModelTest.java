package dev.makemore.model.arpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.model.Distribution;
import dev.makemore.model.Vocabulary;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackoffModelTest {

  private static final Vocabulary AB = Vocabulary.of("ab");

  /** The boundary half of the time, a and b a quarter each. */
  private static BackoffModel.Builder ab() {
    return BackoffModel.builder(AB, 2, 0.5, 0.25, 0.25);
  }

  private static int[] tokens(int... tokens) {
    return tokens;
  }

  private static double[] numbers(double... numbers) {
    return numbers;
  }

  private static Vocabulary chinese(int characters) {
    return Vocabulary.ofCodePoints(IntStream.range(0, characters).map(i -> 0x4E00 + i).toArray());
  }

  @Test
  void whatIsNotListedSharesWhatIsLeftAsTheUnigramsDo() {
    // 0.4 is listed, and 0.6 is left for the boundary and a, whose unigrams are 2 to 1.
    BackoffModel model = ab().row(tokens(1), 0.8, tokens(2), numbers(0.4)).build();
    assertThat(model.next(1).probability(0)).isEqualTo(0.4, within(1e-15));
    assertThat(model.next(1).probability(1)).isEqualTo(0.2, within(1e-15));
    assertThat(model.next(1).probability(2)).isEqualTo(0.4, within(1e-15));
  }

  @Test
  void aContextWithoutARowHasTheUnigrams() {
    assertThat(ab().build().next(2)).isEqualTo(Distribution.of(0.5, 0.25, 0.25));
  }

  @Test
  void anythingItWasMadeOfCanBeAskedFor() {
    BackoffModel model = ab().row(tokens(1), 0.8, tokens(2), numbers(0.4)).build();
    assertThat(model.contextLength()).isOne();
    assertThat(model.vocabulary()).isEqualTo(AB);
    assertThat(model.unigram(0)).isEqualTo(0.5);
    assertThat(model.backoff(1)).isEqualTo(0.8);
    assertThat(model.backoff(2)).isEqualTo(1);
    assertThat(model.row(1)).containsExactly(new BackoffModel.ListedGram(2, 0.4));
    assertThat(model.row(2)).isEmpty();
    assertThat(model).hasToString("BackoffModel(1 bigrams, Vocabulary(3 tokens))");
  }

  @Test
  void aRowIsAsSparseAsWhatIsListedWhereUnigramsAreEqual() {
    double[] equal = new double[10_001];
    Arrays.fill(equal, 1.0 / 10_001);
    BackoffModel model =
        BackoffModel.builder(chinese(10_000), 2, equal)
            .row(tokens(0), 0.5 * 10_001 / 9_999, tokens(7, 9), numbers(0.3, 0.2))
            .build();
    assertThat(model.next(0).listed()).containsExactly(7, 9);
    assertThat(model.next(0).rest()).isEqualTo(0.5 / 9_999, within(1e-18));
    assertThat(model.next(1).listed()).isEmpty();
  }

  @Test
  void aRowIsSparseWhereMostUnigramsAreEqual() {
    double[] unigrams = new double[101];
    Arrays.fill(unigrams, 0.005);
    unigrams[3] = 0.5; // the one that is not 0.005
    BackoffModel model =
        BackoffModel.builder(chinese(100), 2, unigrams)
            .row(tokens(0), 0, tokens(4), numbers(1))
            .row(tokens(1), 0.5 / 0.995, tokens(4), numbers(0.5))
            .build();
    assertThat(model.next(0).listed()).containsExactly(4); // nothing else is possible
    assertThat(model.next(1).listed()).containsExactly(3, 4);
    assertThat(model.next(2).listed()).containsExactly(3);
  }

  @Test
  void anotherUnigramMayBeBelowTheOnesThatAreEqualWhereItIsListed() {
    double[] unigrams = new double[101];
    Arrays.fill(unigrams, 0.01);
    unigrams[0] = 0;
    BackoffModel model =
        BackoffModel.builder(chinese(100), 2, unigrams)
            .row(tokens(1), 0.5, tokens(0), numbers(0.5))
            .build();
    assertThat(model.next(1).listed()).containsExactly(0);
    assertThat(model.next(2).probability(0)).isZero();
  }

  @Test
  void aBackoffOfZeroLeavesOnlyWhatIsListed() {
    BackoffModel model = ab().row(tokens(1), 0, tokens(0, 2), numbers(0.5, 0.5)).build();
    assertThat(model.next(1).supportSize()).isEqualTo(2);
    assertThat(model.next(1).probability(1)).isZero();
  }

  @Test
  void aBackoffMayBeAboveOne() {
    // b alone is left for a share of 0.5, twice its unigram.
    BackoffModel model = ab().row(tokens(1), 2, tokens(0, 1), numbers(0.25, 0.25)).build();
    assertThat(model.next(1).probability(2)).isEqualTo(0.5, within(1e-15));
  }

  @Test
  void theBackoffPlaysNoPartWhereAllIsListed() {
    BackoffModel model = ab().row(tokens(1), 1, tokens(0, 1, 2), numbers(0.5, 0.25, 0.25)).build();
    assertThat(model.next(1)).isEqualTo(Distribution.of(0.5, 0.25, 0.25));
  }

  @Test
  void whatIsLeftOfTheUnigramsIsNotLostInRounding() {
    // What is left is 1e-12, which 1 - 0.1 - 0.2 - ... would miss by some 1e-16, one part in 1e4.
    double[] unigrams = {0.1, 0.2, 0.3, 0.4 - 1e-12, 1e-12};
    double backoff = 1e6;
    double listed = 1 - backoff * 1e-12;
    BackoffModel model =
        BackoffModel.builder(Vocabulary.of("abcd"), 2, unigrams)
            .row(tokens(0), backoff, tokens(0, 1, 2, 3), numbers(listed, 0, 0, 0))
            .build();
    assertThat(model.next(0).probability(4)).isEqualTo(1e-6, within(1e-15));
  }

  @Test
  void nothingIsLeftWhereWhatIsNotListedIsImpossible() {
    assertThat(1 - 0.1 - 0.2 - 0.3 - 0.4).isNotZero(); // in doubles, which must not matter
    double[] unigrams = {0.1, 0.2, 0.3, 0.4, 0};
    BackoffModel.Builder model = BackoffModel.builder(Vocabulary.of("abcd"), 2, unigrams);
    assertThat(model.rowSum(tokens(1), 1e6, tokens(0, 1, 2, 3), numbers(0, 0, 0, 0))).isZero();
  }

  @Test
  void theSumOfARowThatIsNoneYetCanBeAskedFor() {
    // 0.1 + 2 x (0.5 + 0.25)
    assertThat(ab().rowSum(tokens(1), 2, tokens(1), numbers(0.1))).isEqualTo(1.6, within(1e-15));
    assertThat(ab().rowSum(tokens(1), 2, tokens(0, 1, 2), numbers(0.1, 0.1, 0.1)))
        .isEqualTo(0.3, within(1e-15));
  }

  @Test
  void aRowThatDoesNotSumToOneIsAnErrorThatNamesTheContext() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ab().row(tokens(1), 0.5, tokens(2), numbers(0.4)))
        .withMessage("the probabilities after 'a' must sum to 1, sum is 0.775");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ab().row(tokens(1), 0.8, tokens(2), numbers(0.4 + 1e-8)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY, 1e7})
  void aBackoffThatIsNoneIsAnErrorThatNamesIt(double backoff) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ab().row(tokens(1), backoff, tokens(0, 1, 2), numbers(0.5, 0.25, 0.25)))
        .withMessageContaining("'a'")
        .withMessageContaining(Double.toString(backoff));
  }

  @Test
  void aProbabilityThatIsNoneIsAnError() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ab().row(tokens(1), 0, tokens(0, 1), numbers(1.5, -0.5)))
        .withMessageContaining("-0.5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ab().row(tokens(1), 0, tokens(0, 1), numbers(1, Double.NaN)))
        .withMessageContaining("NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ab().row(tokens(1), 0, tokens(0), numbers(Double.POSITIVE_INFINITY)));
  }

  @Test
  void tokensAreOnesOfTheVocabularyAscendingAndAsManyAsProbabilities() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ab().row(tokens(3), 1, tokens(), numbers()))
        .withMessageContaining("3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ab().row(tokens(0), 0, tokens(3), numbers(1)))
        .withMessageContaining("3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ab().row(tokens(0), 0, tokens(1, 1), numbers(0.5, 0.5)))
        .withMessageContaining("ascending");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ab().row(tokens(0), 0, tokens(1), numbers(0.5, 0.5)))
        .withMessageContaining("2");
  }

  @Test
  void unigramsAreADistributionOverAllTokens() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BackoffModel.builder(AB, 2, 0.5, 0.5))
        .withMessage("3 tokens need as many unigrams, not 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BackoffModel.builder(AB, 2, 0.5, 0.5, 0.5))
        .withMessageContaining("1.5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BackoffModel.builder(AB, 2, 1, 0.5, -0.5))
        .withMessageContaining("-0.5");
  }

  @Test
  void laterChangesToWhatWasPassedChangeNothing() {
    double[] unigrams = {0.5, 0.25, 0.25};
    int[] tokens = {2};
    double[] probabilities = {0.4};
    BackoffModel.Builder builder =
        BackoffModel.builder(AB, 2, unigrams).row(tokens(1), 0.8, tokens, probabilities);
    BackoffModel model = builder.build();
    unigrams[0] = 0;
    tokens[0] = 0;
    probabilities[0] = 0;
    assertThat(model.unigram(0)).isEqualTo(0.5);
    assertThat(model.backoff(1)).isEqualTo(0.8);
    assertThat(model.row(1)).containsExactly(new BackoffModel.ListedGram(2, 0.4));
  }
}
