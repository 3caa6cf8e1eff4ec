package dev.makemore.mlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.model.Corpus;
import dev.makemore.model.Evaluation;
import dev.makemore.model.NgramCounts;
import dev.makemore.model.io.ModelFile;
import dev.makemore.model.learn.LearningListener;
import dev.makemore.sampling.Xoshiro256PlusPlus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PerceptronTrainerTest {

  private static final NgramCounts NAMES = Perceptrons.names(3);

  private static void assertSame(PerceptronModel one, PerceptronModel other) {
    assertThat(other.parameters()).containsExactly(one.parameters());
    assertThat(other.training().firstMoments()).containsExactly(one.training().firstMoments());
    assertThat(other.training().secondMoments()).containsExactly(one.training().secondMoments());
    assertThat(other.training().settings()).isEqualTo(one.training().settings());
    assertThat(other.steps()).isEqualTo(one.steps());
  }

  /** Ends a training after so many steps. */
  private static LearningListener stopAfter(int steps) {
    int[] told = {0};
    return share -> told[0]++ < steps;
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7})
  void theBitsAreThoseOfOneThread(int threads) {
    for (int batchSize : new int[] {1, 2, 6, 33}) {
      PerceptronTrainer trainer = Perceptrons.small().withBatchSize(batchSize);
      assertSame(trainer.train(NAMES), trainer.withThreads(threads).train(NAMES));
    }
  }

  @Test
  void theStepsAreThoseOfAdamOnThePerceptronByHand() {
    PerceptronTrainer trainer = Perceptrons.small().withSeed(5).withSteps(20);
    Contexts text = new Contexts(NAMES);
    int tokens = NAMES.vocabulary().size();
    ArrayPerceptron byHand = new ArrayPerceptron(tokens, 3, 3, 5);
    double[] p = byHand.parameters;
    System.arraycopy(trainer.withSteps(0).train(NAMES).parameters(), 0, p, 0, p.length);
    double[] m = new double[p.length];
    double[] v = new double[p.length];
    for (int step = 1; step <= 20; step++) {
      Arrays.fill(byHand.gradient, 0);
      for (int c : text.draw(6, Xoshiro256PlusPlus.of(5, step))) {
        int[] context = Arrays.stream(text.tokens(c)).mapToInt(token -> (int) token).toArray();
        byHand.addGradient(1.0 / 6, text.shares(c), context);
      }
      double rate = 0.01 * (1 - (step - 1) / 20.0);
      for (int i = 0; i < p.length; i++) {
        double g = byHand.gradient[i];
        m[i] = 0.9 * m[i] + 0.1 * g;
        v[i] = 0.999 * v[i] + 0.001 * g * g;
        double meanG = m[i] / (1 - Math.pow(0.9, step));
        double meanSquare = v[i] / (1 - Math.pow(0.999, step));
        p[i] -= rate * meanG / (Math.sqrt(meanSquare) + 1e-8);
      }
    }
    assertThat(trainer.train(NAMES).parameters()).containsExactly(p, within(1e-9));
  }

  @Test
  void aTrainingThatIsStoppedAndResumedEndsWithTheSameBits() {
    PerceptronTrainer trainer = Perceptrons.small().withSteps(40);
    PerceptronModel whole = trainer.train(NAMES);
    PerceptronModel part = trainer.withListener(stopAfter(13)).train(NAMES);
    assertThat(part.steps()).isEqualTo(13);
    PerceptronModel more =
        Perceptrons.small().withListener(stopAfter(1)).resuming(part).train(NAMES);
    assertThat(more.steps()).isEqualTo(14);
    assertSame(whole, PerceptronTrainer.create().resuming(more).train(NAMES));
  }

  @Test
  void theFileOfAModelIsEnoughToResumeIt(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("part.model");
    PerceptronTrainer trainer = Perceptrons.small().withSteps(40).withSeed(-3);
    ModelFile.save(trainer.withListener(stopAfter(20)).train(NAMES), file);
    PerceptronModel part = (PerceptronModel) ModelFile.load(file);
    assertSame(trainer.train(NAMES), PerceptronTrainer.create().resuming(part).train(NAMES));
  }

  @Test
  void moreStepsCanFollowTheLast() {
    PerceptronModel model = Perceptrons.small().train(NAMES);
    PerceptronModel more = Perceptrons.small().resuming(model).withSteps(50).train(NAMES);
    assertThat(more.steps()).isEqualTo(50);
    assertThatThrownBy(() -> Perceptrons.small().resuming(model).train(NAMES))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the model to resume has taken 30 steps, which leaves none of 30; choose more 'steps'");
  }

  @Test
  void anotherTextOrOtherSizesCanNotBeResumed() {
    PerceptronModel model = Perceptrons.small().train(NAMES);
    PerceptronTrainer resumed = Perceptrons.small().resuming(model).withSteps(50);
    NgramCounts other = NgramCounts.of(4, Corpus.of("emma").over(NAMES.vocabulary()));
    assertThatThrownBy(() -> resumed.train(other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the model was trained on another text: on 53 predictions, and this text has 5");
    assertThatThrownBy(() -> resumed.train(NgramCounts.of(4, Corpus.of("emma"))))
        .hasMessageContaining("another text: over other characters: the text lacks 'b', 'c', ");
    Corpus reversed =
        Corpus.of("amme", "olivia", "ava", "isabella", "sophia", "charlotte", "mia", "amelia");
    assertThatThrownBy(() -> resumed.train(NgramCounts.of(4, reversed)))
        .hasMessageContaining("with the same number of predictions, 53, but not the same ones");
    assertThatThrownBy(() -> resumed.train(Perceptrons.names(2)))
        .hasMessageContaining("context 3, embedding 3, hidden 5, not 15 tokens, context 2");
    assertThatThrownBy(() -> resumed.withHidden(6).train(NAMES))
        .hasMessageContaining("hidden 5, not 15 tokens, context 3, embedding 3, hidden 6");
  }

  @Test
  void theListenerIsToldOfTheStartAndOfEachStep() {
    List<Double> shares = new ArrayList<>();
    List<Long> steps = new ArrayList<>();
    List<Double> losses = new ArrayList<>();
    Perceptrons.small()
        .withSteps(4)
        .withListener(
            new LearningListener() {
              @Override
              public boolean goOn(double share) {
                throw new AssertionError("a training is told of in steps");
              }

              @Override
              public boolean goOn(double share, long taken, double loss) {
                return shares.add(share) && steps.add(taken) && losses.add(loss);
              }
            })
        .train(NAMES);
    assertThat(shares).containsExactly(0.0, 0.25, 0.5, 0.75, 1.0);
    assertThat(steps).containsExactly(0L, 1L, 2L, 3L, 4L);
    assertThat(losses.get(0)).isNaN();
    double uniform = Math.log(NAMES.vocabulary().size());
    assertThat(losses.get(4)).isCloseTo(uniform, within(0.5)); // a few steps are not far
  }

  @Test
  void anInterruptEndsTheTrainingAndStays() {
    PerceptronModel model =
        Perceptrons.small()
            .withThreads(2)
            .withListener(
                share -> {
                  if (share > 0.5) {
                    Thread.currentThread().interrupt();
                  }
                  return true;
                })
            .train(NAMES);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(model.steps()).isEqualTo(16);
  }

  @Test
  void trainingLowersTheLossOfTheText() {
    PerceptronModel before = Perceptrons.small().withSteps(0).train(NAMES);
    PerceptronModel after = Perceptrons.small().withHidden(20).withSteps(400).train(NAMES);
    double uniform = Math.log(NAMES.vocabulary().size());
    assertThat(Evaluation.of(before, NAMES).averageNll()).isEqualTo(uniform, within(0.1));
    assertThat(Evaluation.of(after, NAMES).averageNll()).isLessThan(uniform - 1);
  }

  @Test
  void aSeedDecidesTheStartAndTheBatches() {
    PerceptronModel one = Perceptrons.small().withSeed(1).train(NAMES);
    assertSame(one, Perceptrons.small().withSeed(1).train(NAMES));
    assertThat(Perceptrons.small().withSeed(2).train(NAMES).parameters())
        .isNotEqualTo(one.parameters());
  }

  @Test
  void aRateThatIsFarTooHighIsToldOf() {
    PerceptronTrainer trainer =
        Perceptrons.small().withHidden(200).withLearningRate(1).withSteps(200);
    assertThatThrownBy(() -> trainer.train(NAMES))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching(
            "the training diverges: after \\d+ steps the loss is \\S+ nats, and 2\\.708 is that of"
                + " guessing; use a lower 'learning-rate' than 1\\.0, a tenth of it for a start");
  }

  /** Each of the 200 weights of a logit moves by about 1. */
  @Test
  void aTrainingThatDivergedByItsLastStepIsToldOf() {
    PerceptronTrainer trainer = Perceptrons.small().withHidden(200).withLearningRate(1);
    for (int steps = 1; steps <= 2; steps++) {
      PerceptronTrainer few = trainer.withSteps(steps);
      assertThatThrownBy(() -> few.train(NAMES))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("the training diverges: after " + steps + " steps the loss is ");
    }
  }

  /** It has many steps left to come back, and is the same model when they are taken. */
  @Test
  void aTrainingThatIsStoppedAtALargeLossIsKept() {
    PerceptronTrainer trainer = Perceptrons.small().withHidden(200).withLearningRate(1);
    assertThat(trainer.withListener(stopAfter(2)).train(NAMES).steps()).isEqualTo(2);
  }

  /** The gradient of the embedding is about 1E100 times 1E100, and its square is infinite. */
  @Test
  void aModelThatCouldNotBeSavedIsToldOf() {
    PerceptronModel model = Perceptrons.small().train(NAMES);
    double[] huge = model.parameters().clone();
    int weights = 15 * 3;
    Arrays.fill(huge, 0, weights, 0); // so that the hidden neurons are about 0
    Arrays.fill(huge, weights, weights + 5 * 9, 1e100);
    Arrays.fill(huge, weights + 5 * 9, weights + 5 * 9 + 5, 0);
    for (int i = weights + 5 * 9 + 5; i < huge.length - 15; i++) {
      huge[i] *= 1e99;
    }
    PerceptronModel start =
        PerceptronModel.of(model.vocabulary(), model.shape(), huge, model.training());
    PerceptronTrainer stopped =
        Perceptrons.small().resuming(start).withSteps(50).withListener(stopAfter(1));
    assertThatThrownBy(() -> stopped.train(NAMES))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the training diverges: after 31 steps the numbers of the model are too large; use a"
                + " lower 'learning-rate' than 0.01, a tenth of it for a start");
  }

  @Test
  void aWrongValueIsNamed() {
    PerceptronTrainer trainer = PerceptronTrainer.create();
    assertThatThrownBy(() -> trainer.withEmbedding(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the size of the embedding must be from 1 to 1000, was 0");
    assertThatThrownBy(() -> trainer.withHidden(100_001))
        .hasMessage("the number of hidden neurons must be from 1 to 100000, was 100001");
    assertThatThrownBy(() -> trainer.withSteps(-1))
        .hasMessage("the number of steps must be >= 0, was -1");
    assertThatThrownBy(() -> trainer.withBatchSize(0))
        .hasMessage("the size of a batch must be from 1 to 4096, was 0");
    assertThatThrownBy(() -> trainer.withLearningRate(Double.NaN))
        .hasMessage("the learning rate must be above 0 and at most 1, was NaN");
    assertThatThrownBy(() -> trainer.withThreads(0))
        .hasMessage("the number of threads must be >= 1, was 0");
    assertThatThrownBy(() -> trainer.train(NgramCounts.of(1, Perceptrons.NAMES)))
        .hasMessage("a perceptron needs a context: count n-grams of order 2 or more");
    assertThatThrownBy(() -> trainer.withHidden(100_000).train(NAMES))
        .hasMessage(
            "a model has at most 1,000,000 parameters, and these sizes make 4,600,165: 15 tokens,"
                + " context 3, embedding 10, hidden 100000; choose a smaller 'hidden', 'embedding'"
                + " or 'context'");
  }
}
