package example.gpt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.model.Corpus;
import dev.makemore.model.Evaluation;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.contract.FuzzedModel;
import dev.makemore.model.contract.Sealed;
import dev.makemore.model.io.MalformedModelException;
import dev.makemore.model.io.ModelFile;
import dev.makemore.model.learn.LearnerSettings;
import dev.makemore.model.learn.Learners;
import dev.makemore.model.learn.LearningListener;
import dev.makemore.model.learn.TrainingText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GptTest {

  private static final Corpus NAMES = Corpus.of("emma", "olivia", "ava", "isabella", "sophia");

  private static LearnerSettings small() {
    return LearnerSettings.defaults()
        .with(GptLearner.STEPS, 5)
        .with(GptLearner.WIDTH, 2)
        .with(GptLearner.HEADS, 1)
        .with(GptLearner.CONTEXT, 3);
  }

  private static Gpt learned(Corpus names, LearnerSettings settings) {
    return new GptLearner().learn(TrainingText.of(names), settings, LearningListener.none());
  }

  @Test
  void itIsAServiceThatTheCommandFinds() {
    assertThat(Learners.named("gpt")).isInstanceOf(GptLearner.class);
  }

  @Test
  void moreStepsCostLess() {
    Gpt few = learned(NAMES, LearnerSettings.defaults().with(GptLearner.STEPS, 1));
    Gpt more = learned(NAMES, LearnerSettings.defaults().with(GptLearner.STEPS, 200));
    double first = cost(few);
    assertThat(first).isBetween(2.4, 2.9); // ln 14 = 2.64 is that of a guess
    assertThat(cost(more)).isLessThan(0.5);
  }

  private static double cost(LanguageModel model) {
    return Evaluation.of(model, NAMES).averageNll();
  }

  /** What a listener was told, which ends the training after some steps. */
  private static final class Told implements LearningListener {
    private final long last;
    private final List<Double> shares = new ArrayList<>();
    private final List<Long> steps = new ArrayList<>();
    private final List<Double> losses = new ArrayList<>();

    Told(long last) {
      this.last = last;
    }

    @Override
    public boolean goOn(double share) {
      throw new AssertionError("a training is told of in steps");
    }

    @Override
    public boolean goOn(double share, long taken, double loss) {
      shares.add(share);
      steps.add(taken);
      losses.add(loss);
      return taken < last;
    }
  }

  @Test
  void theEndIsToldToo() {
    Told told = new Told(Long.MAX_VALUE);
    LearnerSettings settings = LearnerSettings.defaults().with(GptLearner.STEPS, 2);
    new GptLearner().learn(TrainingText.of(NAMES), settings, told);
    assertThat(told.shares).containsExactly(0.0, 0.5, 1.0);
    assertThat(told.steps).containsExactly(0L, 1L, 2L);
  }

  @Test
  void theListenerHearsEachStepAndEndsTheTrainingWithTheModelSoFar() {
    Told told = new Told(10);
    Gpt ended =
        new GptLearner()
            .learn(
                TrainingText.of(NAMES),
                LearnerSettings.defaults().with(GptLearner.STEPS, 1_000),
                told);
    assertThat(told.shares).hasSize(11).startsWith(0.0, 0.001).endsWith(0.01);
    assertThat(told.steps).startsWith(0L, 1L).endsWith(10L);
    assertThat(told.losses).first().isEqualTo(Double.NaN);
    assertThat(told.losses.get(10)).isBetween(2.0, 3.0);
    assertThat(cost(ended))
        .isLessThan(cost(learned(NAMES, LearnerSettings.defaults().with(GptLearner.STEPS, 1))));
  }

  @Test
  void whereThereIsNothingToLearnFromItGuesses() {
    Gpt gpt = learned(Corpus.of(), LearnerSettings.defaults());
    assertThat(gpt.vocabulary().size()).isEqualTo(1);
    assertThat(gpt.next().probability(0)).isEqualTo(1);
  }

  @Test
  void theWidthIsAMultipleOfTheHeads() {
    LearnerSettings settings = LearnerSettings.defaults().with(GptLearner.HEADS, 3);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GptLearner().check(settings))
        .withMessage("'width' must be a multiple of 'heads', but is 16 for 3");
  }

  @Test
  void noSizeIsLargerThanAThousand() {
    LearnerSettings context = LearnerSettings.defaults().with(GptLearner.CONTEXT, 2_000_000_000);
    LearnerSettings width = LearnerSettings.defaults().with(GptLearner.WIDTH, 2_000);
    for (LearnerSettings settings : List.of(context, width)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new GptLearner().check(settings))
          .withMessage("'width', 'heads' and 'context' must be from 1 to 1000");
    }
  }

  @Test
  void eachTokenSharesItsAttentionAmongThoseUpToItself() {
    Gpt gpt = learned(NAMES, LearnerSettings.defaults().with(GptLearner.STEPS, 50));
    double[][][] shares = gpt.attention(NAMES.vocabulary().encode("emma"));
    assertThat(shares).hasDimensions(4, 5);
    for (double[][] head : shares) {
      for (int token = 0; token < 5; token++) {
        assertThat(head[token]).hasSize(token + 1);
        assertThat(Arrays.stream(head[token]).sum()).isEqualTo(1, within(1e-12));
      }
    }
    assertThat(shares[0][4]).isNotEqualTo(shares[1][4]);
  }

  @Test
  void theFunctionOfATapeHasTheBitsOfTheTape() {
    Gpt gpt = learned(NAMES, LearnerSettings.defaults().with(GptLearner.STEPS, 20));
    int[] item = NAMES.vocabulary().encode("a");
    double onTape = gpt.loss(item).data();
    double first = gpt.next().negativeLogLikelihood(item[0]);
    double last = gpt.next(item).negativeLogLikelihood(0);
    assertThat((first + last) / 2).isEqualTo(onTape, within(1e-15));
  }

  private static String saved() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ModelFile.write(learned(Corpus.of("ab"), small()), file);
    String text = file.toString(StandardCharsets.UTF_8);
    return text.substring(0, text.indexOf("# sha256"));
  }

  @Test
  void aFileThatDoesNotFitItsSizesIsRefused() throws IOException {
    assertMalformed("# width: 2", "# width: 4", "tokens needs 12 numbers from -1E9 to 1E9");
    assertMalformed("# width: 2", "# width: 99999999999", "must be from 1 to 1000");
    assertMalformed("# heads: 1", "# heads: 3", "'width' must be a multiple of 'heads', but is 2");
    assertMalformed("# context: 3", "# context: 2000000000", "must be from 1 to 1000");
    assertMalformed("# context: 3", "# context: 4", "places needs 8 numbers");
    assertMalformed("# context: 3", "# context: 0", "'0' is not a count");
    assertMalformed("query\t0\t.*", "query\t0\t1E10", "query needs 4 numbers");
    assertMalformed("logits\t5\t.*\n", "", "logits needs 6 numbers");
  }

  private static void assertMalformed(String from, String to, String problem) throws IOException {
    String text = saved().replaceFirst(from, to);
    assertThat(text).isNotEqualTo(saved());
    assertThatThrownBy(() -> ModelFile.read(Sealed.file(text), "gpt.model"))
        .isInstanceOf(MalformedModelException.class)
        .hasMessageMatching("gpt\\.model:[5-7]: .*")
        .hasMessageContaining(problem);
    FuzzedModel.check(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void theLargestNumbersStillGiveProbabilities() throws IOException {
    FuzzedModel.check(
        saved().replaceAll("(?m)\t-?0\\.\\d+(E-\\d+)?$", "\t1E9").getBytes(StandardCharsets.UTF_8));
  }
}
