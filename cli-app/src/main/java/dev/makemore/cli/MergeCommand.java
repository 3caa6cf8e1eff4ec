package dev.makemore.cli;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.bigram.count.CountModel;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.io.Decimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code makemore merge}: the count model of several texts, from the models of each. */
@Command(
    name = "merge",
    description = {
      "Adds up count models: the result is the one that all their texts together would have given."
          + " So a text can be counted in parts.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  makemore merge monday.model tuesday.model -o both.model",
      "  makemore merge parts/*.model --smoothing 1 -o whole.model"
    })
final class MergeCommand extends Helpful implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "1..*",
      paramLabel = "MODEL",
      description = "Two or more models that 'makemore train' has saved; - is standard input.")
  private List<Path> models = List.of();

  @Option(
      names = "--smoothing",
      paramLabel = "K",
      description = "Smooth the result by K. Default: as the models are, if they agree.")
  private @Nullable Double smoothing;

  @Mixin private OutputOptions outputOptions = new OutputOptions();

  private final Console console;

  MergeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    check();
    OutputFile file = outputOptions.file(OutputFile.MODEL, console);
    Path firstPath = models.get(0);
    CountModel first = load(firstPath);
    List<BigramCounts> parts = new ArrayList<>(List.of(first.counts()));
    for (Path path : models.subList(1, models.size())) {
      CountModel next = load(path);
      if (smoothing == null && next.smoothing() != first.smoothing()) {
        throw refused(
            "%s has smoothing %s, and %s has %s; choose one with --smoothing K",
            firstPath,
            Decimal.shortest(first.smoothing()),
            path,
            Decimal.shortest(next.smoothing()));
      }
      parts.add(next.counts());
    }
    double k = smoothing == null ? first.smoothing() : smoothing;
    BigramCounts counts = sum(parts);
    CountModel merged = Options.check(spec, "--smoothing", () -> CountModel.fit(counts, k));
    console.message(
        "merged %,d models of %,d items: %,d pairs of %,d tokens",
        models.size(), counts.items(), counts.total(), counts.vocabulary().size());
    file.save(merged);
    return ExitCode.OK.number();
  }

  private void check() {
    if (models.size() < 2) {
      throw refused("there is only one model to merge: %s", models.get(0));
    }
    if (models.stream().filter(Input::isStdin).count() > 1) {
      throw refused("standard input, -, can only be read once");
    }
    if (smoothing != null) {
      LearningOptions.checkSmoothing(spec, smoothing);
    }
  }

  private CountModel load(Path path) {
    LanguageModel model = Input.ofModel(path, console).model();
    if (model instanceof CountModel count) {
      return count;
    }
    throw new Failure(
        ExitCode.FAILURE, path + ": is not a count model, and only counts can be added up");
  }

  private static BigramCounts sum(List<BigramCounts> parts) {
    try {
      return BigramCounts.sum(parts);
    } catch (ArithmeticException e) {
      throw new Failure(ExitCode.FAILURE, "the sum of all counts is beyond 2^63 - 1");
    }
  }

  private ParameterException refused(String format, Object... arguments) {
    return new ParameterException(
        spec.commandLine(), String.format(Locale.ROOT, format, arguments));
  }
}
