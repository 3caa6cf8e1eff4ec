package dev.makemore.mlp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.sampling.Xoshiro256PlusPlus;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class NetworkTest {

  /** The next number from -1 to 1. */
  private static double next(RandomGenerator random) {
    return (random.nextLong() >>> 11) * 0x1.0p-52 - 1;
  }

  /** One seed gives the same bits for ever, so no formula may be rounded in another way. */
  @Test
  void trainingStartsFromNumbersThatAreDrawnInTheirOrder() {
    Shape shape = new Shape(2, 3, 1, 1); // 2 tokens, 3 of context, 1 number each, 1 neuron
    RandomGenerator random = Xoshiro256PlusPlus.of(7);
    assertThat(Network.draw(shape, Xoshiro256PlusPlus.of(7)))
        .containsExactly(
            Math.sqrt(3) * next(random), // embedding
            Math.sqrt(3) * next(random),
            Math.sqrt(3.0 / 3) * next(random), // hidden weights and bias
            Math.sqrt(3.0 / 3) * next(random),
            Math.sqrt(3.0 / 3) * next(random),
            0,
            Math.sqrt(3.0) / 10 * next(random), // output weights and biases
            Math.sqrt(3.0) / 10 * next(random),
            0,
            0);
  }
}
