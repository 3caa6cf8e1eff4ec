package dev.makemore.autograd.nn;

import dev.makemore.autograd.Tape;
import dev.makemore.autograd.Value;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** A layer: neurons that all see the same inputs, each with weights and a bias of its own. */
public final class Layer {

  private final List<Neuron> neurons;

  private Layer(List<Neuron> neurons) {
    this.neurons = neurons;
  }

  /**
   * A layer of random neurons, as {@link Neuron#random} makes them, one for each output.
   *
   * @throws IllegalArgumentException unless inputs and outputs are &gt;= 1
   */
  public static Layer random(
      Tape tape, int inputs, int outputs, UnaryOperator<Value> activation, RandomGenerator random) {
    Sizes.requirePositive("outputs", outputs);
    return new Layer(
        Stream.generate(() -> Neuron.random(tape, inputs, activation, random))
            .limit(outputs)
            .toList());
  }

  /** The number of inputs. */
  public int inputs() {
    return neurons.get(0).inputs();
  }

  /** The number of outputs, which is the number of neurons. */
  public int outputs() {
    return neurons.size();
  }

  /**
   * Computes the outputs for an input; the list is unmodifiable.
   *
   * @throws IllegalArgumentException unless the input has {@link #inputs()} entries
   */
  public List<Value> apply(List<Value> input) {
    Value[] outputs = new Value[neurons.size()];
    for (int j = 0; j < outputs.length; j++) {
      outputs[j] = neurons.get(j).apply(input);
    }
    return List.of(outputs);
  }

  /** The parameters of each neuron in turn; unmodifiable. */
  public List<Value> parameters() {
    return neurons.stream().flatMap(neuron -> neuron.parameters().stream()).toList();
  }
}
