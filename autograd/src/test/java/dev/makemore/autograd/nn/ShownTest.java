package dev.makemore.autograd.nn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.autograd.Tape;
import org.junit.jupiter.api.Test;

/** What JShell shows of layers and networks. */
class ShownTest {

  private final Tape tape = Tape.create();

  @Test
  void aLinearLayerShowsItsSizeAndItsFirstWeights() {
    assertThat(Linear.of(tape, 2, 2, 0.5, -1, 2, 1e-9))
        .hasToString("Linear 2 x 2: 0.50 -1.00 2.00 0.00");
    assertThat(Linear.zeros(tape, 27, 27).toString())
        .isEqualTo("Linear 27 x 27:" + " 0.00".repeat(11) + " ...");
  }

  @Test
  void aNeuronShowsItsWeightsAndItsBias() {
    assertThat(Neuron.of(tape, Activation.TANH, 0.5, 2, -1)).hasToString("Neuron: 2.00 -1.00 0.50");
  }

  @Test
  void aNetworkShowsItsSizes() {
    MultilayerPerceptron network =
        MultilayerPerceptron.random(tape, new SplitMix64(1), Activation.TANH, 2, 8, 8, 1);
    assertThat(network).hasToString("MultilayerPerceptron 2-8-8-1 with 105 parameters");
    assertThat(Layer.random(tape, 2, 8, Activation.TANH, new SplitMix64(1)))
        .hasToString("Layer of 8 neurons with 2 inputs each");
  }
}
