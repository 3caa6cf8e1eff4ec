package dev.makemore.model.arpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.model.Distribution;
import dev.makemore.model.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

  /** The example of the class: after b, a with 0.4; after a b, b with 0.1. */
  private static BackoffModel trigrams() {
    return BackoffModel.builder(AB, 3, 0.5, 0.25, 0.25)
        .row(tokens(2), 0.8, tokens(1), numbers(0.4))
        .row(tokens(1, 2), 1.125, tokens(2), numbers(0.1))
        .build();
  }

  @Test
  void whatIsNotListedBacksOffOverOneLevelAndOverTwo() {
    BackoffModel model = trigrams();
    // 0.8 of 0.5 + 0.25 is 0.6; 0.4 + 0.4 is left after a b, times 1.125 is 0.9.
    assertThat(model.probability(2, 1, 2)).isEqualTo(0.1, within(1e-15));
    assertThat(model.probability(1, 1, 2)).isEqualTo(0.45, within(1e-15));
    assertThat(model.probability(0, 1, 2)).isEqualTo(0.45, within(1e-15));
    assertThat(model.probability(1, 2, 2)).isEqualTo(0.4, within(1e-15));
    assertThat(model.probability(2, 2, 1)).isEqualTo(0.25); // nothing is known of a
    assertThat(model.next(1, 2)).isEqualTo(model.next(2, 1, 2));
  }

  @Test
  void aContextAtTheStartOfAnItemIsOfItsOwn() {
    BackoffModel model =
        BackoffModel.builder(AB, 4, 0.5, 0.25, 0.25)
            .row(tokens(1), 0, tokens(1), numbers(1))
            .row(tokens(0, 1), 0, tokens(2), numbers(1))
            .build();
    assertThat(model.next(1).probability(2)).isEqualTo(1); // an a that starts
    assertThat(model.next(0, 1).probability(2)).isEqualTo(1);
    assertThat(model.next(0, 0, 1)).isEqualTo(model.next(1));
    assertThat(model.next(2, 0, 1)).isEqualTo(model.next(1)); // of the item after another
    assertThat(model.next(2, 1).probability(1)).isEqualTo(1); // an a that goes on
    assertThat(model.next(2, 2, 1).probability(1)).isEqualTo(1);
  }

  @Test
  void anyOrderCanBeAskedForWhatItWasMadeOf() {
    BackoffModel model = trigrams();
    assertThat(model.order()).isEqualTo(3);
    assertThat(model.contextLength()).isEqualTo(2);
    assertThat(model.backoff(1, 2)).isEqualTo(1.125);
    assertThat(model.backoff(2, 2)).isEqualTo(1); // which is not known
    assertThat(model.backoff(2, 1, 2)).isEqualTo(1);
    assertThat(model.backoff()).isEqualTo(1);
    assertThat(model.row(1, 2)).containsExactly(new BackoffModel.ListedGram(2, 0.1));
    assertThat(model.row(2, 1)).isEmpty();
    assertThat(model.row()).isEmpty();
    assertThat(IntStream.rangeClosed(1, 3).mapToObj(model::ngrams)).containsExactly(3L, 1L, 1L);
    assertThat(model).hasToString("BackoffModel(1 bigrams, 1 trigrams, Vocabulary(3 tokens))");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model.ngrams(4))
        .withMessage("this model has n-grams of 1 to 3 tokens, not of 4");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model.row(1, 3))
        .withMessageEndingWith("3");
  }

  @Test
  void contextsComeByLengthAndThenInOrderHoweverTheyWereGiven() {
    BackoffModel.Builder builder = BackoffModel.builder(AB, 3, 0.5, 0.25, 0.25);
    for (int[] context : new int[][] {{2}, {0}, {2, 1}, {0, 2}, {1, 2}}) {
      builder.row(context, 1, tokens(), numbers());
    }
    List<String> contexts = new ArrayList<>();
    builder.build().forEachContext(context -> contexts.add(AB.decode(context)));
    assertThat(contexts).containsExactly(".", "b", ".b", "ab", "ba");
  }

  @Test
  void aUnigramModelLooksAtNothing() {
    BackoffModel model = BackoffModel.builder(AB, 1, 0.5, 0.25, 0.25).build();
    assertThat(model.contextLength()).isZero();
    assertThat(model.next(1, 2)).isEqualTo(Distribution.of(0.5, 0.25, 0.25));
    assertThat(model).hasToString("BackoffModel(3 unigrams, Vocabulary(3 tokens))");
    model.forEachContext(context -> fail("there is none"));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 17})
  void anOrderIsFromOneToSixteen(int order) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BackoffModel.builder(AB, order, 0.5, 0.25, 0.25))
        .withMessage("an order must be from 1 to 16, was " + order);
  }

  @Test
  void aContextThatCanNotBeOneIsAnErrorThatNamesIt() {
    BackoffModel.Builder builder = BackoffModel.builder(AB, 3, 0.5, 0.25, 0.25);
    assertContextRefused(builder, "a context has at least 1 token");
    assertContextRefused(
        builder, "a context of a model of order 3 has at most 2 tokens, was 'aba'", 1, 2, 1);
    assertContextRefused(
        ab(), "a context of a model of order 2 has at most 1 token, was 'ab'", 1, 2);
    assertContextRefused(
        builder, "only the first token of a context can be the boundary, was 'a.'", 1, 0);
    assertContextRefused(builder, "was '..'", 0, 0);
    assertContextRefused(builder, "token must be from 0 to 2, was 3", 1, 3);
    builder.row(tokens(0, 1), 1, tokens(), numbers());
    assertContextRefused(builder, "the context '.a' is given twice", 0, 1);
    assertContextRefused(builder, "'a' must come before all contexts that are longer", 1);
  }

  private static void assertContextRefused(
      BackoffModel.Builder builder, String problem, int... context) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.row(context, 1, tokens(), numbers()))
        .withMessageContaining(problem);
  }

  @Test
  void aLongerRowSumsToOneWithWhatItBacksOffTo() {
    BackoffModel.Builder builder =
        BackoffModel.builder(AB, 3, 0.5, 0.25, 0.25).row(tokens(2), 0.8, tokens(1), numbers(0.4));
    // After b: 0.4, 0.4 and 0.2. So 0.1 + 2 x (0.4 + 0.4).
    assertThat(builder.rowSum(tokens(1, 2), 2, tokens(2), numbers(0.1)))
        .isEqualTo(1.7, within(1e-15));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.row(tokens(0, 2), 2, tokens(2), numbers(0.1)))
        .withMessageMatching("the probabilities after '\\.b' must sum to 1, sum is 1\\.(7|6999).*");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.row(tokens(1, 2), 1e7, tokens(2), numbers(0.1)))
        .withMessage("the backoff of 'ab' must be from 0 to 1000000.0, was 1.0E7");
  }

  @Test
  void whatIsLeftAtALowerLevelIsNotLostInRoundingEither() {
    // After d, 1e-12 is left for d, and a million times as much after d d: one part in 1e6.
    double[] unigrams = {0.1, 0.2, 0.3, 0.2, 0.2};
    BackoffModel model =
        BackoffModel.builder(Vocabulary.of("abcd"), 3, unigrams)
            .row(tokens(4), 5e-12, tokens(0, 1, 2, 3), numbers(0.1, 0.2, 0.3, 0.4 - 1e-12))
            .row(tokens(4, 4), 1e6, tokens(0, 1, 2, 3), numbers(1 - 1e-6, 0, 0, 0))
            .build();
    assertThat(model.next(4, 4).probability(4)).isEqualTo(1e-6, within(1e-17));
  }

  @Test
  void aLongerRowIsAsSparseAsWhatIsListedOnTheWayDown() {
    double[] equal = new double[10_001];
    Arrays.fill(equal, 1.0 / 10_001);
    double left = 0.5 * 10_001 / 9_999;
    BackoffModel.Builder builder =
        BackoffModel.builder(chinese(10_000), 3, equal)
            .row(tokens(1), left, tokens(7, 9), numbers(0.3, 0.2));
    double below = 1 - 0.3; // without 7, which is listed in both
    BackoffModel model = builder.row(tokens(2, 1), 0.9 / below, tokens(7), numbers(0.1)).build();
    assertThat(model.next(2, 1).listed()).containsExactly(7, 9);
    assertThat(model.next(2, 1).probability(9)).isEqualTo(0.2 * 0.9 / 0.7, within(1e-12));
    assertThat(model.next(2, 1).rest()).isEqualTo(0.5 / 9_999 * 0.9 / 0.7, within(1e-15));
    assertThat(model.next(2, 2).listed()).isEmpty();
  }

  @Test
  void aBuilderBuildsOneModel() {
    BackoffModel.Builder builder = ab();
    builder.build();
    assertThatIllegalStateException()
        .isThrownBy(builder::build)
        .withMessage("the model has been built; start another builder");
    assertThatIllegalStateException()
        .isThrownBy(() -> builder.row(tokens(1), 1, tokens(), numbers()));
  }

  /** 1,728,000 trigrams of 14,400 contexts: the arrays grow, and nothing overflows. */
  @Test
  void aModelMayHaveMillionsOfNgrams() {
    int size = 121;
    double[] equal = new double[size];
    Arrays.fill(equal, 1.0 / size);
    BackoffModel.Builder builder = BackoffModel.builder(chinese(size - 1), 3, equal);
    int[] listed = IntStream.range(0, size - 1).toArray();
    double[] probabilities = new double[size - 1];
    Arrays.fill(probabilities, 0.5 / (size - 1));
    for (int first = 0; first < size - 1; first++) {
      for (int second = 1; second < size; second++) {
        builder.row(tokens(first, second), 0.5 * size, listed, probabilities);
      }
    }
    BackoffModel model = builder.build();
    assertThat(model.ngrams(3)).isEqualTo(120L * 120 * 120);
    assertThat(model.probability(size - 1, 7, 8)).isEqualTo(0.5, within(1e-12));
    assertThat(model.probability(3, 7, 8)).isEqualTo(0.5 / 120, within(1e-12));
  }
}
