package dev.makemore.autograd.nn;

import dev.makemore.autograd.Tape;
import dev.makemore.autograd.Value;
import dev.makemore.autograd.Values;
import dev.makemore.autograd.Vectors;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A vector of parameters for each token: a matrix of shape tokens x size, of which a token selects
 * its row.
 *
 * <p>Y. Bengio, R. Ducharme, P. Vincent and C. Jauvin, "A Neural Probabilistic Language Model",
 * Journal of Machine Learning Research 3, 2003, section 2: the matrix C.
 */
public final class Embedding {

  private final Linear matrix; // of a one-hot input, which selects a row
  private final List<List<Value>> columns;

  private Embedding(Linear matrix) {
    this.matrix = matrix;
    this.columns = Vectors.columns(Vectors.rows(matrix.parameters(), matrix.outputs()));
  }

  /**
   * An embedding with these numbers, row by row: first the vector of token 0, then that of token 1.
   *
   * @throws IllegalArgumentException unless tokens and size are &gt;= 1 and there are tokens x size
   *     numbers
   */
  public static Embedding of(Tape tape, int tokens, int size, double... rowMajor) {
    return new Embedding(Linear.of(tape, tokens, size, rowMajor));
  }

  /**
   * An embedding with random numbers, uniform with mean 0 and variance 1, since a vector is the
   * input of what follows (see the {@linkplain dev.makemore.autograd.nn package}).
   *
   * @throws IllegalArgumentException unless tokens and size are &gt;= 1
   */
  public static Embedding random(Tape tape, int tokens, int size, RandomGenerator random) {
    int count = Linear.count(tokens, size);
    return of(tape, tokens, size, InitialWeights.draw(count, 1, random));
  }

  /** The number of tokens, which is the number of rows. */
  public int tokens() {
    return matrix.inputs();
  }

  /** The number of entries of a vector. */
  public int size() {
    return matrix.outputs();
  }

  /**
   * The vector of a token; unmodifiable. Nothing is recorded.
   *
   * @throws IndexOutOfBoundsException if there is no such token
   */
  public List<Value> row(int token) {
    return matrix.row(token);
  }

  /**
   * The vector of the token that a value stands for: a leaf with a whole number, which may change
   * from one replay to the next. {@link #size()} nodes are recorded; {@link Values#pick} says more.
   *
   * @throws IndexOutOfBoundsException if there is no such token, also from a replay
   */
  public List<Value> row(Value token) {
    Value[] row = new Value[size()];
    for (int j = 0; j < row.length; j++) {
      row[j] = Values.pick(columns.get(j), token);
    }
    return Values.list(row);
  }

  /** All numbers, row by row; unmodifiable. */
  public List<Value> parameters() {
    return matrix.parameters();
  }

  /** The size and the first numbers, row by row. */
  @Override
  public String toString() {
    return Shown.line("Embedding " + tokens() + " x " + size() + ":", parameters());
  }
}
