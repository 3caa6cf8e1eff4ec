package dev.makemore.autograd.nn;

import dev.makemore.autograd.Tape;
import dev.makemore.autograd.Value;
import dev.makemore.autograd.Vectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** A layer of neurons. All have the same inputs, and each has its own weights and bias. */
public final class Layer {

  private final List<Value> parameters;
  private final List<List<Value>> weights; // a row for each neuron
  private final List<Value> biases;
  private final UnaryOperator<Value> activation;

  private Layer(List<Value> parameters, int inputs, UnaryOperator<Value> activation) {
    List<List<Value>> columns = Vectors.columns(Vectors.rows(parameters, inputs + 1));
    this.parameters = parameters;
    this.weights = Vectors.columns(columns.subList(0, inputs));
    this.biases = columns.get(inputs);
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
    List<List<Value>> neurons = new ArrayList<>();
    for (int j = 0; j < outputs; j++) {
      neurons.add(Neuron.random(tape, inputs, activation, random).parameters());
    }
    return new Layer(Vectors.concat(neurons), inputs, activation);
  }

  /** The number of inputs. */
  public int inputs() {
    return weights.get(0).size();
  }

  /** The number of outputs, which is the number of neurons. */
  public int outputs() {
    return weights.size();
  }

  /**
   * Computes the outputs for an input; the list is unmodifiable.
   *
   * @throws IllegalArgumentException unless the input has {@link #inputs()} entries
   */
  public List<Value> apply(List<Value> input) {
    Sizes.requireInput(inputs(), input);
    return Vectors.map(Vectors.dots(input, weights, biases), activation);
  }

  /** The parameters of each neuron in turn; unmodifiable. */
  public List<Value> parameters() {
    return parameters;
  }

  /** The number of neurons and of inputs. */
  @Override
  public String toString() {
    return "Layer of " + outputs() + " neurons with " + inputs() + " inputs each";
  }
}
