package dev.makemore.cli.report;

import dev.makemore.bigram.count.CountModel;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.arpa.BackoffModel;
import dev.makemore.model.io.Decimal;
import dev.makemore.model.io.ModelFile;
import dev.makemore.ngram.NgramModel;

/** The kind of a model in words. */
public final class Kinds {

  private Kinds() {}

  /** The kind of {@code model}, such as {@code net} or {@code count, smoothing 1}. */
  public static String describe(LanguageModel model) {
    String kind = ModelFile.kindOf(model).name();
    if (model instanceof NgramModel ngram) {
      return kind + ", order " + ngram.order() + ", " + ngram.smoothing();
    } else if (model instanceof BackoffModel backoff) {
      return kind + ", order " + backoff.order();
    }
    return model instanceof CountModel count && count.smoothing() != 0
        ? kind + ", smoothing " + Decimal.shortest(count.smoothing())
        : kind;
  }

  /**
   * What to call a model that has just been learned: {@code description}, or its kind if that says
   * more.
   */
  public static String describeLearned(LanguageModel model, String description) {
    return model instanceof NgramModel ? describe(model) : description;
  }
}
