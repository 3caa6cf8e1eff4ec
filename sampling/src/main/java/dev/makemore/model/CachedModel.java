package dev.makemore.model;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A model that keeps the answers of another one, where a context is at most one token.
 *
 * <p>For loops that would ask for the same few rows millions of times: drawing items, scoring text,
 * and models that transform the distributions of another. What is kept is bounded: rows that list
 * {@value #MAX_LISTED} tokens in all, some 100 MB. That is every row of a table of 2,000 x 2,000,
 * or of one over far more tokens that is sparse; rows beyond that are asked for each time.
 */
public final class CachedModel implements LanguageModel {

  private static final long MAX_LISTED = 4_000_000;

  private final LanguageModel model;
  private final AtomicLong listed = new AtomicLong(); // by all rows that are kept
  private final AtomicReferenceArray<Distribution> rows; // by the last token of the context

  private CachedModel(LanguageModel model) {
    this.model = model;
    this.rows = new AtomicReferenceArray<>(model.vocabulary().size());
  }

  /** Returns {@code model} with its answers kept, or itself if it looks at more than one token. */
  public static LanguageModel of(LanguageModel model) {
    return model.contextLength() > 1 || model instanceof CachedModel
        ? model
        : new CachedModel(model);
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
    int last = contextLength() == 0 ? Vocabulary.BOUNDARY : vocabulary().lastToken(context);
    Distribution row = rows.get(last);
    if (row == null) {
      row = model.next(last);
      if (listed.addAndGet(row.listed().count()) <= MAX_LISTED) {
        rows.set(last, row);
      }
    }
    return row;
  }

  /** If there is no room for another row, asks the model for this one probability only. */
  @Override
  public double probability(int next, int... context) {
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
