package dev.makemore.autograd.nn;

import dev.makemore.autograd.Tape;
import dev.makemore.autograd.Value;
import dev.makemore.autograd.Vectors;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * A linear map without a bias: a row x of inputs times a matrix W of shape inputs x outputs.
 *
 * <p>A one-hot x, which is 1 at i and 0 elsewhere, selects row i of W. {@link #row(int)} returns
 * that row without computing anything. Its data, and the gradients of W, are the same.
 */
public final class Linear {

  private final int inputs;
  private final int outputs;
  private final List<Value> parameters;
  private final List<List<Value>> rows;
  private final List<List<Value>> columns;

  private Linear(Tape tape, int inputs, int outputs, double[] weights) {
    this.inputs = inputs;
    this.outputs = outputs;
    this.parameters = tape.values(weights);
    this.rows = Vectors.rows(parameters, outputs);
    this.columns = Vectors.columns(rows);
  }

  /**
   * A map whose weights are all 0: after a softmax every output is equally likely.
   *
   * @throws IllegalArgumentException unless inputs and outputs are &gt;= 1
   */
  public static Linear zeros(Tape tape, int inputs, int outputs) {
    return new Linear(tape, inputs, outputs, new double[count(inputs, outputs)]);
  }

  /**
   * A map with these weights, row by row: first all weights of input 0, then all of input 1.
   *
   * @throws IllegalArgumentException unless inputs and outputs are &gt;= 1 and there are inputs x
   *     outputs weights
   */
  public static Linear of(Tape tape, int inputs, int outputs, double... rowMajorWeights) {
    int count = count(inputs, outputs);
    if (rowMajorWeights.length != count) {
      throw new IllegalArgumentException(
          (inputs + " x " + outputs + " weights are " + count + " numbers, were ")
              + rowMajorWeights.length);
    }
    return new Linear(tape, inputs, outputs, rowMajorWeights);
  }

  /**
   * A map with random weights, uniform with mean 0 and variance 1 / inputs (see the {@linkplain
   * dev.makemore.autograd.nn package}).
   *
   * @throws IllegalArgumentException unless inputs and outputs are &gt;= 1
   */
  public static Linear random(Tape tape, int inputs, int outputs, RandomGenerator random) {
    double[] weights = InitialWeights.draw(count(inputs, outputs), inputs, random);
    return new Linear(tape, inputs, outputs, weights);
  }

  /** The number of inputs, which is the number of rows of W. */
  public int inputs() {
    return inputs;
  }

  /** The number of outputs, which is the number of columns of W. */
  public int outputs() {
    return outputs;
  }

  /**
   * The weight from an input to an output.
   *
   * @throws IndexOutOfBoundsException if there is no such input or output
   */
  public Value weight(int input, int output) {
    Objects.checkIndex(output, outputs);
    return row(input).get(output);
  }

  /**
   * The weights from an input to all outputs, which are what a one-hot input selects. The list is
   * unmodifiable, and nothing is recorded.
   *
   * @throws IndexOutOfBoundsException if there is no such input
   */
  public List<Value> row(int input) {
    Objects.checkIndex(input, inputs);
    return rows.get(input);
  }

  /**
   * Computes the row of inputs times W: output j is the sum over i of x<sub>i</sub> W<sub>ij</sub>.
   * The list is unmodifiable.
   *
   * @throws IllegalArgumentException unless the input has {@link #inputs()} entries
   */
  public List<Value> apply(List<Value> input) {
    Sizes.requireInput(inputs, input);
    return Vectors.dots(input, columns);
  }

  /** All weights, row by row; unmodifiable. */
  public List<Value> parameters() {
    return parameters;
  }

  static int count(int inputs, int outputs) {
    Sizes.requirePositive("inputs", inputs);
    Sizes.requirePositive("outputs", outputs);
    if ((long) inputs * outputs > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(inputs + " x " + outputs + " weights are too many");
    }
    return inputs * outputs;
  }

  /** The size and the first weights, row by row. */
  @Override
  public String toString() {
    return Shown.line("Linear " + inputs + " x " + outputs + ":", parameters);
  }
}
