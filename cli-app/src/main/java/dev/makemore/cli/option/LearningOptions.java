package dev.makemore.cli.option;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.bigram.net.BigramTrainer;
import dev.makemore.cli.input.Input;
import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.ExitCode;
import dev.makemore.cli.io.Failure;
import dev.makemore.cli.syntax.Argument;
import dev.makemore.cli.syntax.Converters;
import dev.makemore.cli.syntax.Heading;
import dev.makemore.cli.syntax.Syntax;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.io.Decimal;
import dev.makemore.model.text.TextForm;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** What to learn a model from, and how. */
public class LearningOptions extends OptionGroup {

  /** The largest for the boundary and one character: times their number it is still finite. */
  private static final double LARGEST_SMOOTHING = Double.MAX_VALUE / 2;

  final InputOptions inputs;

  final Argument<@Nullable ModelChoice> model;

  final Argument<@Nullable Double> smoothing;

  private final Argument<Integer> threads =
      syntax
          .under(Heading.SPEED)
          .optionWithDefault(
              Integer.class,
              Runtime.getRuntime().availableProcessors(),
              "--threads=N",
              "Work on N threads, at most one for each processor. The result does not depend"
                  + " on N. Default: one thread for each processor.");

  private final double defaultSmoothing;

  /** Adds the options. Models have no smoothing by default. */
  public LearningOptions(Syntax syntax) {
    this(syntax, 0, ModelChoice.learnerOption(), "Default: 0.");
  }

  /**
   * Adds the options.
   *
   * @param defaultSmoothing the smoothing of models where {@code --smoothing} is not given
   * @param modelOption how the kind of the model is chosen
   * @param smoothingDefault what the help says of the smoothing if the option is not given
   */
  LearningOptions(
      Syntax syntax,
      double defaultSmoothing,
      OptionSpec.Builder modelOption,
      String smoothingDefault) {
    super(syntax, Heading.MODEL);
    this.defaultSmoothing = defaultSmoothing;
    this.model = this.syntax.option(ModelChoice.class, modelOption);
    this.smoothing =
        this.syntax.option(
            Double.class,
            "--smoothing=K",
            "Act as if every pair had occurred K times more. " + smoothingDefault);
    this.inputs =
        new InputOptions(
            syntax, "Learn from this UTF-8 file, one item a line; - is standard input.");
  }

  /**
   * Checks the options before anything is read.
   *
   * @param otherFiles options that name other files of items
   */
  public void check(Argument<?>... otherFiles) {
    inputs.check(otherFiles);
    checkSmoothing(smoothing);
    threads.require(threads.get() >= 1, "must be at least 1");
  }

  /** Checks the value of an option {@code --smoothing}, if it is given. */
  public static void checkSmoothing(Argument<@Nullable Double> smoothing) {
    Double k = smoothing.get();
    if (k != null) {
      smoothing.require(k >= 0, "must be >= 0");
      smoothing.require(k <= LARGEST_SMOOTHING, "is too large for any text");
    }
  }

  /**
   * Returns the result of {@code use}, which passes the smoothing to a library.
   *
   * @throws ParameterException that names the option, if the library refuses the smoothing
   */
  public <T> T checkedSmoothing(Supplier<T> use) {
    return smoothing.checked(use);
  }

  /** Whether standard input is read. */
  public boolean readsStdin() {
    return inputs.readsStdin();
  }

  /** The form of all text that the command reads. */
  public TextForm form() {
    return inputs.form();
  }

  /** The number of threads, at least 1. The libraries use at most one for each processor. */
  public int threads() {
    return threads.get();
  }

  /** The input that the options name. */
  public Input input(Console console) {
    return inputs.input(console);
  }

  /** The items of another file, which is read in the same way as the input. */
  public Input otherInput(Path path, Console console) {
    return inputs.other(path, console);
  }

  /** The way to learn. */
  public Learner kind() {
    ModelChoice choice = model.get();
    return choice == null || choice.learner() == null ? Learner.COUNT : choice.learner();
  }

  /** The smoothing of a model that is learned. */
  public double smoothing() {
    return smoothing.orElse(defaultSmoothing);
  }

  /** Learns a model from {@code counts}, the counts of the input {@code from}. */
  public LanguageModel learn(BigramCounts counts, Input from, Console console) {
    checkSize(counts, from);
    // The smoothing may still be too large for the number of characters, which check() can't know.
    return checkedSmoothing(() -> kind().learn(counts, smoothing(), console));
  }

  /** Checks that the kind of model can hold as many characters as {@code counts} has. */
  public void checkSize(BigramCounts counts, Input from) {
    int characters = counts.vocabulary().size() - 1;
    if (kind() == Learner.NET && characters >= BigramTrainer.MAX_VOCABULARY) {
      throw new Failure(
          ExitCode.FAILURE,
          String.format(
              Locale.ROOT,
              "%s: has %d different characters, too many for a net, which holds at most %d;"
                  + " use --model count",
              from.name(),
              characters,
              BigramTrainer.MAX_VOCABULARY - 1));
    }
  }

  /** Describes the model, such as {@code count, smoothing 1}. */
  public String description() {
    String learner = Converters.word(kind());
    return smoothing() == 0 ? learner : learner + ", smoothing " + Decimal.shortest(smoothing());
  }
}
