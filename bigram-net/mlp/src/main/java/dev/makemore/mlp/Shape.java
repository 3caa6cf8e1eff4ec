package dev.makemore.mlp;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How large a perceptron is.
 *
 * @param tokens V, the number of tokens in the vocabulary
 * @param context C, how many of the last tokens it looks at
 * @param embedding E, how many numbers stand for a token
 * @param hidden H, the number of hidden neurons
 */
record Shape(int tokens, int context, int embedding, int hidden) {

  /** The largest number of parameters. */
  static final int MAX_PARAMETERS = 1_000_000;

  /** Larger parameters could overflow in a product, and then there would be no probabilities. */
  static final double LARGEST = 1e100;

  /** The names of the parameters, in their order; matrices are row by row. */
  static final List<String> NAMES =
      List.of("embedding", "hidden.weights", "hidden.bias", "output.weights", "output.bias");

  /**
   * The shape of a perceptron with these settings.
   *
   * @throws IllegalArgumentException if it has too many parameters
   */
  static Shape of(int tokens, int context, Settings settings) {
    Shape shape = new Shape(tokens, context, settings.embedding(), settings.hidden());
    shape.check("");
    return shape;
  }

  /**
   * The shape of a perceptron that is to be trained.
   *
   * @throws IllegalArgumentException if it has too many parameters; the message names the settings
   *     that decide it
   */
  static Shape toTrain(int tokens, int context, Settings settings) {
    Shape shape = new Shape(tokens, context, settings.embedding(), settings.hidden());
    shape.check(": " + shape + "; choose a smaller 'hidden', 'embedding' or 'context'");
    return shape;
  }

  private void check(String details) {
    Settings.require(
        parameters() <= MAX_PARAMETERS,
        String.format(
            Locale.ROOT,
            "a model has at most %,d parameters, and these sizes make %,d%s",
            MAX_PARAMETERS,
            parameters(),
            details));
  }

  /** The number of inputs of the hidden layer: the embeddings of the context, joined. */
  int inputs() {
    return context * embedding;
  }

  /** How many numbers each of the {@link #NAMES} has: V x E, H x C E, H, V x H and V. */
  long[] sizes() {
    return new long[] {
      (long) tokens * embedding, (long) hidden * inputs(), hidden, (long) tokens * hidden, tokens
    };
  }

  /** How many parameters there are in all. */
  long parameters() {
    return Arrays.stream(sizes()).sum();
  }

  /** The part of all parameters that has the name number {@code i}. */
  double[] part(int i, double[] parameters) {
    int from = (int) Arrays.stream(sizes()).limit(i).sum();
    return Arrays.copyOfRange(parameters, from, from + (int) sizes()[i]);
  }

  @Override
  public String toString() {
    return tokens
        + " tokens, context "
        + context
        + ", embedding "
        + embedding
        + ", hidden "
        + hidden;
  }
}
