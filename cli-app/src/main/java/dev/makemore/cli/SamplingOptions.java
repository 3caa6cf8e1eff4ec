package dev.makemore.cli;

import dev.makemore.bigram.count.CountModel;
import dev.makemore.model.Corpus;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.TextForm;
import dev.makemore.sampling.Sampler;
import dev.makemore.sampling.Temperature;
import dev.makemore.sampling.TopK;
import dev.makemore.sampling.TopP;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How to draw items from a model. */
final class SamplingOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--temperature",
      paramLabel = "T",
      description =
          "Below 1 the likely becomes likelier, above 1 less so; 0 always takes the likeliest."
              + " Default: 1.")
  private Double temperature = 1.0;

  @Option(
      names = "--top-k",
      paramLabel = "K",
      description = "Choose among the K likeliest characters only.")
  private Integer topK = Integer.MAX_VALUE;

  @Option(
      names = "--top-p",
      paramLabel = "P",
      description =
          "Choose among the fewest characters, likeliest first, that hold a share of P together:"
              + " above 0, up to 1.")
  private Double topP = 1.0;

  @Option(names = "--prefix", paramLabel = "TEXT", description = "Start every item with TEXT.")
  private String prefix = "";

  @Option(
      names = "--max-length",
      paramLabel = "L",
      description = "Cut items at L characters. Default: ${DEFAULT-VALUE}.")
  private Integer maxLength = Sampler.DEFAULT_MAX_LENGTH;

  /** Finds out what is wrong with the options before anything is read. */
  void check(TextForm form) {
    String known = "a" + form.apply(prefix);
    sampler(Options.check(spec, "--prefix", () -> CountModel.fit(Corpus.of(known))), form);
  }

  /**
   * Temperature, top-k and top-p, in this order, and then the prefix and the length of the items.
   *
   * @param form the form that the model's text is in, and so the prefix, too
   */
  Sampler sampler(LanguageModel model, TextForm form) {
    LanguageModel tempered =
        Options.check(spec, "--temperature", () -> Temperature.of(model, temperature));
    LanguageModel likeliest = Options.check(spec, "--top-k", () -> TopK.of(tempered, topK));
    LanguageModel nucleus = Options.check(spec, "--top-p", () -> TopP.of(likeliest, topP));
    Sampler cut =
        Options.check(spec, "--max-length", () -> Sampler.of(nucleus).withMaxLength(maxLength));
    return Options.check(spec, "--prefix", () -> cut.withPrefix(form.apply(prefix)));
  }

  int maxLength() {
    return maxLength;
  }
}
