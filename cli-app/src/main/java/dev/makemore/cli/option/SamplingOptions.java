package dev.makemore.cli.option;

import dev.makemore.cli.making.Wishes;
import dev.makemore.cli.syntax.Argument;
import dev.makemore.cli.syntax.Heading;
import dev.makemore.cli.syntax.Syntax;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.text.TextForm;
import dev.makemore.sampling.Sampler;
import dev.makemore.sampling.Temperature;
import dev.makemore.sampling.TopK;
import dev.makemore.sampling.TopP;
import dev.makemore.sampling.WithoutUnknown;
import java.util.List;
import java.util.stream.IntStream;

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
      syntax
          .under(Heading.WISHES)
          .optionWithDefault(String.class, "", "--prefix=TEXT", "Start every item with TEXT.");

  public SamplingOptions(Syntax syntax) {
    super(syntax, Heading.SAMPLING);
  }

  /** Checks the options before anything is read. */
  public void check() {
    double t = temperature.get();
    temperature.require(t >= 0 && Double.isFinite(t), "temperature must be a finite number >= 0");
    topK.require(topK.get() >= 1, "top-k must be at least 1");
    topP.require(topP.get() > 0 && topP.get() <= 1, "top-p must be above 0 and at most 1");
  }

  /** What every item starts with, in {@code form}. */
  public String prefix(TextForm form) {
    return form.apply(prefix.get());
  }

  /**
   * A sampler that applies temperature, top-k, top-p and the wishes, in this order. To be called
   * after {@link #check}.
   *
   * @param options the options that chose the model; prefix and suffix are brought into the form of
   *     its text
   * @param wishOptions the options that {@code wishes} are from
   */
  public Sampler sampler(
      LanguageModel model, ModelOptions options, WishOptions wishOptions, Wishes wishes) {
    checkKnown(prefix, model, options);
    checkKnown(wishOptions.suffix(), model, options);
    LanguageModel tempered = Temperature.of(WithoutUnknown.of(model), temperature.get());
    LanguageModel likeliest = TopK.of(tempered, topK.get());
    LanguageModel nucleus = TopP.of(likeliest, topP.get());
    String start = prefix(options.form());
    return Sampler.of(wishes.model(nucleus, start))
        .withMaxLength(wishOptions.limit())
        .withPrefix(start);
  }

  /** Refuses a text with characters that the model does not know. */
  private static void checkKnown(Argument<String> text, LanguageModel model, ModelOptions options) {
    try {
      known(model.vocabulary()).encode(options.form().apply(text.get()));
    } catch (IllegalArgumentException e) {
      boolean lowercase = options.lowercaseHelps(model.vocabulary(), text.get());
      throw text.wrong(e.getMessage() + (lowercase ? "; with --lowercase it is" : ""));
    }
  }

  /** The same characters, without a token for all others, which can't be made. */
  private static Vocabulary known(Vocabulary vocabulary) {
    if (!vocabulary.hasUnknown()) {
      return vocabulary;
    }
    return Vocabulary.ofCodePoints(
        IntStream.range(1, vocabulary.size())
            .map(vocabulary::codePoint)
            .filter(codePoint -> codePoint != Vocabulary.UNKNOWN_CODE_POINT)
            .toArray());
  }

  /** What is to be said of a prefix that no text can start with under the model. */
  public List<String> messages(LanguageModel model, ModelOptions options) {
    return prefix.get().isEmpty()
        ? List.of()
        : options.diagnosis(model).messagesOfPrefix(prefix.get());
  }
}
