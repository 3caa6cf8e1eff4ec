package dev.makemore.bigram.net;

import dev.makemore.autograd.Value;
import dev.makemore.autograd.Values;
import dev.makemore.autograd.Vectors;
import dev.makemore.autograd.nn.Linear;
import dev.makemore.model.Distribution;
import dev.makemore.model.Transitions;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Distinct pairs of tokens to learn from, each with its share of all transitions: the full batch of
 * a text, or a mini-batch drawn from it.
 *
 * <p>A text of 218,093 transitions between 27 tokens has at most 729 distinct pairs. The costs of
 * these, weighted by their shares, sum to the average cost of all the transitions one at a time.
 */
final class Batch {

  private final int vocabularySize;
  private final int[] contexts; // ascending
  private final int[] nexts;
  private final double[] shares; // sum to 1
  private final double[] contextShares; // the same, summed by context

  private Batch(int vocabularySize, int[] contexts, int[] nexts, double[] shares) {
    this.vocabularySize = vocabularySize;
    this.contexts = contexts;
    this.nexts = nexts;
    this.shares = shares;
    this.contextShares = new double[vocabularySize];
    for (int i = 0; i < contexts.length; i++) {
      contextShares[contexts[i]] += shares[i];
    }
  }

  /**
   * The full batch of {@code text}: its distinct pairs, ordered by context and then by next token.
   *
   * @param smoothing how many times each of the V x V pairs is added to the text
   * @throws IllegalArgumentException if there is no pair, if the sum of all weights is too large
   *     for a double, or if the text visits something that is not a transition
   */
  static Batch of(Transitions text, double smoothing) {
    int size = text.vocabulary().size();
    SortedMap<Integer, Double> weights = new TreeMap<>(); // by row-major cell
    text.forEach(
        (context, next, n) -> {
          Transitions.check(text.vocabulary(), context, next, n);
          weights.merge(context * size + next, (double) n, Double::sum);
        });
    if (smoothing > 0) {
      for (int cell = 0; cell < size * size; cell++) {
        weights.merge(cell, smoothing, Double::sum);
      }
    }
    double total = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    if (total == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(
          "smoothing " + smoothing + " times " + size * size + " pairs is too large a number");
    }
    if (total == 0) {
      throw new IllegalArgumentException("there is nothing to learn from: the text has no items");
    }
    return new Batch(
        size,
        weights.keySet().stream().mapToInt(cell -> cell / size).toArray(),
        weights.keySet().stream().mapToInt(cell -> cell % size).toArray(),
        weights.values().stream().mapToDouble(weight -> weight / total).toArray());
  }

  /** The probability of each pair to be drawn for a mini-batch, which is its share. */
  Distribution distribution() {
    return Distribution.ofWeights(shares);
  }

  /**
   * A mini-batch of {@code count} transitions, drawn with replacement.
   *
   * @param pairs the {@link #distribution()} of this batch, which is worth keeping between draws
   */
  Batch draw(int count, Distribution pairs, RandomGenerator random) {
    double[] drawn = new double[contexts.length];
    for (int i = 0; i < count; i++) {
      drawn[pairs.sample(random)]++;
    }
    int[] kept = IntStream.range(0, drawn.length).filter(pair -> drawn[pair] > 0).toArray();
    return new Batch(
        vocabularySize,
        IntStream.of(kept).map(pair -> contexts[pair]).toArray(),
        IntStream.of(kept).map(pair -> nexts[pair]).toArray(),
        IntStream.of(kept).mapToDouble(pair -> drawn[pair] / count).toArray());
  }

  /** w_c for each context c: its share of all transitions. */
  double[] contextShares() {
    return contextShares;
  }

  /**
   * Records the average negative log likelihood of the pairs, in nats: for each context one
   * cross-entropy of its row, in which the next tokens have their shares as weights.
   *
   * @param weights V x V
   */
  Value averageNll(Linear weights) {
    List<Value> costs = new ArrayList<>();
    for (int i = 0; i < contexts.length; ) { // the pairs of a context stand side by side
      int context = contexts[i];
      double[] targets = new double[vocabularySize];
      for (; i < contexts.length && contexts[i] == context; i++) {
        targets[nexts[i]] = shares[i];
      }
      costs.add(Values.crossEntropy(weights.row(context), targets));
    }
    return Values.sum(costs);
  }

  /**
   * The certificate: the largest total variation, over the contexts that occur here, between the
   * net's row and the counted one. It is the largest 1-norm of a row's gradient / (2 w_c); the
   * package documentation says why.
   *
   * @param weights V x V, with the gradient of {@link #averageNll} on their tape
   */
  double totalVariation(Linear weights) {
    double largest = 0;
    for (int context = 0; context < vocabularySize; context++) {
      if (contextShares[context] > 0) {
        double norm = 0;
        for (double slope : Vectors.gradients(weights.row(context))) {
          norm += Math.abs(slope);
        }
        largest = Math.max(largest, norm / (2 * contextShares[context]));
      }
    }
    return largest;
  }
}
