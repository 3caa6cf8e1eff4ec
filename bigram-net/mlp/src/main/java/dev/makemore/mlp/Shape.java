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

  /** The names of the parameters, in their order; matrices are row by row. */
  static final List<String> NAMES =
      List.of("embedding", "hidden.weights", "hidden.bias", "output.weights", "output.bias");

  /**
   * The shape of a perceptron with these settings.
   *
   * @throws IllegalArgumentException if it would have too many parameters
   */
  static Shape of(int tokens, int context, Settings settings) {
    Shape shape = new Shape(tokens, context, settings.embedding(), settings.hidden());
    Settings.require(
        shape.parameters() <= MAX_PARAMETERS,
        String.format(
            Locale.ROOT,
            "%s would have %,d parameters, and %,d are the most; make 'hidden' or 'embedding'"
                + " smaller",
            shape,
            shape.parameters(),
            MAX_PARAMETERS));
    return shape;
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
