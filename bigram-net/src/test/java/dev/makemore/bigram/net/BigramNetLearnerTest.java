package dev.makemore.bigram.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.model.Corpus;
import dev.makemore.model.learn.Learner;
import dev.makemore.model.learn.LearnerSettings;
import dev.makemore.model.learn.Learners;
import dev.makemore.model.learn.LearningListener;
import dev.makemore.model.learn.TrainingText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class BigramNetLearnerTest {

  private static final Corpus CORPUS = Corpus.of("an", "an", "an", "an", "ab");
  private static final LearnerSettings DEFAULTS = LearnerSettings.defaults();

  private static double[] learned(LearnerSettings settings, LearningListener listener) {
    Learner net = Learners.named("net");
    return ((BigramNet) net.learn(TrainingText.of(CORPUS), settings, listener)).weights();
  }

  private static double[] learned(LearnerSettings settings) {
    return learned(settings, LearningListener.none());
  }

  private static double[] trained(BigramTrainer trainer) {
    return trainer.train(CORPUS).net().weights();
  }

  @Test
  void itIsTheTrainerWithTheSameSettings() {
    BigramTrainer trainer = BigramTrainer.create();
    assertThat(learned(DEFAULTS)).isEqualTo(trained(trainer));
    assertThat(learned(DEFAULTS.with(BigramNetLearner.STEPS, 7)))
        .isEqualTo(trained(trainer.withMaxSteps(7)));
    assertThat(learned(DEFAULTS.with(BigramNetLearner.TARGET, 0.1)))
        .isEqualTo(trained(trainer.withTargetTotalVariation(0.1)));
    assertThat(learned(DEFAULTS.with(BigramNetLearner.SMOOTHING, 2.0)))
        .isEqualTo(trained(trainer.withSmoothing(2)));
    assertThat(learned(DEFAULTS.with(BigramNetLearner.L2, 0.3)))
        .isEqualTo(trained(trainer.withL2(0.3)));
    LearnerSettings plain =
        DEFAULTS
            .with(BigramNetLearner.LEARNING_RATE, 2.0)
            .with(BigramNetLearner.DESCENT, "plain")
            .with(BigramNetLearner.STEPS, 50);
    assertThat(learned(plain))
        .isEqualTo(
            trained(trainer.withDescent(Descent.PLAIN).withLearningRate(2).withMaxSteps(50)));
    LearnerSettings batches =
        DEFAULTS
            .with(BigramNetLearner.BATCH_SIZE, 2)
            .with(BigramNetLearner.SEED, -3L)
            .with(BigramNetLearner.STEPS, 60);
    assertThat(learned(batches))
        .isEqualTo(trained(trainer.withMiniBatches(2, -3).withMaxSteps(60)));
  }

  @Test
  void itsDescentsAreThoseOfTheTrainer() {
    List<String> words = new ArrayList<>();
    for (Descent descent : Descent.values()) {
      words.add(descent.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
    assertThat(BigramNetLearner.DESCENT.choices()).isEqualTo(words);
  }

  @Test
  void aSeedIsForMiniBatches() {
    Learner net = Learners.named("net");
    LearnerSettings seed = DEFAULTS.with(BigramNetLearner.SEED, 1L);
    assertThatThrownBy(() -> net.check(seed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "'seed' is for 'batch-size', which is not given; only batches are drawn at random");
    net.check(seed.with(BigramNetLearner.BATCH_SIZE, 2));
    net.check(DEFAULTS);
  }

  @Test
  void theListenerIsToldSharesThatRiseFromZeroToOne() {
    List<Double> shares = new ArrayList<>();
    learned(DEFAULTS, shares::add);
    assertThat(shares).isSorted().startsWith(0.0).endsWith(1.0);
  }

  @Test
  void theListenerIsToldTheLossAtTheStartAndAfterEachStep() {
    List<Long> steps = new ArrayList<>();
    List<Double> losses = new ArrayList<>();
    learned(
        DEFAULTS.with(BigramNetLearner.STEPS, 2),
        new LearningListener() {
          @Override
          public boolean goOn(double share) {
            throw new AssertionError("a training is told of in steps");
          }

          @Override
          public boolean goOn(double share, long taken, double loss) {
            return steps.add(taken) && losses.add(loss);
          }
        });
    assertThat(steps).containsExactly(0L, 1L, 2L);
    assertThat(losses.get(0)).isCloseTo(Math.log(4), within(1e-12));
    assertThat(losses.get(2)).isLessThan(losses.get(0));
  }

  @Test
  void aListenerThatEndsTheTrainingGetsTheBestNetSoFar() {
    int[] calls = {0};
    double[] stopped = learned(DEFAULTS, share -> ++calls[0] < 5);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    // Told of the fifth state, after four steps, the trainer makes one more and then stops.
    assertThat(stopped).isEqualTo(trained(BigramTrainer.create().withMaxSteps(5)));
    assertThat(stopped).isNotEqualTo(learned(DEFAULTS));
  }

  @Test
  void anInterruptionFromOutsideStaysSet() {
    Thread.currentThread().interrupt();
    learned(DEFAULTS);
    assertThat(Thread.interrupted()).isTrue();
  }
}
