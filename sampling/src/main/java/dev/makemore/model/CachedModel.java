package dev.makemore.model;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A model that checks the answers of another one, and keeps some of them. All that draws from a
 * model or scores by one asks it through this class.
 *
 * <p><b>Checked</b> is that an answer fits the model's vocabulary. A model is often somebody else's
 * code, and a row that is too short or too long would give wrong text or wrong scores in silence.
 *
 * <p><b>Kept</b> are rows for loops that would ask for the same few of them millions of times. What
 * is kept is bounded: rows that list {@value #MAX_LISTED} tokens in all, some 100 MB. Under a model
 * that looks at one token at most, that is every row of a table of 2,000 x 2,000, or of one over
 * far more tokens that is sparse; rows beyond that are asked for each time. Under a model that
 * looks at more, a context has one place, which its hash code gives. The row that was asked for
 * last is kept there, so that contexts that are frequent are mostly found.
 */
public final class CachedModel implements LanguageModel {

  private static final long MAX_LISTED = 4_000_000;

  private final LanguageModel model;
  private final AtomicLong listed = new AtomicLong(); // by all rows that are kept
  private final AtomicReferenceArray<Distribution> rows; // by the last token of the context
  private final AtomicReferenceArray<Row> longRows; // of longer contexts, by hash code
  private final int places; // for those, a power of 2

  /** The largest number of places for rows of longer contexts. */
  private static final int MAX_PLACES = 1 << 17;

  /** Above this size, a row costs so much more than one probability that it is not worth it. */
  private static final int SMALL = 256;

  /** What follows a context, padded to the length that the model looks at. */
  private static final class Row {
    final int[] context;
    final Distribution next;

    Row(int[] context, Distribution next) {
      this.context = context;
      this.next = next;
    }
  }

  private CachedModel(LanguageModel model) {
    this.model = model;
    int size = model.vocabulary().size();
    boolean isShort = contextLength() <= 1;
    this.rows = new AtomicReferenceArray<>(isShort ? size : 0);
    long affordable = MAX_LISTED / ((long) size + contextLength());
    this.places = (int) Math.max(1, Math.min(MAX_PLACES, Long.highestOneBit(affordable)));
    this.longRows = new AtomicReferenceArray<>(isShort ? 0 : places);
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
    if (contextLength() > 1) {
      return longRow(context);
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

  private Distribution longRow(int... context) {
    int length = contextLength();
    int from = context.length - length; // below 0 where boundaries are missing, which are 0
    int hash = 0;
    for (int i = Math.max(0, from); i < context.length; i++) {
      hash = (hash ^ context[i]) * 0x9E3779B1;
      hash ^= hash >>> 15;
    }
    int place = hash & (places - 1);
    Row kept = longRows.get(place);
    if (kept == null || !isLast(kept.context, context, from)) {
      Distribution next = checked(vocabulary(), model.next(context));
      int[] padded = new int[length];
      for (int i = Math.max(0, -from); i < length; i++) {
        padded[i] = context[from + i];
      }
      kept = new Row(padded, next);
      longRows.set(place, kept);
    }
    return kept.next;
  }

  private static boolean isLast(int[] padded, int[] context, int from) {
    for (int i = 0; i < padded.length; i++) {
      if (padded[i] != (from + i < 0 ? Vocabulary.BOUNDARY : context[from + i])) {
        return false;
      }
    }
    return true;
  }

  /**
   * If there is no room for another row, or rows are large and contexts many, asks the model for
   * this one probability only.
   */
  @Override
  public double probability(int next, int... context) {
    if (contextLength() > 1) {
      return vocabulary().size() <= SMALL
          ? longRow(context).probability(next)
          : model.probability(next, context);
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
