package dev.makemore.cli.option;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.bigram.count.CountModel;
import dev.makemore.bigram.net.BigramTrainer;
import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.ExitCode;
import dev.makemore.cli.io.Failure;
import dev.makemore.cli.io.Input;
import dev.makemore.model.Corpus;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.io.Decimal;
import dev.makemore.model.text.TextForm;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Options that say what to learn from, and how. */
public final class LearningOptions extends OptionGroup {

  private final Argument<@Nullable Path> input =
      arguments.option(
          Path.class,
          OptionSpec.builder("-i", "--input")
              .paramLabel("FILE")
              .description(
                  "Learn from this file: UTF-8, one item a line; - is standard input. Default:"
                      + " the names that makemore carries."));

  private final Argument<@Nullable Learner> kind =
      arguments.option(
          Learner.class,
          OptionSpec.builder("--model")
              .paramLabel("KIND")
              .description(
                  "The way to learn: ${COMPLETION-CANDIDATES}.",
                  "count (the default) counts pairs of characters; net trains a neural net, and"
                      + " ends up with the same table."));

  private final Argument<@Nullable Double> smoothing =
      arguments.option(
          Double.class,
          OptionSpec.builder("--smoothing")
              .paramLabel("K")
              .description(
                  "Learn as if every pair had occurred K times more. Default: 0; for score: 1."));

  private final TextOptions textOptions = new TextOptions(arguments);
  private final ThreadsOption threads = new ThreadsOption(arguments);
  private final double defaultSmoothing;

  /** Options whose models are smoothed by {@code k} unless an option says otherwise. */
  public LearningOptions(Arguments arguments, double k) {
    super(arguments);
    defaultSmoothing = k;
  }

  /** Checks the options before anything is read. */
  public void check() {
    checkSmoothing(smoothing, smoothing());
    threads.check();
  }

  /** Checks {@code k}, the value of an option {@code --smoothing} or its default. */
  public static void checkSmoothing(Argument<@Nullable Double> smoothing, double k) {
    smoothing.checked(() -> CountModel.fit(Corpus.of("a"), k));
  }

  /**
   * Returns the result of {@code use}, which uses the smoothing.
   *
   * @throws ParameterException if the library refuses the smoothing; it names the option
   */
  public <T> T checkedSmoothing(Supplier<T> use) {
    return smoothing.checked(use);
  }

  /** Refuses each option that says how to learn, if it is given. */
  void refuse(String reason) {
    Stream.of(kind, smoothing).forEach(option -> option.refuse(reason));
  }

  /** Refuses the option that says what to learn from, if it is given. */
  void refuseInput(String reason) {
    input.refuse(reason);
  }

  /** The file to learn from, if one is named. */
  public Optional<Path> inputPath() {
    return Optional.ofNullable(input.get());
  }

  /** The form of all text that the command reads. */
  TextForm form() {
    return textOptions.form();
  }

  /** How many threads to use. */
  public int threads() {
    return threads.number();
  }

  /** What to learn from. */
  public Input input(Console console) {
    return Input.of(input.get(), form(), console);
  }

  public Learner kind() {
    return kind.orElse(Learner.COUNT);
  }

  public double smoothing() {
    return smoothing.orElse(defaultSmoothing);
  }

  /** Learns a model from {@code counts}, which were counted in {@code from}. */
  public LanguageModel learn(BigramCounts counts, Input from) {
    checkSize(counts, from);
    // Only now is it known whether the smoothing is too large for so many characters.
    return smoothing.checked(() -> kind().learn(counts, smoothing()));
  }

  /** Checks that the kind of model can hold as many characters as {@code counts} has. */
  public void checkSize(BigramCounts counts, Input from) {
    int characters = counts.vocabulary().size() - 1;
    if (kind() == Learner.NET && characters >= BigramTrainer.MAX_VOCABULARY) {
      throw new Failure(
          ExitCode.FAILURE,
          String.format(
              Locale.ROOT,
              "%s: has %d different characters, too many for a net, which holds %d;"
                  + " use --model count",
              from.name(),
              characters,
              BigramTrainer.MAX_VOCABULARY - 1));
    }
  }

  /** Such as {@code count, smoothing 1}. */
  String description() {
    return kind() + (smoothing() == 0 ? "" : ", smoothing " + Decimal.shortest(smoothing()));
  }
}
