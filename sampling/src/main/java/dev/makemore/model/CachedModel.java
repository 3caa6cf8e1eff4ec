package dev.makemore.model;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A model that checks the answers of another one, and keeps them where a context is at most one
 * token. All that draws from a model or scores by one asks it through this class.
 *
 * <p><b>Checked</b> is that an answer fits the model's vocabulary. A model is often somebody else's
 * code, and a row that is too short or too long would give wrong text or wrong scores in silence.
 *
 * <p><b>Kept</b> are rows for loops that would ask for the same few of them millions of times. What
 * is kept is bounded: rows that list {@value #MAX_LISTED} tokens in all, some 100 MB. That is every
 * row of a table of 2,000 x 2,000, or of one over far more tokens that is sparse; rows beyond that
 * are asked for each time.
 */
public final class CachedModel implements LanguageModel {

  private static final long MAX_LISTED = 4_000_000;

  private final LanguageModel model;
  private final AtomicLong listed = new AtomicLong(); // by all rows that are kept
  private final AtomicReferenceArray<Distribution> rows; // by the last token of the context

  private CachedModel(LanguageModel model) {
    this.model = model;
    this.rows = new AtomicReferenceArray<>(keepsRows() ? model.vocabulary().size() : 0);
  }

  /**
   * Returns {@code model} with its answers checked and, if it looks at one token at most, kept. An
   * answer that does not fit is an {@link IllegalArgumentException} when it is given.
   */
  public static LanguageModel of(LanguageModel model) {
    return model instanceof CachedModel ? model : new CachedModel(model);
  }

  /**
   * Returns {@code distribution}, an answer of a model with this vocabulary.
   *
   * @throws IllegalArgumentException if it has more or fewer tokens than the vocabulary
   */
  static Distribution checked(Vocabulary vocabulary, Distribution distribution) {
    if (distribution.size() != vocabulary.size()) {
      throw new IllegalArgumentException(
          "the model gave a distribution over "
              + distribution.size()
              + " tokens, but its vocabulary has "
              + vocabulary.size()
              + "; LanguageModel.next gives a probability to each token of the vocabulary");
    }
    return distribution;
  }

  private boolean keepsRows() {
    return contextLength() <= 1;
  }

  @Override
  public Vocabulary vocabulary() {
    return model.vocabulary();
  }

  @Override
  public int contextLength() {
    return model.contextLength();
  }

  @Override
  public Distribution next(int... context) {
    if (!keepsRows()) {
      return checked(vocabulary(), model.next(context));
    }
    int last = contextLength() == 0 ? Vocabulary.BOUNDARY : vocabulary().lastToken(context);
    Distribution row = rows.get(last);
    if (row == null) {
      row = checked(vocabulary(), model.next(last));
      if (listed.addAndGet(row.listed().count()) <= MAX_LISTED) {
        rows.set(last, row);
      }
    }
    return row;
  }

  /** If there is no room for another row, asks the model for this one probability only. */
  @Override
  public double probability(int next, int... context) {
    if (!keepsRows()) {
      return model.probability(next, context);
    }
    int last = contextLength() == 0 ? Vocabulary.BOUNDARY : vocabulary().lastToken(context);
    return rows.get(last) == null && listed.get() >= MAX_LISTED
        ? model.probability(next, last)
        : next(last).probability(next);
  }

  @Override
  public String toString() {
    return model.toString();
  }
}
