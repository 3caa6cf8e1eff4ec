package dev.makemore.sampling;

import dev.makemore.model.CachedModel;
import dev.makemore.model.Distribution;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import java.util.function.UnaryOperator;

/** A model that transforms the distributions of another one. */
final class TransformedModel implements LanguageModel {

  private final LanguageModel model;
  private final UnaryOperator<Distribution> transform;
  private final String description;

  private TransformedModel(
      LanguageModel model, UnaryOperator<Distribution> transform, String description) {
    this.model = model;
    this.transform = transform;
    this.description = description;
  }

  /**
   * Transforms each row once if {@code model} looks at one token at most, and otherwise each time
   * it is asked for.
   */
  static LanguageModel of(
      LanguageModel model, UnaryOperator<Distribution> transform, String description) {
    return CachedModel.of(new TransformedModel(model, transform, description));
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
    return transform.apply(model.next(context));
  }

  @Override
  public String toString() {
    return description + " of " + model;
  }
}
