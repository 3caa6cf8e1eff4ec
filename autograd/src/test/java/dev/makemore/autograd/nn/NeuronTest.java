package dev.makemore.autograd.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.autograd.Tape;
import dev.makemore.autograd.Value;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class NeuronTest {

  private final Tape tape = Tape.create();

  @Test
  void addsItsBiasToTheWeightedSumAndActivates() {
    Neuron neuron = Neuron.of(tape, Activation.IDENTITY, 0.5, 2, -3);
    assertThat(neuron.apply(tape.values(4, 1)).data()).isEqualTo(5.5);
    Neuron rectified = Neuron.of(tape, Activation.RELU, 0.5, 2, -3);
    assertThat(rectified.apply(tape.values(1, 4)).data()).isZero();
    Neuron squared = Neuron.of(tape, x -> x.pow(2), 0.5, 2, -3);
    assertThat(squared.apply(tape.values(4, 1)).data()).isEqualTo(30.25);
  }

  @Test
  void itsParametersAreItsWeightsAndThenItsBias() {
    Neuron neuron = Neuron.of(tape, Activation.IDENTITY, 0.5, 2, -3);
    assertThat(neuron.parameters()).extracting(Value::data).containsExactly(2.0, -3.0, 0.5);
    assertThat(neuron.parameters()).isUnmodifiable().allMatch(Value::isLeaf);
  }

  @Test
  void itsGradientsAreTheInputsAndOne() {
    Neuron neuron = Neuron.of(tape, Activation.IDENTITY, 0.5, 2, -3);
    neuron.apply(tape.values(4, 1)).backward();
    assertThat(neuron.parameters()).extracting(Value::gradient).containsExactly(4.0, 1.0, 1.0);
  }

  @Test
  void activationsAreTheFunctionsTheyAreNamedAfter() {
    Value x = tape.value(-1);
    assertThat(Activation.IDENTITY.apply(x)).isSameAs(x);
    assertThat(Activation.TANH.apply(x).data()).isEqualTo(-0.7615941559557649, within(1e-15));
    assertThat(Activation.RELU.apply(x).data()).isZero();
    assertThat(Activation.SIGMOID.apply(x).data()).isEqualTo(0.2689414213699951, within(1e-15));
  }

  @Test
  void randomWeightsHaveTheVarianceThatKeepsTheSignal() {
    int inputs = 10_000;
    Neuron neuron = Neuron.random(tape, inputs, Activation.TANH, new SplitMix64(1));
    double[] weights =
        neuron.parameters().stream().limit(inputs).mapToDouble(Value::data).toArray();
    double bound = Math.sqrt(3.0 / inputs);
    double sum = 0;
    double squares = 0;
    for (double w : weights) {
      assertThat(w).isBetween(-bound, bound);
      sum += w;
      squares += w * w;
    }
    assertThat(sum / inputs).isEqualTo(0, within(5 * bound / Math.sqrt(3.0 * inputs)));
    assertThat(squares).isEqualTo(1, within(0.05)); // inputs times 1 / inputs; 5 standard errors
    assertThat(neuron.parameters().get(inputs).data()).isZero();
  }

  @Test
  void onlyNextLongDecidesTheWeights() {
    // 3 inputs: the bound is 1. The ends of the range of a long, and its middle.
    long[] draws = {0, -1, Long.MIN_VALUE};
    RandomGenerator random =
        new RandomGenerator() {
          private int next;

          @Override
          public long nextLong() {
            return draws[next++];
          }

          @Override
          public double nextDouble() {
            throw new AssertionError("a JDK may derive this one way or another");
          }
        };
    Neuron neuron = Neuron.random(tape, 3, Activation.TANH, random);
    assertThat(neuron.parameters().stream().limit(3).map(Value::data))
        .containsExactly(-1.0, 1 - 0x1p-52, 0.0);
  }

  @Test
  void sizesThatDoNotFitAreErrors() {
    Neuron neuron = Neuron.of(tape, Activation.TANH, 0, 1, 2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> neuron.apply(tape.values(1, 2, 3)))
        .withMessage("the input must have 2 entries, one for each input, had 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Neuron.random(tape, 0, Activation.TANH, new SplitMix64(1)))
        .withMessage("the number of inputs must be >= 1, was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Neuron.random(tape, -1, Activation.TANH, new SplitMix64(1)))
        .withMessage("the number of inputs must be >= 1, was -1");
    assertThatIllegalArgumentException().isThrownBy(() -> Neuron.of(tape, Activation.TANH, 0));
  }

  @Test
  void anInputOfAnotherTapeIsAnError() {
    Neuron neuron = Neuron.of(tape, Activation.TANH, 0, 1, 2);
    List<Value> elsewhere = Tape.create().values(1, 2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> neuron.apply(elsewhere))
        .withMessageContaining("two different tapes");
  }
}
