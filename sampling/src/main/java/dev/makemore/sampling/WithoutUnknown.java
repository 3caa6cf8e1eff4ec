package dev.makemore.sampling;

import dev.makemore.model.Distribution;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import java.util.stream.IntStream;

/**
 * Restricts a model to the tokens that stand for one character each: what draws from it draws no
 * {@linkplain Vocabulary#withUnknown() unknown token}.
 */
public final class WithoutUnknown {

  private WithoutUnknown() {}

  /**
   * The model {@code model} with the unknown token made impossible, and all other tokens in the
   * same proportions. Where only the unknown token was possible, the item ends. A model without
   * such a token is returned as it is.
   */
  public static LanguageModel of(LanguageModel model) {
    Vocabulary vocabulary = model.vocabulary();
    if (!vocabulary.hasUnknown()) {
      return model;
    }
    int size = vocabulary.size();
    int unknown = vocabulary.token(Vocabulary.UNKNOWN_CODE_POINT);
    int[] kept = IntStream.range(0, size).filter(token -> token != unknown).toArray();
    Distribution end =
        Distribution.sparse(size, new int[] {Vocabulary.BOUNDARY}, new double[] {1}, 0);
    return TransformedModel.of(
        model,
        row -> {
          if (row.probability(unknown) == 0) {
            return row;
          }
          boolean possible = IntStream.of(kept).anyMatch(token -> row.probability(token) > 0);
          return possible ? row.restrictedTo(kept) : end;
        },
        "without unknown characters");
  }
}
