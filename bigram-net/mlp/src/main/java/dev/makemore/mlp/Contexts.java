package dev.makemore.mlp;

import dev.makemore.model.Distribution;
import dev.makemore.model.NgramCounts;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A text as what a perceptron learns from: its distinct contexts, and after each of them the share
 * of every token.
 *
 * <p>24,235 of the names have 174,631 predictions, but only 5,436 distinct contexts of three
 * tokens. A batch draws contexts as often as they occur, and takes for each of them all that
 * follows it in the text, by its shares, where it could also draw one token. The gradient is the
 * same on average, with less noise: 5,000 steps lead to 2.12 nats on names that were held out, and
 * to 2.22 with single tokens.
 */
final class Contexts {

  private final int length; // of a context
  private final int tokens; // of the vocabulary
  private final int[] contexts; // one after the other
  private final int[] starts; // the tokens after context c are starts[c] to starts[c + 1] - 1
  private final int[] nexts;
  private final double[] shares; // sum to 1 in each context
  private final Distribution frequencies; // of the contexts

  /**
   * Reads a text.
   *
   * @throws IllegalArgumentException if the text has no items
   */
  Contexts(NgramCounts text) {
    if (text.total() == 0) {
      throw new IllegalArgumentException("there is nothing to learn from: the text has no items");
    }
    int distinct = text.distinctContexts();
    this.length = text.contextLength();
    this.tokens = text.vocabulary().size();
    this.contexts = new int[distinct * length];
    this.starts = new int[distinct + 1];
    this.nexts = new int[text.distinct()];
    this.shares = new double[text.distinct()];
    double[] totals = new double[distinct];
    int[] at = {-1, 0}; // the number of the context, and that of the n-gram
    text.forEach(
        (context, next, count) -> {
          int c = at[0];
          if (c < 0 || !isAt(c, context)) {
            c = ++at[0];
            System.arraycopy(context, 0, contexts, c * length, length);
          }
          nexts[at[1]] = next;
          shares[at[1]++] = count;
          starts[c + 1] = at[1];
          totals[c] += count;
        });
    for (int c = 0; c < distinct; c++) {
      for (int i = starts[c]; i < starts[c + 1]; i++) {
        shares[i] /= totals[c];
      }
    }
    this.frequencies = Distribution.ofWeights(totals);
  }

  private boolean isAt(int c, int... context) {
    return Arrays.equals(contexts, c * length, (c + 1) * length, context, 0, length);
  }

  /** Draws a batch: the numbers of {@code count} contexts, with replacement. */
  int[] draw(int count, RandomGenerator random) {
    int[] batch = new int[count];
    for (int i = 0; i < count; i++) {
      batch[i] = frequencies.sample(random);
    }
    return batch;
  }

  /** The tokens of a context, as numbers. */
  double[] tokens(int c) {
    double[] context = new double[length];
    for (int i = 0; i < length; i++) {
      context[i] = contexts[c * length + i];
    }
    return context;
  }

  /** The share of each of the V tokens among those that follow a context. */
  double[] shares(int c) {
    double[] row = new double[tokens];
    for (int i = starts[c]; i < starts[c + 1]; i++) {
      row[nexts[i]] = shares[i];
    }
    return row;
  }
}
