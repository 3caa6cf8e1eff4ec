package dev.makemore.cli.option;

import dev.makemore.bigram.count.CountModel;
import dev.makemore.model.Corpus;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.text.TextForm;
import dev.makemore.sampling.Sampler;
import dev.makemore.sampling.Temperature;
import dev.makemore.sampling.TopK;
import dev.makemore.sampling.TopP;
import picocli.CommandLine.Model.OptionSpec;

/** How to draw items from a model. */
public final class SamplingOptions extends OptionGroup {

  private final Argument<Double> temperature =
      arguments.option(
          Double.class,
          1.0,
          OptionSpec.builder("--temperature")
              .paramLabel("T")
              .description(
                  "Below 1 the likely becomes likelier, above 1 less so; 0 always takes the"
                      + " likeliest. Default: 1."));

  private final Argument<Integer> topK =
      arguments.option(
          Integer.class,
          Integer.MAX_VALUE,
          OptionSpec.builder("--top-k")
              .paramLabel("K")
              .description("Choose among the K likeliest characters only."));

  private final Argument<Double> topP =
      arguments.option(
          Double.class,
          1.0,
          OptionSpec.builder("--top-p")
              .paramLabel("P")
              .description(
                  "Choose among the fewest characters, likeliest first, that hold a share of P"
                      + " together: above 0, up to 1."));

  private final Argument<String> prefix =
      arguments.option(
          String.class,
          "",
          OptionSpec.builder("--prefix")
              .paramLabel("TEXT")
              .description("Start every item with TEXT."));

  private final Argument<Integer> maxLength =
      arguments.option(
          Integer.class,
          Sampler.DEFAULT_MAX_LENGTH,
          OptionSpec.builder("--max-length")
              .paramLabel("L")
              .description("Cut items at L characters. Default: ${DEFAULT-VALUE}."));

  public SamplingOptions(Arguments arguments) {
    super(arguments);
  }

  /** Finds out what is wrong with the options before anything is read. */
  public void check(TextForm form) {
    String known = "a".concat(form.apply(prefix.get())); // + is slow the first time
    sampler(prefix.checked(() -> CountModel.fit(Corpus.of(known))), form);
  }

  /**
   * Temperature, top-k and top-p, in this order, and then the prefix and the length of the items.
   *
   * @param form the form that the model's text is in, and so the prefix, too
   */
  public Sampler sampler(LanguageModel model, TextForm form) {
    LanguageModel tempered = temperature.checked(() -> Temperature.of(model, temperature.get()));
    LanguageModel likeliest = topK.checked(() -> TopK.of(tempered, topK.get()));
    LanguageModel nucleus = topP.checked(() -> TopP.of(likeliest, topP.get()));
    Sampler cut = maxLength.checked(() -> Sampler.of(nucleus).withMaxLength(maxLength.get()));
    return prefix.checked(() -> cut.withPrefix(form.apply(prefix.get())));
  }

  public int maxLength() {
    return maxLength.get();
  }
}
