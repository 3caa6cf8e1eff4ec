package dev.makemore.bigram.net;

import dev.makemore.model.Distribution;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A bigram model that is one linear layer: P(j | c) = softmax(row c of W)_j.
 *
 * <p>The one-hot vector of token c times the V x V matrix W is row c of W: the logits of the token
 * that follows c. The layer has no bias, and the softmax is the only non-linearity.
 *
 * <p>Immutable and safe for use by several threads; {@link BigramTrainer} finds the weights.
 */
public final class BigramNet implements LanguageModel {

  private final Vocabulary vocabulary;
  private final List<double[]> weights; // row c: the logits after token c
  private final List<Distribution> rows;

  private BigramNet(Vocabulary vocabulary, List<double[]> weights) {
    this.vocabulary = vocabulary;
    this.weights = weights;
    // The same array gives the same distribution, so rows that share their zeros share that, too.
    IdentityHashMap<double[], Distribution> softmax = new IdentityHashMap<>();
    this.rows =
        weights.stream().map(row -> softmax.computeIfAbsent(row, BigramNet::softmax)).toList();
  }

  /**
   * The net with the given weights.
   *
   * @param vocabulary V tokens
   * @param weights V x V finite numbers, row by row: the logit of token j after token c is at c V +
   *     j
   * @throws IllegalArgumentException if their number is not V x V, or one is not finite
   */
  public static BigramNet of(Vocabulary vocabulary, double... weights) {
    int size = vocabulary.size();
    long wanted = (long) size * size;
    if (weights.length != wanted) {
      throw new IllegalArgumentException(
          size + " tokens need " + wanted + " weights, not " + weights.length);
    }
    for (double weight : weights) {
      if (!Double.isFinite(weight)) {
        throw new IllegalArgumentException("weights must be finite numbers, but one is " + weight);
      }
    }
    return ofRows(
        vocabulary,
        IntStream.range(0, size)
            .mapToObj(c -> Arrays.copyOfRange(weights, c * size, (c + 1) * size))
            .toList());
  }

  /**
   * The net with the given rows of finite weights, which it keeps without a copy.
   *
   * @param rows V rows of V weights; the same array may stand for several rows
   */
  static BigramNet ofRows(Vocabulary vocabulary, List<double[]> rows) {
    return new BigramNet(vocabulary, rows);
  }

  /** exp(z_j) divided by the sum of all; relative to the largest z, so that nothing overflows. */
  private static Distribution softmax(double[] logits) {
    double largest = DoubleStream.of(logits).max().getAsDouble();
    if (DoubleStream.of(logits).allMatch(logit -> logit == largest)) {
      return Distribution.uniform(logits.length); // takes no memory per token
    }
    return Distribution.ofWeights(
        DoubleStream.of(logits).map(logit -> StrictMath.exp(logit - largest)).toArray());
  }

  /**
   * The weight W_cj: the logit of {@code next} after {@code context}.
   *
   * @throws IllegalArgumentException if a token is not in the vocabulary
   */
  public double weight(int context, int next) {
    return weights.get(vocabulary.checkToken(context))[vocabulary.checkToken(next)];
  }

  /** The weights of one context, which the caller must not change. */
  double[] row(int context) {
    return weights.get(context);
  }

  /** All weights, row by row. */
  double[] weights() {
    return weights.stream().flatMapToDouble(DoubleStream::of).toArray();
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

  /** The number of tokens, and how items begin. */
  @Override
  public String toString() {
    return "BigramNet of " + vocabulary.size() + " tokens; . -> " + vocabulary.text(next());
  }
}
