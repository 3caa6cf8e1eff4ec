package dev.makemore.ngram.level;

import dev.makemore.model.NgramCounts;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.arpa.BackoffModel;
import java.util.Arrays;

/**
 * Add-k smoothing, P(j | c) = (n_cj + k) / (n_c + k V), as a model that backs off.
 *
 * <p>The unigrams are uniform, and only contexts of full length have a row: n - 1 tokens, or fewer
 * from the start of an item. Such a row backs off to the unigrams at once, with k V / (n_c + k V),
 * so that a token that never followed gets k / (n_c + k V). A context that never occurred has no
 * row, and so the uniform distribution.
 */
public final class AddedCounts {

  private final NgramCounts counts;
  private final double k;
  private final BackoffModel.Builder model;
  private final int[] tokens; // of the row that is being collected
  private final double[] probabilities; // first the counts
  private int[] context = {};
  private int size;

  private AddedCounts(NgramCounts counts, double k, double... unigrams) {
    this.counts = counts;
    this.k = k;
    this.model = BackoffModel.builder(counts.vocabulary(), counts.order(), unigrams);
    this.tokens = new int[counts.vocabulary().size()];
    this.probabilities = new double[tokens.length];
  }

  /**
   * The model of {@code counts}.
   *
   * @param k a finite number >= 0
   * @throws IllegalArgumentException if k V is too large for a double
   */
  public static BackoffModel model(NgramCounts counts, double k) {
    int size = counts.vocabulary().size();
    if (k * size == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(
          "smoothing " + k + " times " + size + " tokens is too large a number");
    }
    if (counts.order() == 1) {
      return BackoffModel.builder(counts.vocabulary(), 1, unigrams(counts, k)).build();
    }
    double[] uniform = new double[size];
    Arrays.fill(uniform, 1.0 / size);
    return new AddedCounts(counts, k, uniform).build();
  }

  private static double[] unigrams(NgramCounts counts, double k) {
    double[] unigrams = new double[counts.vocabulary().size()];
    double total = counts.total() + k * unigrams.length;
    Arrays.fill(unigrams, total == 0 ? 1.0 / unigrams.length : k / total);
    counts.forEach((context, next, count) -> unigrams[next] = (count + k) / total);
    return unigrams;
  }

  /** Contexts come in ascending order, so those from the start of an item come shortest first. */
  private BackoffModel build() {
    counts.forEach(
        (padded, next, count) -> {
          if (size > 0 && !Arrays.equals(padded, context)) {
            endRow();
          }
          context = size == 0 ? padded.clone() : context;
          tokens[size] = next;
          probabilities[size++] = count;
        });
    if (size > 0) {
      endRow();
    }
    return model.build();
  }

  private void endRow() {
    double added = k * tokens.length;
    double total = added;
    for (int i = 0; i < size; i++) {
      total += probabilities[i];
    }
    for (int i = 0; i < size; i++) {
      probabilities[i] = (probabilities[i] + k) / total;
    }
    model.row(
        clipped(context),
        added / total,
        Arrays.copyOf(tokens, size),
        Arrays.copyOf(probabilities, size));
    size = 0;
  }

  /** A context with its run of boundaries cut down to one. */
  private static int[] clipped(int... context) {
    int from = 0;
    while (from + 1 < context.length && context[from + 1] == Vocabulary.BOUNDARY) {
      from++;
    }
    return Arrays.copyOfRange(context, from, context.length);
  }
}
