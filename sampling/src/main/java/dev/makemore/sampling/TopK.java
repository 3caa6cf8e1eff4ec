package dev.makemore.sampling;

import dev.makemore.model.LanguageModel;

/**
 * Restricts a model to its k most likely tokens, in the same proportions (Fan, Lewis and Dauphin,
 * "Hierarchical neural story generation", ACL 2018, section 5.4). Of equally likely tokens the
 * lower ones are kept.
 */
public final class TopK {

  private TopK() {}

  /**
   * The model {@code model} with all but its {@code k} most likely tokens made impossible.
   *
   * @throws IllegalArgumentException if {@code k} is less than 1
   */
  public static LanguageModel of(LanguageModel model, int k) {
    if (k < 1) {
      throw new IllegalArgumentException("top-k must be at least 1, was " + k);
    }
    return k >= model.vocabulary().size()
        ? model
        : TransformedModel.of(model, row -> row.restrictedTo(row.mostLikely(k)), "top-" + k);
  }
}
