package dev.makemore.bigram.net;

import dev.makemore.model.Distribution;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A bigram model that is one linear layer: P(j | c) = softmax(row c of W)_j.
 *
 * <p>A one-hot vector for token c times the V x V matrix W is row c of W: the logits of what
 * follows c. There is no bias and no non-linearity but the softmax.
 *
 * <p>Immutable and safe for use by several threads; {@link BigramTrainer} finds the weights.
 */
public final class BigramNet implements LanguageModel {

  private final Vocabulary vocabulary;
  private final double[] weights; // row-major
  private final List<Distribution> rows;

  private BigramNet(Vocabulary vocabulary, double[] weights) {
    this.vocabulary = vocabulary;
    this.weights = weights;
    int size = vocabulary.size();
    this.rows =
        IntStream.range(0, size)
            .mapToObj(c -> softmax(Arrays.copyOfRange(weights, c * size, (c + 1) * size)))
            .toList();
  }

  /**
   * The net with the given weights.
   *
   * @param vocabulary V tokens
   * @param weights V x V finite numbers, row by row: the logit of token j after token c is at c V +
   *     j
   * @throws IllegalArgumentException if there are not V x V of them, or one is not finite
   */
  public static BigramNet of(Vocabulary vocabulary, double... weights) {
    long wanted = (long) vocabulary.size() * vocabulary.size();
    if (weights.length != wanted) {
      throw new IllegalArgumentException(
          vocabulary.size() + " tokens need " + wanted + " weights, not " + weights.length);
    }
    for (double weight : weights) {
      if (!Double.isFinite(weight)) {
        throw new IllegalArgumentException("weights must be finite numbers, one is " + weight);
      }
    }
    return new BigramNet(vocabulary, weights.clone());
  }

  /** exp(z_j) over their sum; relative to the largest logit, so that nothing overflows. */
  private static Distribution softmax(double[] logits) {
    double largest = DoubleStream.of(logits).max().getAsDouble();
    return Distribution.ofWeights(
        DoubleStream.of(logits).map(logit -> StrictMath.exp(logit - largest)).toArray());
  }

  /**
   * The weight W_cj: the logit of {@code next} after {@code context}.
   *
   * @throws IllegalArgumentException if a token is not in the vocabulary
   */
  public double weight(int context, int next) {
    return weights[
        vocabulary.checkToken(context) * vocabulary.size() + vocabulary.checkToken(next)];
  }

  /** All weights, row by row. */
  double[] weights() {
    return weights.clone();
  }

  @Override
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** 1: a bigram model looks at one token. */
  @Override
  public int contextLength() {
    return 1;
  }

  @Override
  public Distribution next(int... context) {
    return rows.get(vocabulary.lastToken(context));
  }

  @Override
  public String toString() {
    return "BigramNet(" + vocabulary + ", " + weights.length + " weights)";
  }
}
