package dev.makemore.autograd.nn;

import dev.makemore.autograd.Tape;
import dev.makemore.autograd.Value;
import dev.makemore.autograd.Values;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** A layer of neurons. All have the same inputs, and each has its own weights and bias. */
public final class Layer {

  private final Neuron[] neurons;
  private final UnaryOperator<Value> activation; // of all neurons, applied after all weighted sums

  private Layer(Neuron[] neurons, UnaryOperator<Value> activation) {
    this.neurons = neurons;
    this.activation = activation;
  }

  /**
   * A layer of random neurons, one for each output; {@link Neuron#random} makes them.
   *
   * @throws IllegalArgumentException unless inputs and outputs are &gt;= 1
   */
  public static Layer random(
      Tape tape, int inputs, int outputs, UnaryOperator<Value> activation, RandomGenerator random) {
    Sizes.requirePositive("outputs", outputs);
    Objects.requireNonNull(activation, "activation");
    Neuron[] neurons = new Neuron[outputs];
    Arrays.setAll(neurons, j -> Neuron.random(tape, inputs, activation, random));
    return new Layer(neurons, activation);
  }

  /** The number of inputs. */
  public int inputs() {
    return neurons[0].inputs();
  }

  /** The number of outputs, which is the number of neurons. */
  public int outputs() {
    return neurons.length;
  }

  /**
   * Computes the outputs for an input; the list is unmodifiable.
   *
   * @throws IllegalArgumentException unless the input has {@link #inputs()} entries
   */
  public List<Value> apply(List<Value> input) {
    Sizes.requireInput(inputs(), input);
    Value[] outputs = new Value[neurons.length];
    for (int j = 0; j < outputs.length; j++) {
      outputs[j] = neurons[j].weightedSum(input);
    }
    for (int j = 0; j < outputs.length; j++) {
      outputs[j] =
          activation.apply(outputs[j]); // side by side on the tape, for the dot of the next layer
    }
    return Values.list(outputs);
  }

  /** The parameters of each neuron in turn; unmodifiable. */
  public List<Value> parameters() {
    return Values.list(
        Arrays.stream(neurons)
            .flatMap(neuron -> neuron.parameters().stream())
            .toArray(Value[]::new));
  }

  /** The number of neurons and of inputs. */
  @Override
  public String toString() {
    return "Layer of " + outputs() + " neurons with " + inputs() + " inputs each";
  }
}
