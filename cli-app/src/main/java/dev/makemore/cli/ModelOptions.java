package dev.makemore.cli;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.bigram.count.CountModel;
import dev.makemore.bigram.net.BigramTrainer;
import dev.makemore.model.Corpus;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.io.Decimal;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What to learn from, and how. */
final class ModelOptions {

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
      paramLabel = "MODEL",
      description = {
        "The way to learn: ${COMPLETION-CANDIDATES}.",
        "count (the default) counts pairs of characters; net trains a neural net on the spot, and"
            + " ends up with the same table."
      })
  private ModelKind model = ModelKind.COUNT;

  @Option(
      names = "--smoothing",
      paramLabel = "K",
      description = "Learn as if every pair had occurred K times more. Default: 0.")
  private double smoothing;

  /** Finds out what is wrong with the options before anything is read. */
  void check() {
    Options.check(spec, "--smoothing", () -> CountModel.fit(Corpus.of("a"), smoothing));
  }

  Optional<Path> inputPath() {
    return Optional.ofNullable(input);
  }

  Input input(Console console) {
    return input == null ? Input.embedded() : Input.of(input, console);
  }

  /** Learns a model from {@code counts}, which came from {@code from}. */
  LanguageModel learn(BigramCounts counts, Input from) {
    int characters = counts.vocabulary().size() - 1;
    if (model == ModelKind.NET && characters >= BigramTrainer.MAX_VOCABULARY) {
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
    return Options.check(spec, "--smoothing", () -> model.learn(counts, smoothing));
  }

  /** Such as {@code count, smoothing 1.0}. */
  String description() {
    return model + (smoothing == 0 ? "" : ", smoothing " + Decimal.shortest(smoothing));
  }
}
