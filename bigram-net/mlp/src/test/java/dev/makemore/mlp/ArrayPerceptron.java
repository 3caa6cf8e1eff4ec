package dev.makemore.mlp;

import java.util.Arrays;

/**
 * The perceptron once more, by hand: loops over plain arrays, and the gradient worked out on paper.
 * It shares no code with the engine, so what the two agree on is right.
 *
 * <p>All parameters stand in one array: the embedding (V x E), the weights of the hidden layer (H x
 * C E) and its bias (H), the weights of the output layer (V x H) and its bias (V), each row by row.
 */
public final class ArrayPerceptron {

  private final int tokens;
  private final int embedding;
  private final int hidden;
  private final int inputs;

  private final int hiddenWeights;
  private final int hiddenBias;
  private final int outputWeights;
  private final int outputBias;

  /** The parameters, which may be changed. */
  public final double[] parameters;

  /** The gradient of the loss by each parameter, after {@link #addGradient}. */
  public final double[] gradient;

  private final double[] x;
  private final double[] h;
  private final double[] z;
  private final double[] towardX;
  private final double[] towardH;

  /** A perceptron whose parameters are all 0. */
  public ArrayPerceptron(int tokens, int context, int embedding, int hidden) {
    this.tokens = tokens;
    this.embedding = embedding;
    this.hidden = hidden;
    this.inputs = context * embedding;
    this.hiddenWeights = tokens * embedding;
    this.hiddenBias = hiddenWeights + inputs * hidden;
    this.outputWeights = hiddenBias + hidden;
    this.outputBias = outputWeights + hidden * tokens;
    this.parameters = new double[outputBias + tokens];
    this.gradient = new double[outputBias + tokens];
    this.x = new double[inputs];
    this.h = new double[hidden];
    this.z = new double[tokens];
    this.towardX = new double[inputs];
    this.towardH = new double[hidden];
  }

  /** The probability of each token after a context; the array is used again by the next call. */
  public double[] probabilities(int... context) {
    for (int t = 0; t < context.length; t++) {
      System.arraycopy(parameters, context[t] * embedding, x, t * embedding, embedding);
    }
    multiply(hiddenWeights, x, hiddenBias, h);
    for (int j = 0; j < hidden; j++) {
      h[j] = StrictMath.tanh(h[j]);
    }
    multiply(outputWeights, h, outputBias, z);
    double largest = Arrays.stream(z).max().getAsDouble();
    double sum = 0;
    for (int k = 0; k < tokens; k++) {
      z[k] = StrictMath.exp(z[k] - largest);
      sum += z[k];
    }
    for (int k = 0; k < tokens; k++) {
      z[k] /= sum;
    }
    return z;
  }

  /**
   * Adds to the gradient that of {@code weight} times the cross-entropy of {@code shares} after a
   * context.
   *
   * @param shares of each token, which sum to 1
   * @return the cross-entropy in nats
   */
  public double addGradient(double weight, double[] shares, int... context) {
    double[] p = probabilities(context);
    double loss = 0;
    for (int k = 0; k < tokens; k++) {
      loss -= shares[k] == 0 ? 0 : shares[k] * StrictMath.log(p[k]);
      z[k] = weight * (p[k] - shares[k]); // d loss / d logit
      gradient[outputBias + k] += z[k];
    }
    multiplyBack(outputWeights, h, z, towardH);
    for (int j = 0; j < hidden; j++) {
      towardH[j] *= 1 - h[j] * h[j]; // tanh' = 1 - tanh^2
      gradient[hiddenBias + j] += towardH[j];
    }
    multiplyBack(hiddenWeights, x, towardH, towardX);
    for (int i = 0; i < inputs; i++) {
      int token = context[i / embedding];
      gradient[token * embedding + i % embedding] += towardX[i];
    }
    return loss;
  }

  /** out = the matrix at {@code at} times a column, plus the numbers at {@code bias}. */
  private void multiply(int at, double[] column, int bias, double[] out) {
    for (int j = 0; j < out.length; j++) {
      int row = at + j * column.length;
      double sum = 0;
      for (int i = 0; i < column.length; i++) {
        sum += parameters[row + i] * column[i];
      }
      out[j] = sum + parameters[bias + j];
    }
  }

  /** The gradient of that: of the matrix, which is added, and of the column. */
  private void multiplyBack(int at, double[] column, double[] towardOut, double[] towardColumn) {
    Arrays.fill(towardColumn, 0);
    for (int j = 0; j < towardOut.length; j++) {
      int row = at + j * column.length;
      double g = towardOut[j];
      for (int i = 0; i < column.length; i++) {
        gradient[row + i] += g * column[i];
        towardColumn[i] += g * parameters[row + i];
      }
    }
  }
}
