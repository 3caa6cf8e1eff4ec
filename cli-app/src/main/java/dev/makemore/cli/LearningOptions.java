package dev.makemore.cli;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.bigram.count.CountModel;
import dev.makemore.bigram.net.BigramTrainer;
import dev.makemore.model.Corpus;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.TextForm;
import dev.makemore.model.io.Decimal;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What to learn from, and how. */
final class LearningOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-i", "--input"},
      paramLabel = "FILE",
      description =
          "Learn from this file: UTF-8, one item a line; - is standard input. Default: the names"
              + " that makemore carries.")
  private @Nullable Path input;

  @Option(
      names = "--model",
      paramLabel = "KIND",
      description = {
        "The way to learn: ${COMPLETION-CANDIDATES}.",
        "count (the default) counts pairs of characters; net trains a neural net, and ends up with"
            + " the same table."
      })
  private @Nullable Learner kind;

  @Option(
      names = "--smoothing",
      paramLabel = "K",
      description = "Learn as if every pair had occurred K times more. Default: 0; for score: 1.")
  private @Nullable Double smoothing;

  @Mixin private TextOptions textOptions = new TextOptions();
  @Mixin private ThreadsOption threads = new ThreadsOption();

  private final double defaultSmoothing;

  /** Options whose models are not smoothed where nothing else is said. */
  LearningOptions() {
    this(0);
  }

  /** Options whose models are smoothed by {@code k} where nothing else is said. */
  LearningOptions(double k) {
    this.defaultSmoothing = k;
  }

  /** Finds out what is wrong with the options before anything is read. */
  void check() {
    checkSmoothing(spec, smoothing());
    threads.check();
  }

  /** Judges the value of an option {@code --smoothing}. */
  static void checkSmoothing(CommandSpec spec, double k) {
    Options.check(spec, "--smoothing", () -> CountModel.fit(Corpus.of("a"), k));
  }

  /** The option that says how to learn, if one is given. */
  Optional<String> given() {
    return kind != null
        ? Optional.of("--model")
        : Optional.ofNullable(smoothing).map(k -> "--smoothing");
  }

  /** The file that is named, if one is. */
  Optional<Path> inputPath() {
    return Optional.ofNullable(input);
  }

  /** The form of all text that the command reads. */
  TextForm form() {
    return textOptions.form();
  }

  /** On how many threads to work. */
  int threads() {
    return threads.number();
  }

  Input input(Console console) {
    return readAs(input == null ? Input.embedded() : Input.of(input, console));
  }

  /** An input of this command, to be read as the options say. */
  Input readAs(Input other) {
    return other.in(form()).on(threads());
  }

  Learner kind() {
    return kind == null ? Learner.COUNT : kind;
  }

  double smoothing() {
    return smoothing == null ? defaultSmoothing : smoothing;
  }

  /** Learns a model from {@code counts}, which came from {@code from}. */
  LanguageModel learn(BigramCounts counts, Input from) {
    checkSize(counts, from);
    // What the check could not know is whether the smoothing is too large for so many characters.
    return Options.check(spec, "--smoothing", () -> kind().learn(counts, smoothing()));
  }

  /** Checks that the model can hold the characters of {@code counts}. */
  void checkSize(BigramCounts counts, Input from) {
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
