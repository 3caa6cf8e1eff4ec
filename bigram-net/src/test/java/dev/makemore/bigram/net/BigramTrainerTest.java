package dev.makemore.bigram.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.autograd.optim.LearningRate;
import dev.makemore.bigram.count.CountModel;
import dev.makemore.bigram.net.TrainingResult.Stop;
import dev.makemore.model.Corpus;
import dev.makemore.model.Distribution;
import dev.makemore.model.Divergence;
import dev.makemore.model.Evaluation;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Transitions;
import dev.makemore.model.contract.Visits;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BigramTrainerTest {

  private static final Corpus NAMES =
      Corpus.of("emma", "olivia", "ava", "isabella", "sophia", "mia", "noah", "liam", "elena");

  private static final double COUNTED_NLL =
      Evaluation.of(CountModel.fit(NAMES), NAMES).averageNll();

  private static double largestVariation(LanguageModel p, LanguageModel q) {
    return Divergence.perContext(p, q).stream()
        .mapToDouble(Divergence::totalVariation)
        .max()
        .getAsDouble();
  }

  @ParameterizedTest
  @EnumSource
  void everyWayToStepArrivesAtTheCounts(Descent descent) {
    // No step of plain descent raises the loss up to 4 / w_c: the largest share is that of a,
    // 11/52.
    BigramTrainer trainer = BigramTrainer.create().withDescent(descent).withMaxSteps(20_000);
    TrainingResult result =
        (descent == Descent.PLAIN ? trainer.withLearningRate(15) : trainer).train(NAMES);
    assertThat(result.stop()).isEqualTo(Stop.CERTIFIED);
    assertThat(largestVariation(CountModel.fit(NAMES), result.net())).isLessThan(5e-4);
  }

  @Test
  void theFirstStepIsTheOneByHand() {
    // One item a, tokens . and a: .a and a. once each, so w = 1/2, p = (0, 1) and (1, 0).
    // At weights 0 q = (1/2, 1/2); the gradient is 1/2 (q - p) = (1/4, -1/4) and (-1/4, 1/4).
    TrainingResult one =
        BigramTrainer.create()
            .withDescent(Descent.PLAIN)
            .withLearningRate(2)
            .withMaxSteps(1)
            .train(Corpus.of("a"));
    assertThat(one.net().weight(0, 0)).isEqualTo(-0.5);
    assertThat(one.net().weight(0, 1)).isEqualTo(0.5);
    assertThat(one.net().weight(1, 0)).isEqualTo(0.5);
    assertThat(one.steps()).isEqualTo(1);
    assertThat(one.stop()).isEqualTo(Stop.STEPS);
    // softmax(-0.5, 0.5) gives 1 / (1 + e^-1) to the right one
    assertThat(one.loss()).isEqualTo(Math.log1p(Math.exp(-1)), within(1e-15));
  }

  @Test
  void theDefaultStepIsScaledByTheShareOfTheRow() {
    // The same with a step of rate / w_c: 3 x 2 x 1/4 = 1.5.
    TrainingResult one = BigramTrainer.create().withMaxSteps(1).train(Corpus.of("a"));
    assertThat(one.net().weight(0, 1)).isEqualTo(1.5);
  }

  @Test
  void aPenaltyCountsAsMoreOfTheRowWhereStepsAreScaled() {
    // The same with a strength of 2: w_c counts as 1/2 + 4 x 2 / V^2 = 2.5, so 3 x 1/4 / 2.5 = 0.3.
    TrainingResult one = BigramTrainer.create().withL2(2).withMaxSteps(1).train(Corpus.of("a"));
    assertThat(one.net().weight(0, 1)).isEqualTo(0.3, within(1e-15));
  }

  @Test
  void theListenerHearsOfTheStartAndEveryStep() {
    List<TrainingStep> steps = new ArrayList<>();
    TrainingResult result =
        BigramTrainer.create()
            .withMaxSteps(5)
            .withTargetTotalVariation(0)
            .withListener(steps::add)
            .train(Corpus.of("a"));
    assertThat(steps).extracting(TrainingStep::step).containsExactly(0, 1, 2, 3, 4, 5);
    assertThat(steps.get(0).loss()).isEqualTo(Math.log(2), within(1e-15));
    assertThat(steps.get(0).gradientNorm()).isEqualTo(0.5, within(1e-15)); // root of 4/16
    assertThat(steps.get(0).totalVariation()).isEqualTo(0.5, within(1e-15));
    assertThat(result.loss()).isEqualTo(steps.get(5).loss());
  }

  @Test
  void trainingStopsAsSoonAsItIsCertified() {
    List<TrainingStep> steps = new ArrayList<>();
    TrainingResult result =
        BigramTrainer.create().withTargetTotalVariation(0.01).withListener(steps::add).train(NAMES);
    assertThat(result.stop()).isEqualTo(Stop.CERTIFIED);
    assertThat(steps.subList(0, steps.size() - 1)).allMatch(step -> step.totalVariation() >= 0.01);
    assertThat(result.totalVariation()).isLessThan(0.01);
    assertThat(result.steps()).isEqualTo(steps.size() - 1);
  }

  /** Of two equally likely tokens each weight 0 is right, so the gradient is 0 from the start. */
  @Test
  void withATargetOfZeroAllStepsAreMade() {
    Transitions even = Visits.over("a").visit(1, 0, 1).visit(1, 1, 1);
    TrainingResult result =
        BigramTrainer.create().withTargetTotalVariation(0).withMaxSteps(7).train(even);
    assertThat(result.totalVariation()).isZero();
    assertThat(result.stop()).isEqualTo(Stop.STEPS);
    assertThat(result.steps()).isEqualTo(7);
  }

  /** A rate that spikes: the loss falls to step 2, and jumps at step 3. */
  private static BigramTrainer spiking(List<TrainingStep> steps) {
    return BigramTrainer.create()
        .withDescent(Descent.PLAIN)
        .withLearningRate(step -> step == 2 ? 10_000 : 10)
        .withListener(steps::add);
  }

  @Test
  void theBestWeightsAreKeptAndNotTheLast() {
    List<TrainingStep> steps = new ArrayList<>();
    TrainingResult result = spiking(steps).withMaxSteps(3).train(NAMES);
    assertThat(steps.get(3).loss()).isGreaterThan(steps.get(0).loss());
    assertThat(result.steps()).isEqualTo(3);
    assertThat(result.loss()).isEqualTo(steps.get(2).loss());
    assertThat(Evaluation.of(result.net(), NAMES).averageNll())
        .isEqualTo(steps.get(2).loss(), within(1e-12));
  }

  @Test
  void interruptedTrainingKeepsTheBestWeights() {
    List<TrainingStep> steps = new ArrayList<>();
    TrainingResult result =
        spiking(steps)
            .withListener(
                step -> {
                  steps.add(step);
                  if (step.step() == 3) {
                    Thread.currentThread().interrupt();
                  }
                })
            .train(NAMES);
    assertThat(Thread.interrupted()).isTrue(); // still set, and cleared for the next test
    assertThat(result.stop()).isEqualTo(Stop.INTERRUPTED);
    assertThat(result.steps()).isEqualTo(4);
    assertThat(result.loss()).isEqualTo(steps.get(2).loss());
  }

  /** Start at the optimum, and leave it at step {@code when}: the loss is above its start after. */
  private static BigramTrainer leavingAt(int when) {
    BigramNet optimum = BigramTrainer.create().train(NAMES).net();
    return BigramTrainer.create()
        .withInitialWeights(optimum)
        .withTargetTotalVariation(0)
        .withDescent(Descent.PLAIN)
        .withLearningRate(step -> step == when ? 20_000 : 1e-9);
  }

  @Test
  void aLossAboveItsStartIsForgivenFor100Steps() {
    assertThat(leavingAt(50).withMaxSteps(99).train(NAMES).stop()).isEqualTo(Stop.STEPS);
    assertThatThrownBy(() -> leavingAt(50).withMaxSteps(100).train(NAMES))
        .isInstanceOf(TrainingDivergedException.class)
        .hasMessageContaining("after 100 steps at learning rate 1.0E-9");
  }

  @Test
  void aLossThatStaysAtItsStartIsNoDivergence() {
    assertThat(leavingAt(-1).withMaxSteps(150).train(NAMES).stop()).isEqualTo(Stop.STEPS);
  }

  @Test
  void divergenceNamesTheRateThatLedToIt() {
    assertThatThrownBy(() -> leavingAt(99).withMaxSteps(100).train(NAMES))
        .isInstanceOf(TrainingDivergedException.class)
        .hasMessageContaining("after 100 steps at learning rate 20000.0");
  }

  @Test
  void aLossBeyondAllMeasureIsAPowerOfTenAndNot300Digits() {
    BigramTrainer wild =
        BigramTrainer.create()
            .withDescent(Descent.PLAIN)
            .withLearningRate(step -> step == 2 ? Double.MAX_VALUE : 0.5);
    assertThatThrownBy(() -> wild.train(NAMES))
        .isInstanceOf(TrainingDivergedException.class)
        .hasMessageStartingWith("training diverges: the loss was 2.564949 at the start") // ln 13
        .hasMessageContaining("e+306 after");
  }

  /**
   * A step of 1e18 makes the weights huge. Every row is right all the same, since its tokens are
   * equally likely: 3 of the 8 contexts have two of them, in 6 of the 12 pairs.
   */
  @Test
  void theLossOfHugeWeightsIsTheTrueOne() {
    TrainingResult huge =
        BigramTrainer.create().withLearningRate(1e18).train(Corpus.of("emma", "olivia"));
    assertThat(huge.loss()).isEqualTo(Math.log(2) / 2, within(1e-15));
    assertThat(huge.stop()).isEqualTo(Stop.CERTIFIED);
  }

  @Test
  void aLearningRateThatIsTooHighIsNamedWithWhatToDo() {
    BigramTrainer wild = BigramTrainer.create().withDescent(Descent.PLAIN).withLearningRate(1e5);
    assertThatThrownBy(() -> wild.train(NAMES))
        .isInstanceOf(TrainingDivergedException.class)
        .hasMessageContaining("learning rate 100000.0")
        .hasMessageContaining("lower learning rate");
  }

  @Test
  void aLossThatIsNotFiniteEndsTrainingAtOnce() {
    BigramTrainer wild =
        BigramTrainer.create().withDescent(Descent.PLAIN).withLearningRate(Double.MAX_VALUE);
    assertThatThrownBy(() -> wild.train(NAMES))
        .isInstanceOf(TrainingDivergedException.class)
        .hasMessageContaining("learning rate");
  }

  @Test
  void miniBatchesComeCloseToTheCounts() {
    TrainingResult result =
        BigramTrainer.create()
            .withLearningRate(LearningRate.cosine(0.3, 0, 3_000))
            .withMaxSteps(3_000)
            .withMiniBatches(32, 7)
            .train(NAMES);
    assertThat(result.loss()).isBetween(COUNTED_NLL, COUNTED_NLL + 0.02);
    assertThat(Evaluation.of(result.net(), NAMES).averageNll())
        .isEqualTo(result.loss(), within(1e-12));
  }

  /** Of a mini-batch after each step, and at the end of all, like the result. */
  @Test
  void theListenerOfMiniBatchesHearsOfEveryStepOnce() {
    List<TrainingStep> steps = new ArrayList<>();
    BigramTrainer trainer =
        BigramTrainer.create().withMiniBatches(8, 7).withMaxSteps(150).withListener(steps::add);
    TrainingResult result = trainer.train(NAMES);
    assertThat(steps)
        .extracting(TrainingStep::step)
        .containsExactlyElementsOf(IntStream.rangeClosed(0, 150).boxed().toList());
    double start = Math.log(NAMES.vocabulary().size()); // uniform: the same in any batch
    assertThat(steps.get(0).loss()).isEqualTo(start, within(1e-12));
    assertThat(steps.get(0).totalVariation()).isGreaterThan(result.totalVariation());
    assertThat(steps.get(150).loss()).isEqualTo(result.loss());
  }

  @Test
  void miniBatchesLookEvery100StepsWhetherAllIsCertified() {
    List<TrainingStep> steps = new ArrayList<>();
    TrainingResult result =
        BigramTrainer.create()
            .withMiniBatches(64, 7)
            .withTargetTotalVariation(0.2)
            .withListener(steps::add)
            .train(NAMES);
    assertThat(result.stop()).isEqualTo(Stop.CERTIFIED);
    assertThat(result.steps()).isPositive().isLessThan(BigramTrainer.DEFAULT_MAX_STEPS);
    assertThat(result.steps() % 100).isZero();
    assertThat(steps)
        .extracting(TrainingStep::step)
        .containsExactlyElementsOf(IntStream.rangeClosed(0, result.steps()).boxed().toList());
    assertThat(steps.get(result.steps()).totalVariation()).isEqualTo(result.totalVariation());
    assertThat(largestVariation(CountModel.fit(NAMES), result.net())).isLessThan(0.2);
  }

  @Test
  void aMiniBatchMayBeOfOneTransition() {
    TrainingResult result =
        BigramTrainer.create().withMiniBatches(1, 7).withMaxSteps(300).train(NAMES);
    assertThat(result.loss()).isBetween(COUNTED_NLL, Math.log(NAMES.vocabulary().size()));
  }

  @ParameterizedTest
  @EnumSource
  void miniBatchesLearnWithTheSettingsTheyComeWith(Descent descent) {
    TrainingResult result =
        BigramTrainer.create().withDescent(descent).withMiniBatches(32, 7).train(NAMES);
    assertThat(result.loss()).isBetween(COUNTED_NLL, COUNTED_NLL + 0.1);
  }

  @Test
  void miniBatchesMayStartFromAGoodNet() {
    BigramNet good = BigramTrainer.create().train(NAMES).net();
    TrainingResult result =
        BigramTrainer.create()
            .withInitialWeights(good)
            .withTargetTotalVariation(0)
            .withLearningRate(0.3)
            .withMaxSteps(300)
            .withMiniBatches(32, 7)
            .train(NAMES);
    assertThat(result.loss())
        .isEqualTo(Evaluation.of(good, NAMES).averageNll(), within(1e-12)); // never better again
  }

  @Test
  void initialWeightsBeyondAllMeasureAreNamed() {
    assertThatThrownBy(
            () ->
                BigramTrainer.create()
                    .withInitialWeights(Double.MAX_VALUE, -Double.MAX_VALUE, 0, 0)
                    .train(Corpus.of("a")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("initial weights");
  }

  @Test
  void whatIsNoTransitionIsNamed() {
    Transitions wrong = Visits.over("ab").visit(0, 3, 1);
    assertThatThrownBy(() -> BigramTrainer.create().train(wrong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("token must be from 0 to 2, was 3");
  }

  @Test
  void miniBatchesDependOnTheirSeedAlone() {
    BigramTrainer trainer = BigramTrainer.create().withLearningRate(0.1).withMaxSteps(50);
    double[] seven = trainer.withMiniBatches(8, 7).train(NAMES).net().weights();
    assertThat(trainer.withMiniBatches(8, 7).train(NAMES).net().weights()).isEqualTo(seven);
    assertThat(trainer.withMiniBatches(8, 8).train(NAMES).net().weights()).isNotEqualTo(seven);
  }

  @Test
  void anL2PenaltyPullsTheRowsTowardUniform() {
    TrainingResult free = BigramTrainer.create().train(NAMES);
    TrainingResult penalized = BigramTrainer.create().withL2(1).train(NAMES);
    TrainingResult crushed = BigramTrainer.create().withL2(50).train(NAMES);
    assertThat(entropy(penalized)).isGreaterThan(entropy(free));
    assertThat(entropy(crushed)).isGreaterThan(entropy(penalized));
    assertThat(penalized.totalVariation())
        .isEqualTo(largestVariation(CountModel.fit(NAMES), penalized.net()), within(1e-9));
  }

  private static double entropy(TrainingResult result) {
    return IntStream.range(0, NAMES.vocabulary().size())
        .mapToDouble(context -> result.net().next(context).entropy())
        .sum();
  }

  @Test
  void theLossWithAPenaltyIsTheCostPlusTheMeanSquareOfTheWeights() {
    double[] weights = {1, 2, 3, 4}; // mean square 7.5
    TrainingResult start =
        BigramTrainer.create()
            .withMaxSteps(0)
            .withL2(0.1)
            .withInitialWeights(weights)
            .train(Corpus.of("a"));
    double nll = Evaluation.of(start.net(), Corpus.of("a")).averageNll();
    assertThat(start.loss()).isEqualTo(nll + 0.75, within(1e-12));
  }

  @Test
  void aContextThatNeverOccursStaysUniform() {
    Transitions text =
        Visits.over("abz").visit(0, 1, 2).visit(1, 0, 1).visit(1, 2, 1).visit(2, 0, 1);
    TrainingResult result = BigramTrainer.create().train(text);
    assertThat(result.net().next(3)).isEqualTo(Distribution.uniform(4));
    assertThat(result.stop()).isEqualTo(Stop.CERTIFIED); // there is nothing that it differs from
  }

  @Test
  void trainingTwiceGivesTheSameWeights() {
    assertThat(BigramTrainer.create().train(NAMES).net().weights())
        .isEqualTo(BigramTrainer.create().train(NAMES).net().weights());
  }

  @Test
  void thereMustBeSomethingToLearnFrom() {
    assertThatThrownBy(() -> BigramTrainer.create().train(Corpus.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nothing to learn");
  }

  @Test
  void aSmoothingTooLargeForADoubleIsNamed() {
    assertThatThrownBy(() -> BigramTrainer.create().withSmoothing(1e308).train(NAMES))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("smoothing 1.0E308 times 169 pairs is too large a number");
  }

  @Test
  void noSmoothingAndNoPenaltyMayBeSaid() {
    assertThat(BigramTrainer.create().withSmoothing(0).withL2(0).train(NAMES).net().weights())
        .isEqualTo(BigramTrainer.create().train(NAMES).net().weights());
  }

  @Test
  void aVocabularyMayBeAsLargeAsANet() {
    int[] characters = IntStream.range(0x4E00, 0x4E00 + BigramTrainer.MAX_VOCABULARY - 1).toArray();
    Corpus text = Corpus.of(new String(characters, 0, characters.length));
    assertThat(BigramTrainer.create().withMaxSteps(0).train(text).loss())
        .isEqualTo(Math.log(BigramTrainer.MAX_VOCABULARY), within(1e-12));
  }

  @Test
  void aVocabularyTooLargeForANetIsNamedWithTheWayOut() {
    StringBuilder text = new StringBuilder();
    for (int c = 0x4E00; c < 0x4E00 + BigramTrainer.MAX_VOCABULARY; c++) {
      text.appendCodePoint(c);
    }
    assertThatThrownBy(() -> BigramTrainer.create().train(Corpus.of(text.toString())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a net holds at most 1,024 tokens, and the text has 1,025; use the count model");
  }

  @Test
  void initialWeightsMustFitTheText() {
    assertThatThrownBy(() -> BigramTrainer.create().withInitialWeights(1, 2).train(NAMES))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not 2");
  }

  @Test
  void settingsThatMakeNoSenseAreNamed() {
    BigramTrainer trainer = BigramTrainer.create();
    assertThatThrownBy(() -> trainer.withMaxSteps(-1)).hasMessageContaining("was -1");
    assertThatThrownBy(() -> trainer.withTargetTotalVariation(Double.NaN))
        .hasMessageContaining("was NaN");
    assertThatThrownBy(() -> trainer.withSmoothing(-0.5)).hasMessageContaining("was -0.5");
    assertThatThrownBy(() -> trainer.withL2(-0.5)).hasMessageContaining("was -0.5");
    assertThatThrownBy(() -> trainer.withMiniBatches(0, 1)).hasMessageContaining("was 0");
    assertThatThrownBy(() -> trainer.withLearningRate(0)).hasMessageContaining("was 0");
  }

  @Test
  @SuppressWarnings("NullAway")
  void aNullIsAnErrorWhereItIsGivenAndNamesTheParameter() {
    BigramTrainer trainer = BigramTrainer.create();
    assertNull("descent", () -> trainer.withDescent(null));
    assertNull("rate", () -> trainer.withLearningRate((LearningRate) null));
    assertNull("listener", () -> trainer.withListener(null));
    assertNull("listener", () -> trainer.withNetListener(null));
    assertNull("weights", () -> trainer.withInitialWeights((double[]) null));
    assertNull("net", () -> trainer.withInitialWeights((BigramNet) null));
    assertNull("text", () -> trainer.train(null));
    assertNull("vocabulary", () -> BigramNet.of(null, 1));
    assertNull("weights", () -> BigramNet.of(NAMES.vocabulary(), (double[]) null));
  }

  private static void assertNull(String parameter, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining(parameter);
  }

  @Test
  void changedSettingsLeaveTheOldOnesAlone() {
    BigramTrainer none = BigramTrainer.create().withMaxSteps(0);
    none.withMaxSteps(5);
    assertThat(none.train(NAMES).steps()).isZero();
  }
}
