package dev.makemore.autograd.nn;

import dev.makemore.autograd.Tape;
import dev.makemore.autograd.Value;
import dev.makemore.autograd.Vectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/**
 * Layers in a row: the outputs of each layer are the inputs of the next. All layers have the same
 * activation except the last, which has none, since scores and logits may have any size.
 */
public final class MultilayerPerceptron {

  private final List<Layer> layers;

  private MultilayerPerceptron(List<Layer> layers) {
    this.layers = layers;
  }

  /**
   * A network of random layers; {@link Layer#random} makes them.
   *
   * @param sizes the number of inputs, of neurons in each hidden layer, and of outputs: {@code 2,
   *     16, 16, 1} has two inputs, two hidden layers of 16 and one output, 337 parameters in all
   * @throws IllegalArgumentException unless there are at least two sizes, all &gt;= 1
   */
  public static MultilayerPerceptron random(
      Tape tape, RandomGenerator random, UnaryOperator<Value> activation, int... sizes) {
    if (sizes.length < 2) {
      throw new IllegalArgumentException(
          "a network needs at least two sizes, of its input and its output, had " + sizes.length);
    }
    Objects.requireNonNull(activation, "activation"); // which a single layer would not use
    int last = sizes.length - 2;
    List<Layer> layers = new ArrayList<>();
    for (int i = 0; i <= last; i++) {
      UnaryOperator<Value> after = i < last ? activation : Activation.IDENTITY;
      layers.add(Layer.random(tape, sizes[i], sizes[i + 1], after, random));
    }
    return new MultilayerPerceptron(List.copyOf(layers));
  }

  /** The number of inputs. */
  public int inputs() {
    return layers.get(0).inputs();
  }

  /** The number of outputs. */
  public int outputs() {
    return layers.get(layers.size() - 1).outputs();
  }

  /**
   * Computes the outputs for an input; the list is unmodifiable.
   *
   * @throws IllegalArgumentException unless the input has {@link #inputs()} entries
   */
  public List<Value> apply(List<Value> input) {
    List<Value> signal = input;
    for (Layer layer : layers) {
      signal = layer.apply(signal);
    }
    return signal;
  }

  /** The parameters of each layer in turn; unmodifiable. */
  public List<Value> parameters() {
    return Vectors.concat(layers.stream().map(Layer::parameters).toList());
  }

  /**
   * The sizes from the inputs to the outputs, as in {@code 2-8-8-1}, and the number of parameters.
   */
  @Override
  public String toString() {
    StringBuilder sizes = new StringBuilder().append(inputs());
    layers.forEach(layer -> sizes.append('-').append(layer.outputs()));
    return "MultilayerPerceptron " + sizes + " with " + parameters().size() + " parameters";
  }
}
