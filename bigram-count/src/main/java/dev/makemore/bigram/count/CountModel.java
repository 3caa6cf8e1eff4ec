package dev.makemore.bigram.count;

import dev.makemore.model.Distribution;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Transitions;
import dev.makemore.model.Vocabulary;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The bigram model that counting gives: P(j | c) = (n_cj + k) / (n_c + k V).
 *
 * <p>n_cj is how often j follows c, n_c is the sum of row c, V is the size of the vocabulary, and k
 * is the smoothing. Add-k smoothing pretends that every pair occurred k more times than it did
 * (Jurafsky and Martin, "Speech and Language Processing", 3rd edition draft, section on smoothing).
 * With k = 0 this is the maximum likelihood model: no bigram model has a lower average negative log
 * likelihood on the text that was counted. A context that never occurs has the uniform
 * distribution.
 *
 * <p>A model is saved and loaded by {@link dev.makemore.model.io.ModelFile}:
 *
 * {@snippet class="dev.makemore.bigram.count.TourTest" region="save"}
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class CountModel implements LanguageModel {

  private final BigramCounts counts;
  private final double smoothing;
  private final List<Distribution> rows;

  private CountModel(BigramCounts counts, double smoothing) {
    this.counts = counts;
    this.smoothing = smoothing;
    this.rows =
        IntStream.range(0, counts.vocabulary().size())
            .mapToObj(context -> row(counts, smoothing, context))
            .toList();
  }

  /**
   * The maximum likelihood model of {@code text}, without smoothing.
   *
   * @throws ArithmeticException if the text has more than {@link Long#MAX_VALUE} transitions
   */
  public static CountModel fit(Transitions text) {
    return fit(text, 0);
  }

  /**
   * The model of {@code text} with add-k smoothing.
   *
   * @param smoothing k, a finite number >= 0
   * @throws IllegalArgumentException if k is not such a number, or k V is too large for a double
   * @throws ArithmeticException if the text has more than {@link Long#MAX_VALUE} transitions
   */
  public static CountModel fit(Transitions text, double smoothing) {
    checkSmoothing(smoothing, text.vocabulary().size());
    return new CountModel(BigramCounts.of(text), smoothing);
  }

  /**
   * Checks that a model can have a smoothing, before there is a text to fit it to.
   *
   * @param smoothing k, a finite number >= 0
   * @param tokens V, the size of the vocabulary
   * @throws IllegalArgumentException if k is not such a number, or k V is too large for a double
   */
  public static void checkSmoothing(double smoothing, int tokens) {
    if (!(smoothing >= 0 && smoothing < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "smoothing must be a finite number >= 0, was " + smoothing);
    }
    if (smoothing * tokens == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(
          "smoothing " + smoothing + " times " + tokens + " tokens is too large a number");
    }
  }

  private static Distribution row(BigramCounts counts, double smoothing, int context) {
    int size = counts.vocabulary().size();
    double total = smoothedTotal(counts, smoothing, context);
    if (total == 0) {
      return Distribution.uniform(size);
    }
    List<BigramCounts.Bigram> row = counts.row(context);
    int[] tokens = row.stream().mapToInt(BigramCounts.Bigram::next).toArray();
    double[] probabilities =
        row.stream().mapToDouble(pair -> (pair.count() + smoothing) / total).toArray();
    return Distribution.sparse(size, tokens, probabilities, smoothing / total);
  }

  private static double smoothedTotal(BigramCounts counts, double smoothing, int context) {
    return counts.rowTotal(context) + smoothing * counts.vocabulary().size();
  }

  /** The counts behind the probabilities. */
  public BigramCounts counts() {
    return counts;
  }

  /** The k of add-k smoothing. */
  public double smoothing() {
    return smoothing;
  }

  /**
   * The probability that the model gives to a token that never follows {@code context}: k / (n_c +
   * k V), or 1 / V if nothing follows the context and k is 0. It is the same number if every token
   * follows the context.
   *
   * @throws IllegalArgumentException if the token is not in the vocabulary
   */
  public double unseen(int context) {
    double total = smoothedTotal(counts, smoothing, context);
    return total == 0 ? 1.0 / vocabulary().size() : smoothing / total;
  }

  /**
   * The average negative log likelihood of this model, in nats, on the text that was counted and k
   * more of every pair: the entropy of each row, times the share of the row. No bigram model has a
   * lower one there. It is NaN if nothing was counted and k is 0.
   */
  public double lowestLoss() {
    double size = vocabulary().size();
    double pairs = counts.total() + smoothing * size * size;
    double loss = 0;
    for (int context = 0; context < size; context++) {
      loss += smoothedTotal(counts, smoothing, context) / pairs * rows.get(context).entropy();
    }
    return loss;
  }

  @Override
  public Vocabulary vocabulary() {
    return counts.vocabulary();
  }

  /** 1: a bigram model looks at one token. */
  @Override
  public int contextLength() {
    return 1;
  }

  @Override
  public Distribution next(int... context) {
    return rows.get(vocabulary().lastToken(context));
  }

  /** The number of tokens, the smoothing, and how items begin. */
  @Override
  public String toString() {
    return "CountModel of "
        + vocabulary().size()
        + " tokens, smoothing "
        + smoothing
        + "; . -> "
        + vocabulary().text(next());
  }
}
