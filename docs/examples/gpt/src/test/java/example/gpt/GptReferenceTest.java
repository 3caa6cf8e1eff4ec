package example.gpt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.autograd.Value;
import dev.makemore.autograd.Vectors;
import dev.makemore.model.Corpus;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.learn.LearnerSettings;
import dev.makemore.model.learn.TrainingText;
import dev.makemore.sampling.Xoshiro256PlusPlus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The training on the tape is the same as one in plain arrays with derivatives made by hand. */
class GptReferenceTest {

  private static final int STEPS = 50;

  /** Of any length: the context of 16 tokens holds all of the first, and not all of the last. */
  private static final Corpus NAMES =
      Corpus.of("emma", "olivia", "a", "isabella", "bo", "maximilianalexandria", "zyx", "emma");

  /** The model after some of the 50 steps. */
  private static Gpt after(int steps) {
    LearnerSettings settings =
        LearnerSettings.defaults().with(GptLearner.STEPS, STEPS).with(GptLearner.SEED, 7L);
    double end = (steps - 0.5) / STEPS;
    return new GptLearner().learn(TrainingText.of(NAMES), settings, share -> share < end);
  }

  @Test
  void lossesAndNumbersOfFiftyStepsAreThoseOfTheReference() {
    Xoshiro256PlusPlus random = Xoshiro256PlusPlus.of(7);
    List<String> order = new ArrayList<>(NAMES.list());
    for (int i = order.size() - 1; i > 0; i--) {
      Collections.swap(order, i, (int) (random.nextDouble() * (i + 1)));
    }
    PlainGpt reference = new PlainGpt(NAMES.vocabulary().size(), 16, 4, 16, random);
    for (int step = 0; step < STEPS; step++) {
      int[] item = NAMES.vocabulary().encode(order.get(step % order.size()));
      Gpt gpt = after(step);
      assertSame(gpt.parameters, reference.weights());
      double expected = reference.backward(item);
      assertThat(gpt.loss(item).data()).as("step %d", step).isEqualTo(expected, within(1e-9));
      if (step % 10 == 0) { // which records a function for each length
        assertThat(cost(gpt, item)).isEqualTo(expected, within(1e-9));
      }
      reference.step(0.01 * (1 - (double) step / STEPS));
    }
    assertSame(after(STEPS).parameters, reference.weights());
  }

  private static void assertSame(Map<String, List<Value>> actual, Map<String, double[]> expected) {
    assertThat(actual.keySet()).containsExactlyElementsOf(expected.keySet());
    actual.forEach(
        (name, values) -> {
          double[] wanted = expected.get(name);
          double[] found = Vectors.data(values);
          assertThat(found).as(name).hasSameSizeAs(wanted);
          for (int i = 0; i < wanted.length; i++) {
            if (!(Math.abs(found[i] - wanted[i]) < 1e-9)) {
              assertThat(found).as(name).containsExactly(wanted, within(1e-9));
            }
          }
        });
  }

  /** The average cost of the predictions that the context of 16 tokens reaches. */
  private static double cost(LanguageModel model, int... item) {
    int[] targets = Arrays.copyOf(item, Math.min(item.length + 1, 16));
    double cost = 0;
    for (int i = 0; i < targets.length; i++) {
      cost += model.next(Arrays.copyOf(item, i)).negativeLogLikelihood(targets[i]);
    }
    return cost / targets.length;
  }
}
