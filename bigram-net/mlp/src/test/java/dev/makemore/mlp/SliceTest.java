package dev.makemore.mlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.sampling.Xoshiro256PlusPlus;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The loss of a slice and its gradient, beside those of the perceptron by hand. */
class SliceTest {

  private static final Settings SETTINGS = new Settings(4, 6, 10, 8, 0.01, 3);

  private final Contexts text = new Contexts(Perceptrons.names(3));
  private final int tokens = Perceptrons.NAMES.vocabulary().size();
  private final Shape shape = Shape.of(tokens, 3, SETTINGS);
  private final double[] parameters = Network.draw(shape, Xoshiro256PlusPlus.of(3));
  private final int[] contexts = {0, 5, 5, 9, 21};

  private ArrayPerceptron byHand(double... present) {
    ArrayPerceptron byHand = new ArrayPerceptron(tokens, 3, 4, 6);
    System.arraycopy(present, 0, byHand.parameters, 0, present.length);
    return byHand;
  }

  /** The loss of all five contexts, and its gradient, each with the weight 1/8. */
  private double addAll(ArrayPerceptron byHand, int... drawn) {
    double loss = 0;
    for (int c : drawn) {
      int[] context = Arrays.stream(text.tokens(c)).mapToInt(token -> (int) token).toArray();
      loss += byHand.addGradient(1.0 / 8, text.shares(c), context) / 8;
    }
    return loss;
  }

  @Test
  void theLossAndTheGradientAreThoseOfThePerceptronByHand() {
    Slice slice = new Slice(shape, contexts.length, 8);
    for (int shift = 0; shift < 3; shift++) { // the same tape, with other contexts
      int by = shift;
      int[] drawn = IntStream.of(contexts).map(c -> c + by).toArray();
      slice.set(parameters, text, drawn);
      slice.run();
      ArrayPerceptron byHand = byHand(parameters);
      assertThat(slice.loss()).isEqualTo(addAll(byHand, drawn), within(1e-13));
      assertThat(slice.gradient()).containsExactly(byHand.gradient, within(1e-13));
    }
  }

  @Test
  void theGradientIsTheSlopeOfTheLoss() {
    Slice slice = new Slice(shape, contexts.length, 8);
    slice.set(parameters, text, contexts);
    slice.run();
    double[] gradient = slice.gradient();
    double step = 1e-5;
    for (int i = 0; i < parameters.length; i++) {
      double[] moved = parameters.clone();
      moved[i] += step;
      slice.set(moved, text, contexts);
      slice.run();
      double above = slice.loss();
      moved[i] -= 2 * step;
      slice.set(moved, text, contexts);
      slice.run();
      double slope = (above - slice.loss()) / (2 * step); // off by the square of the step
      assertThat(gradient[i]).as("parameter %d", i).isEqualTo(slope, within(1e-9));
    }
  }
}
