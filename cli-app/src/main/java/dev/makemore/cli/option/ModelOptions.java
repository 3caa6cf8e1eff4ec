package dev.makemore.cli.option;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.Input;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.text.TextForm;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;

/** Which model: one that was saved, or what to learn from and how. */
public final class ModelOptions extends OptionGroup {

  private final Argument<@Nullable Path> saved =
      arguments.option(
          Path.class,
          OptionSpec.builder("-m", "--load")
              .paramLabel("MODEL")
              .description(
                  "Use this saved model instead of learning one; - is standard input. In evaluate"
                      + " and score, -i then names what is to be scored."));

  private final LearningOptions learning;

  /** Options whose models are not smoothed where nothing else is said. */
  public ModelOptions(Arguments arguments) {
    this(arguments, 0);
  }

  private ModelOptions(Arguments arguments, double k) {
    super(arguments);
    learning = new LearningOptions(arguments, k); // after all others, as it needs k
  }

  /** Options whose models are smoothed by {@code k} where nothing else is said. */
  public static ModelOptions smoothedBy(double k, Arguments arguments) {
    return new ModelOptions(arguments, k);
  }

  /** Finds out what is wrong with the options before anything is read. */
  public void check() {
    if (isSaved()) {
      learning.refuse("a saved model, as -m names one, has been trained already");
    }
    if (Input.isStdin(saved.get()) && inputPath().filter(Input::isStdin).isPresent()) {
      throw arguments.wrong("-m - and -i - can't both read standard input; name a file");
    }
    learning.check();
  }

  /** Refuses an input where there is a saved model. */
  public void refuseInput(String why) {
    if (isSaved()) {
      learning.refuseInput(why);
    }
  }

  /** Whether there is a saved model, so that nothing is to be learnt. */
  public boolean isSaved() {
    return saved.isGiven();
  }

  /** Whether there is a saved model, and an input, which then names what is to be scored. */
  public boolean isInputScored() {
    return isSaved() && inputPath().isPresent();
  }

  /** Whether the model or the input comes from standard input. */
  public boolean readsStdin() {
    return Input.isStdin(saved.get()) || inputPath().filter(Input::isStdin).isPresent();
  }

  Optional<Path> inputPath() {
    return learning.inputPath();
  }

  /** The form of all text that the command reads. */
  public TextForm form() {
    return learning.form();
  }

  /** On how many threads to work. */
  public int threads() {
    return learning.threads();
  }

  public Input input(Console console) {
    return learning.input(console);
  }

  /** The saved model, or else what is learnt from the input. */
  public LanguageModel model(Console console) {
    if (isSaved()) {
      return load(console);
    }
    Input input = input(console);
    return learn(input.counts(threads()), input);
  }

  /** The saved model; there is one. */
  public LanguageModel load(Console console) {
    return Input.ofModel(Objects.requireNonNull(saved.get()), console).model();
  }

  /** Learns a model from {@code counts}, which came from {@code from}. */
  public LanguageModel learn(BigramCounts counts, Input from) {
    return learning.learn(counts, from);
  }

  /** Such as {@code count, smoothing 1}, or the name of the saved model. */
  public String description() {
    return isSaved() ? String.valueOf(saved.get()) : learning.description();
  }
}
