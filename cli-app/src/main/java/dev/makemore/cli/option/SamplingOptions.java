package dev.makemore.cli.option;

import dev.makemore.model.LanguageModel;
import dev.makemore.model.text.TextForm;
import dev.makemore.sampling.Sampler;
import dev.makemore.sampling.Temperature;
import dev.makemore.sampling.TopK;
import dev.makemore.sampling.TopP;

/** How to draw items from a model. */
public final class SamplingOptions extends OptionGroup {

  private final Argument<Double> temperature =
      syntax.optionWithDefault(
          Double.class,
          1.0,
          "--temperature=T",
          "Below 1, likely characters become still likelier; above 1, all become more"
              + " equally likely; with 0, the likeliest is chosen every time. Default: 1.");

  private final Argument<Integer> topK =
      syntax.optionWithDefault(
          Integer.class,
          Integer.MAX_VALUE,
          "--top-k=K",
          "Choose only among the K likeliest characters.");

  private final Argument<Double> topP =
      syntax.optionWithDefault(
          Double.class,
          1.0,
          "--top-p=P",
          "Choose only among the fewest characters whose probabilities add up to at least"
              + " P, a number above 0 and at most 1. Default: 1.");

  private final Argument<String> prefix =
      syntax.optionWithDefault(String.class, "", "--prefix=TEXT", "Start every item with TEXT.");

  private final Argument<Integer> maxLength =
      syntax.optionWithDefault(
          Integer.class,
          Sampler.DEFAULT_MAX_LENGTH,
          "--max-length=L",
          "Cut items off after L characters. Default: ${DEFAULT-VALUE}.");

  public SamplingOptions(Syntax syntax) {
    super(syntax);
  }

  /**
   * Checks the options before anything is read. Whether the model knows the characters of the
   * prefix is not known before {@link #sampler}.
   */
  public void check(TextForm form) {
    double t = temperature.get();
    temperature.require(t >= 0 && Double.isFinite(t), "temperature must be a finite number >= 0");
    topK.require(topK.get() >= 1, "top-k must be at least 1");
    topP.require(topP.get() > 0 && topP.get() <= 1, "top-p must be above 0 and at most 1");
    maxLength.require(maxLength.get() >= 1, "maximum length must be at least 1");
    String start = form.apply(prefix.get());
    if (start.codePointCount(0, start.length()) > maxLength.get()) {
      throw prefix.wrong(
          "maximum length " + maxLength.get() + " is shorter than the prefix '" + start + "'");
    }
  }

  /**
   * A sampler that applies temperature, top-k and top-p, in this order. To be called after {@link
   * #check}.
   *
   * @param options the options that chose the model; the prefix is brought into the form of its
   *     text
   */
  public Sampler sampler(LanguageModel model, ModelOptions options) {
    LanguageModel tempered = Temperature.of(model, temperature.get());
    LanguageModel likeliest = TopK.of(tempered, topK.get());
    LanguageModel nucleus = TopP.of(likeliest, topP.get());
    Sampler sampler = Sampler.of(nucleus).withMaxLength(maxLength.get());
    try {
      return sampler.withPrefix(options.form().apply(prefix.get()));
    } catch (IllegalArgumentException e) {
      boolean lowercase = options.lowercaseHelps(model.vocabulary(), prefix.get());
      throw prefix.wrong(e.getMessage() + (lowercase ? "; with --lowercase it is" : ""));
    }
  }

  public int maxLength() {
    return maxLength.get();
  }
}
