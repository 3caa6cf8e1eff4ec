package dev.makemore.autograd.nn;

import dev.makemore.autograd.Tape;
import dev.makemore.autograd.Value;
import dev.makemore.autograd.Values;
import dev.makemore.autograd.Vectors;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** A neuron: f(w &middot; x + b), with weights w, a bias b and an activation f. */
public final class Neuron {

  private final List<Value> weights;
  private final Value bias;
  private final UnaryOperator<Value> activation;

  private Neuron(Tape tape, UnaryOperator<Value> activation, double bias, double... weights) {
    Sizes.requirePositive("inputs", weights.length);
    this.activation = Objects.requireNonNull(activation, "activation"); // before anything recorded
    this.weights = tape.values(weights);
    this.bias = tape.value(bias);
  }

  /**
   * A neuron with these weights, one for each input.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static Neuron of(
      Tape tape, UnaryOperator<Value> activation, double bias, double... weights) {
    return new Neuron(tape, activation, bias, weights);
  }

  /**
   * A neuron with bias 0 and random weights, uniform with mean 0 and variance 1 / inputs (see the
   * {@linkplain dev.makemore.autograd.nn package}).
   *
   * @throws IllegalArgumentException unless inputs &gt;= 1
   */
  public static Neuron random(
      Tape tape, int inputs, UnaryOperator<Value> activation, RandomGenerator random) {
    Sizes.requirePositive("inputs", inputs);
    return new Neuron(tape, activation, 0, InitialWeights.draw(inputs, inputs, random));
  }

  /** The number of inputs. */
  public int inputs() {
    return weights.size();
  }

  /**
   * Computes the output for an input.
   *
   * @throws IllegalArgumentException unless the input has {@link #inputs()} entries
   */
  public Value apply(List<Value> input) {
    Sizes.requireInput(inputs(), input);
    return activation.apply(Values.dot(weights, input, bias));
  }

  /** The weights in the order of their inputs, then the bias; unmodifiable. */
  public List<Value> parameters() {
    return Vectors.concat(List.of(weights, List.of(bias)));
  }

  /** The weights and, last, the bias. */
  @Override
  public String toString() {
    return Shown.line("Neuron:", parameters());
  }
}
