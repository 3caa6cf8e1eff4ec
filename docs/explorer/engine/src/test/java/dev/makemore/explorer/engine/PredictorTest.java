package dev.makemore.explorer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.bigram.count.CountModel;
import dev.makemore.model.Corpus;
import dev.makemore.model.Distribution;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.contract.TableModel;
import dev.makemore.sampling.Condition;
import dev.makemore.sampling.Conditional;
import dev.makemore.sampling.Sample;
import dev.makemore.sampling.Sampler;
import dev.makemore.sampling.Temperature;
import dev.makemore.sampling.TopK;
import dev.makemore.sampling.TopP;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PredictorTest {

  private static final int LONGEST = Sampler.DEFAULT_MAX_LENGTH;

  private static final LanguageModel COUNTED =
      CountModel.fit(
          BigramCounts.of(Corpus.of("emma", "olivia", "ava", "isabella", "sophia", "mia")), 0.1);

  private static final Predictor PREDICTOR = Predictor.ofBigrams(COUNTED);

  /** After a dot a, after a with probability 1/4 another a, 1/4 b, 1/2 the end; after b the end. */
  private static final Predictor BY_HAND =
      Predictor.ofBigrams(
          TableModel.bigram(
              "ab",
              new double[] {0, 1, 0},
              new double[] {0.5, 0.25, 0.25},
              new double[] {1, 0, 0}));

  private static List<String> names(Sampler sampler, long seed, int count) {
    return sampler.samples(seed).limit(count).map(Sample::text).toList();
  }

  @Test
  void theNamesOfASeedAreThoseOfTheSamplerInAllBlocks() {
    assertThat(PREDICTOR.names("42", 10_000, "", 0, 0, ""))
        .containsExactlyElementsOf(names(Sampler.of(COUNTED), 42, 10_000));
    assertThat(PREDICTOR.names("-1", 0, "", 0, 0, "")).isEmpty();
  }

  @Test
  void aModelIsShapedInTheOrderOfTheCommand() {
    LanguageModel tempered = Temperature.of(COUNTED, 1.5);
    LanguageModel shaped = TopP.of(TopK.of(tempered, 4), 0.6);
    LanguageModel inAnotherOrder = TopK.of(TopP.of(tempered, 0.6), 4);
    assertThat(PREDICTOR.shaped(1.5, 4, 0.6).names("7", 5_000, "", 0, 0, ""))
        .containsExactlyElementsOf(names(Sampler.of(shaped), 7, 5_000))
        .isNotEqualTo(names(Sampler.of(inAnotherOrder), 7, 5_000).toArray(String[]::new));
  }

  @Test
  void namesMayHaveAPrefixASuffixAndLengths() {
    Condition condition = Condition.none().withMinLength(4).withMaxLength(6).withSuffix("a");
    Sampler sampler = Sampler.of(Conditional.of(COUNTED, condition, "so")).withPrefix("so");
    assertThat(PREDICTOR.names("42", 5_000, "so", 4, 6, "a"))
        .containsExactlyElementsOf(names(sampler, 42, 5_000))
        .allMatch(name -> name.matches("so.{1,3}a"));
    assertThat(PREDICTOR.names("42", 5_000, "", 3, 0, "")).allMatch(name -> name.length() >= 3);
  }

  /** Of these, nine in ten would be cut: with a wish they are left out, as by the command. */
  @Test
  void aNameThatWouldBeCutDoesNotMeetAWish() {
    LanguageModel model =
        TableModel.bigram("a", new double[] {0, 1}, new double[] {1e-4, 1 - 1e-4});
    Sampler sampler = Sampler.of(Conditional.of(model, Condition.none().withMinLength(1)));
    List<String> uncut =
        sampler.samples(5).filter(s -> !s.cut()).limit(30).map(Sample::text).toList();
    assertThat(Predictor.ofBigrams(model).names("5", 30, "", 1, 0, ""))
        .containsExactlyElementsOf(uncut);
    assertThat(Predictor.ofBigrams(model).names("5", 30, "", 0, 0, ""))
        .containsExactlyElementsOf(names(Sampler.of(model), 5, 30));
    LanguageModel longer =
        TableModel.bigram("a", new double[] {0, 1}, new double[] {1e-7, 1 - 1e-7});
    assertThatThrownBy(() -> Predictor.ofBigrams(longer).names("5", 30, "", 1, 0, ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching("nearly all such names have more than 1000 .*|.*set a maximum length");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 17, 4_094, 4_095, 4_096, 4_097, 9_000})
  void aWalkSpellsTheNameOfItsNumber(int index) {
    assertThat(spelled(PREDICTOR, PREDICTOR.walk("42", index)))
        .isEqualTo(PREDICTOR.names("42", index + 1, "", 0, 0, "")[index]);
  }

  @Test
  void aWalkOfANameThatNeverEndsIsCutAtTheMaximumLength() {
    Predictor endless =
        Predictor.ofBigrams(TableModel.bigram("a", new double[] {0, 1}, new double[] {0, 1}));
    Walk walk = endless.walk("1", 2);
    assertThat(walk.tokens()).hasSize(LONGEST).containsOnly(1);
    assertThat(walk.positions()).hasSize(LONGEST);
    assertThat(spelled(endless, walk)).isEqualTo(endless.names("1", 3, "", 0, 0, "")[2]);
  }

  /** A name may end just where it would have been cut; there is one among these. */
  @Test
  void aWalkShowsTheEndOfANameThatIsJustNotCut() {
    TableModel model = TableModel.bigram("a", new double[] {0, 1}, new double[] {1e-3, 1 - 1e-3});
    List<Sample> samples = Sampler.of(model).samples(3).limit(20_000).toList();
    int index =
        IntStream.range(0, samples.size())
            .filter(i -> samples.get(i).text().length() == LONGEST && !samples.get(i).cut())
            .findFirst()
            .orElseThrow();
    int[] tokens = Predictor.ofBigrams(model).walk("3", index).tokens();
    assertThat(tokens).hasSize(LONGEST + 1).endsWith(Vocabulary.BOUNDARY);
  }

  @Test
  void aWalkHasAPositionForEachToken() {
    Walk walk = BY_HAND.walk("5", 3);
    assertThat(walk.positions()).hasSameSizeAs(walk.tokens());
    assertThat(walk.tokens()).startsWith(1).endsWith(0);
    for (int i = 1; i < walk.tokens().length && walk.tokens()[i - 1] == 1; i++) {
      double position = walk.positions()[i]; // the end up to 1/2, a up to 3/4, b
      assertThat(walk.tokens()[i]).isEqualTo(position < 0.5 ? 0 : position < 0.75 ? 1 : 2);
    }
  }

  private static String spelled(Predictor predictor, Walk walk) {
    int[] codePoints = predictor.codePoints();
    return IntStream.of(walk.tokens())
        .filter(token -> token != Vocabulary.BOUNDARY)
        .mapToObj(token -> Character.toString(codePoints[token - 1]))
        .collect(Collectors.joining());
  }

  @Test
  void aSeedMustBeAWholeNumberOf64Bits() {
    assertThatThrownBy(() -> PREDICTOR.names("x", 1, "", 0, 0, ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the seed must be a whole number, was 'x'");
    assertThatThrownBy(() -> PREDICTOR.walk("1.5", 0))
        .hasMessage("the seed must be a whole number, was '1.5'");
    assertThatThrownBy(() -> PREDICTOR.walk("", 0))
        .hasMessage("the seed must be a whole number, was ''");
    assertThatThrownBy(() -> PREDICTOR.walk("9223372036854775808", 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the seed must be from -2^63 to 2^63 - 1, was 9223372036854775808");
    for (long seed : new long[] {Long.MIN_VALUE, Long.MAX_VALUE}) {
      assertThat(PREDICTOR.names(Long.toString(seed), 3, "", 0, 0, ""))
          .containsExactlyElementsOf(names(Sampler.of(COUNTED), seed, 3));
    }
  }

  @Test
  void whatCantBeDrawnIsRefused() {
    assertThatThrownBy(() -> PREDICTOR.names("1", -1, "", 0, 0, ""))
        .hasMessage("the number of names must be >= 0, was -1");
    assertThatThrownBy(() -> PREDICTOR.names("1", 1, "", -1, 0, ""))
        .hasMessage("minimum length must be >= 0, was -1");
    assertThatThrownBy(() -> PREDICTOR.names("1", 1, "", 0, -1, ""))
        .hasMessageContaining("maximum length");
    assertThatThrownBy(() -> PREDICTOR.names("1", 1, "", 1_001, 0, ""))
        .hasMessage("minimum length 1001 is more than the maximum length 1000");
    assertThatThrownBy(() -> BY_HAND.names("1", 1, "", 0, 0, "ba"))
        .hasMessageContaining("of this kind: ends with 'ba'");
    assertThatThrownBy(() -> PREDICTOR.names("1", 1, "mia", 0, 2, ""))
        .hasMessage("maximum length 2 is shorter than the prefix 'mia'");
    assertThatThrownBy(() -> PREDICTOR.names("1", 1, "zoe", 0, 0, ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'z'");
    assertThatThrownBy(() -> PREDICTOR.walk("1", -1))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("a name has a number >= 0, not -1");
  }

  @Test
  void eachPredictionOfATextIsExplained() {
    assertThat(BY_HAND.explain("aab")).containsExactly(1, 0.25, 0.25, 1);
    assertThat(BY_HAND.explain("")).containsExactly(0);
    assertThat(BY_HAND.explain("az")[1]).isEqualTo(-1);
  }

  /** The log likelihood of "aab" is -(ln 1 + 2 ln 4 + ln 1), over 4 predictions. */
  @Test
  void theScoreOfATextIsTheAverageOfItsPredictions() {
    assertThat(BY_HAND.score("aab")).isEqualTo(Math.log(4) / 2, within(1e-15));
    assertThat(BY_HAND.score("b")).isInfinite();
    PairCounts text = PairCounts.of(BigramCounts.of(Corpus.of("aab", "a", "ab")));
    double nll = (2 * Math.log(4) + Math.log(2) + Math.log(4)) / 9;
    assertThat(BY_HAND.averageNll(text)).isEqualTo(nll, within(1e-15));
  }

  @Test
  void theTableHasTheRowsOfAllContexts() {
    assertThat(BY_HAND.table()).containsExactly(0, 1, 0, 0.5, 0.25, 0.25, 1, 0, 0);
    assertThat(BY_HAND.row(1)).containsExactly(0.5, 0.25, 0.25);
    assertThat(BY_HAND.after("ba")).containsExactly(0.5, 0.25, 0.25);
    assertThat(BY_HAND.after("")).containsExactly(0, 1, 0);
    assertThat(BY_HAND.codePoints()).containsExactly('a', 'b');
  }

  @Test
  void onlyACountedModelHasCounts() {
    PairCounts counts = PREDICTOR.counts();
    assertThat(counts).isNotNull();
    assertThat(counts.total()).isEqualTo(4 + 6 + 3 + 8 + 6 + 3 + 6);
    assertThat(PREDICTOR.smoothing()).isEqualTo(0.1);
    assertThat(BY_HAND.counts()).isNull();
    assertThat(BY_HAND.smoothing()).isZero();
  }

  @Test
  void aReshapedModelCantBeSaved() {
    assertThatThrownBy(() -> PREDICTOR.shaped(2, 100, 1).file())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("save the model that it was made from");
  }

  @Test
  void aModelThatLooksAtMoreThanOneCharacterIsRefused() {
    Distribution certain = Distribution.certain(1, 0);
    TableModel trigrams = new TableModel(Vocabulary.of(), 2, List.of(certain));
    assertThatThrownBy(() -> Predictor.ofBigrams(trigrams))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the model looks at 2 characters, and this page shows models that look at one");
  }

  @Test
  void textThatIsNotAModelIsRefused() throws IOException {
    assertThatThrownBy(() -> Engine.load("emma\n"))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("the model");
    String file = PREDICTOR.file();
    String shorter = file.substring(0, file.length() - 5);
    assertThatThrownBy(() -> Engine.load(shorter)).isInstanceOf(IOException.class);
  }
}
