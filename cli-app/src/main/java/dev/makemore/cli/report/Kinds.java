package dev.makemore.cli.report;

import dev.makemore.bigram.count.CountModel;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.io.Decimal;
import dev.makemore.model.io.ModelFile;

/** The kind of a model in words. */
public final class Kinds {

  private Kinds() {}

  /** The kind of {@code model}, such as {@code net} or {@code count, smoothing 1}. */
  public static String describe(LanguageModel model) {
    String kind = ModelFile.kindOf(model).name();
    return model instanceof CountModel count && count.smoothing() != 0
        ? kind + ", smoothing " + Decimal.shortest(count.smoothing())
        : kind;
  }
}
