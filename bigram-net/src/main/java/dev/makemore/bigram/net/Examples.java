package dev.makemore.bigram.net;

import dev.makemore.autograd.Value;
import dev.makemore.autograd.Values;
import dev.makemore.autograd.nn.Linear;
import dev.makemore.model.Distribution;
import dev.makemore.model.Transitions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Pairs of tokens to learn from, each with its share of the whole: the full batch of a text, or a
 * mini-batch drawn from it.
 *
 * <p>A text of 218,093 transitions between 27 tokens has at most 729 distinct pairs. Their costs,
 * weighted by their shares, sum to the same loss as all the transitions one at a time.
 */
final class Examples {

  private final int vocabularySize;
  private final int[] contexts;
  private final int[] nexts;
  private final double[] shares; // sum to 1

  private Examples(int vocabularySize, int[] contexts, int[] nexts, double[] shares) {
    this.vocabularySize = vocabularySize;
    this.contexts = contexts;
    this.nexts = nexts;
    this.shares = shares;
  }

  /**
   * The distinct pairs of {@code text}, by context and then by next token.
   *
   * @param smoothing how many times each of the V x V pairs is added to the text
   * @throws IllegalArgumentException if that leaves no pair
   */
  static Examples of(Transitions text, double smoothing) {
    int size = text.vocabulary().size();
    SortedMap<Integer, Double> weights = new TreeMap<>(); // by row-major cell
    text.forEach(
        (context, next, n) -> weights.merge(context * size + next, (double) n, Double::sum));
    if (smoothing > 0) {
      for (int cell = 0; cell < size * size; cell++) {
        weights.merge(cell, smoothing, Double::sum);
      }
    }
    double total = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    if (total == 0) {
      throw new IllegalArgumentException("there is nothing to learn from: the text has no items");
    }
    return new Examples(
        size,
        weights.keySet().stream().mapToInt(cell -> cell / size).toArray(),
        weights.keySet().stream().mapToInt(cell -> cell % size).toArray(),
        weights.values().stream().mapToDouble(weight -> weight / total).toArray());
  }

  /** The chance of each pair to be drawn for a mini-batch: its share. */
  Distribution distribution() {
    return Distribution.ofWeights(shares);
  }

  /** A mini-batch: {@code count} transitions drawn with replacement, each with the same share. */
  Examples draw(int count, Distribution pairs, RandomGenerator random) {
    int[] drawn = new int[count];
    double[] equal = new double[count];
    Arrays.setAll(drawn, i -> pairs.sample(random));
    Arrays.fill(equal, 1.0 / count);
    return new Examples(
        vocabularySize,
        Arrays.stream(drawn).map(pair -> contexts[pair]).toArray(),
        Arrays.stream(drawn).map(pair -> nexts[pair]).toArray(),
        equal);
  }

  /** w_c for each context c: its share of all transitions. */
  double[] contextShares() {
    double[] contextShares = new double[vocabularySize];
    for (int i = 0; i < contexts.length; i++) {
      contextShares[contexts[i]] += shares[i];
    }
    return contextShares;
  }

  /**
   * Records the average negative log likelihood of the pairs, in nats: the sum over pairs of share
   * times (logSumExp(row of context) - logit of next).
   *
   * @param weights V x V
   */
  Value averageNll(Linear weights) {
    @Nullable Value[] logSumExp = new Value[vocabularySize]; // of each row that is needed, once
    List<Value> costs = new ArrayList<>(contexts.length);
    for (int i = 0; i < contexts.length; i++) {
      int context = contexts[i];
      Value normalizer = logSumExp[context];
      if (normalizer == null) {
        normalizer = Values.logSumExp(weights.row(context));
        logSumExp[context] = normalizer;
      }
      costs.add(normalizer.minus(weights.weight(context, nexts[i])));
    }
    return Values.dot(shares, costs);
  }
}
