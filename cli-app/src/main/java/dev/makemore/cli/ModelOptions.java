package dev.makemore.cli;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.bigram.count.CountModel;
import dev.makemore.bigram.net.BigramTrainer;
import dev.makemore.model.Corpus;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.io.Decimal;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which model: one that was saved, or what to learn from and how. */
final class ModelOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-m", "--load"},
      paramLabel = "MODEL",
      description =
          "Use this model, which 'makemore train' has saved, instead of learning one; - is standard"
              + " input.")
  private @Nullable Path saved;

  @Option(
      names = {"-i", "--input"},
      paramLabel = "FILE",
      description =
          "Learn from this file: UTF-8, one item a line; - is standard input. Default: the names"
              + " that makemore carries. With -m it is the file to be scored.")
  private @Nullable Path input;

  @Option(
      names = "--model",
      paramLabel = "KIND",
      description = {
        "The way to learn: ${COMPLETION-CANDIDATES}.",
        "count (the default) counts pairs of characters; net trains a neural net on the spot, and"
            + " ends up with the same table."
      })
  private @Nullable Learner kind;

  @Option(
      names = "--smoothing",
      paramLabel = "K",
      description = "Learn as if every pair had occurred K times more. Default: 0.")
  private @Nullable Double smoothing;

  private double defaultSmoothing;

  /** Options whose models are smoothed by {@code k} where nothing else is said. */
  static ModelOptions smoothedBy(double k) {
    ModelOptions options = new ModelOptions();
    options.defaultSmoothing = k;
    return options;
  }

  /** Finds out what is wrong with the options before anything is read. */
  void check() {
    if (saved != null && (kind != null || smoothing != null)) {
      throw new ParameterException(
          spec.commandLine(),
          String.format(
              "%s: a saved model, as -m names one, has been trained already",
              kind != null ? "--model" : "--smoothing"));
    }
    if (saved != null && input != null && Input.isStdin(saved) && Input.isStdin(input)) {
      throw new ParameterException(
          spec.commandLine(), "-m - and -i - can't both read standard input; name a file");
    }
    Options.check(spec, "--smoothing", () -> CountModel.fit(Corpus.of("a"), smoothing()));
  }

  /** Whether there is a saved model, so that nothing is to be learnt. */
  boolean isSaved() {
    return saved != null;
  }

  /** Whether the model or the input comes from standard input. */
  boolean readsStdin() {
    return (saved != null && Input.isStdin(saved))
        || inputPath().filter(Input::isStdin).isPresent();
  }

  Optional<Path> inputPath() {
    return Optional.ofNullable(input);
  }

  Input input(Console console) {
    return input == null ? Input.embedded() : Input.of(input, console);
  }

  /** The saved model, or else what is learnt from the input. */
  LanguageModel model(Console console) {
    Input input = input(console);
    return saved == null ? learn(input.counts(), input) : load(console);
  }

  /** The saved model; there is one. */
  LanguageModel load(Console console) {
    return Input.of(Objects.requireNonNull(saved), console).model();
  }

  /** Learns a model from {@code counts}, which came from {@code from}. */
  LanguageModel learn(BigramCounts counts, Input from) {
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
    // What the check could not know is whether the smoothing is too large for so many characters.
    return Options.check(spec, "--smoothing", () -> kind().learn(counts, smoothing()));
  }

  private Learner kind() {
    return kind == null ? Learner.COUNT : kind;
  }

  private double smoothing() {
    return smoothing == null ? defaultSmoothing : smoothing;
  }

  /** Such as {@code count, smoothing 1.0}, or the name of the saved model. */
  String description() {
    return saved != null
        ? saved.toString()
        : kind() + (smoothing() == 0 ? "" : ", smoothing " + Decimal.shortest(smoothing()));
  }
}
