package dev.makemore.model;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A model that asks another one at most once for each context, where a context is at most one
 * token.
 *
 * <p>For loops that would ask for the same few rows millions of times: drawing items, scoring text,
 * and models that transform the distributions of another.
 */
public final class CachedModel implements LanguageModel {

  private final LanguageModel model;
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
      rows.set(last, row);
    }
    return row;
  }

  @Override
  public String toString() {
    return model.toString();
  }
}
