package dev.makemore.ngram;

import dev.makemore.model.Distribution;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.NgramCounts;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.arpa.BackoffModel;
import dev.makemore.ngram.level.AddedCounts;
import dev.makemore.ngram.level.Interpolation;
import java.util.Objects;

/**
 * The n-gram model that counting and smoothing give: it predicts a token from the n - 1 tokens
 * before it.
 *
 * {@snippet class="dev.makemore.ngram.TourTest" region="fit"}
 *
 * <p>Most contexts of several tokens occur seldom or never. {@link Smoothing} says how a model
 * judges what follows them all the same.
 *
 * <p>All probabilities are worked out once, by {@link #fit}. They are held in the form of ARPA
 * files, as a {@link BackoffModel}: an n-gram that occurred is listed with its probability, and
 * every other token has its probability after the shorter context, times the backoff of the
 * context. An interpolated model has this form too, since what it adds to the listed n-grams from
 * shorter contexts can be added beforehand.
 *
 * <p>Fitting takes time and memory in proportion to the n-grams of all lengths up to n that occur.
 * A model is saved and loaded by {@link dev.makemore.model.io.ModelFile}, or {@linkplain #backoff
 * written} as an ARPA file.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class NgramModel implements LanguageModel, BackoffModel.Source {

  private final NgramCounts counts;
  private final Smoothing smoothing;
  private final BackoffModel backoff;

  private NgramModel(NgramCounts counts, Smoothing smoothing, BackoffModel backoff) {
    this.counts = counts;
    this.smoothing = smoothing;
    this.backoff = backoff;
  }

  /**
   * The model of a text whose n-grams were counted.
   *
   * @throws IllegalArgumentException if k of add-k smoothing times the size of the vocabulary is
   *     too large for a double
   */
  public static NgramModel fit(NgramCounts counts, Smoothing smoothing) {
    Objects.requireNonNull(counts, "counts");
    Objects.requireNonNull(smoothing, "smoothing");
    return new NgramModel(counts, smoothing, backoff(counts, smoothing));
  }

  private static BackoffModel backoff(NgramCounts counts, Smoothing smoothing) {
    if (smoothing instanceof Smoothing.AddK add) {
      return AddedCounts.model(counts, add.k());
    }
    return smoothing instanceof Smoothing.KneserNey
        ? Interpolation.kneserNey(counts)
        : Interpolation.wittenBell(counts);
  }

  /** The counts behind the probabilities. */
  public NgramCounts counts() {
    return counts;
  }

  /** How the probabilities were made of the counts. */
  public Smoothing smoothing() {
    return smoothing;
  }

  /** n: one more than {@link #contextLength()}. */
  public int order() {
    return counts.order();
  }

  /** The same model in the form of an ARPA file, for {@link dev.makemore.model.arpa.Arpa}. */
  @Override
  public BackoffModel backoff() {
    return backoff;
  }

  @Override
  public Vocabulary vocabulary() {
    return counts.vocabulary();
  }

  /** n - 1 tokens. */
  @Override
  public int contextLength() {
    return counts.contextLength();
  }

  @Override
  public Distribution next(int... context) {
    return backoff.next(context);
  }

  @Override
  public double probability(int next, int... context) {
    return backoff.probability(next, context);
  }

  /** The order, the smoothing, and what was counted. */
  @Override
  public String toString() {
    return "NgramModel of order " + order() + ", " + smoothing + ", " + counts;
  }
}
