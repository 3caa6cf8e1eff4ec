package dev.makemore.cli.command;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.bigram.count.CountModel;
import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.ExitCode;
import dev.makemore.cli.io.Failure;
import dev.makemore.cli.io.Input;
import dev.makemore.cli.io.OutputFile;
import dev.makemore.cli.option.Argument;
import dev.makemore.cli.option.LearningOptions;
import dev.makemore.cli.option.OutputOptions;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.io.Decimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;

/** {@code makemore merge}: the count model of several texts, from the models of each. */
public final class MergeCommand extends BaseCommand {

  private final Argument<List<Path>> models =
      arguments.parameters(
          Path.class,
          PositionalParamSpec.builder()
              .arity("1..*")
              .required(true)
              .paramLabel("MODEL")
              .description(
                  "Two or more models that 'makemore train' has saved; - is standard input."));

  private final Argument<@Nullable Double> smoothing =
      arguments.option(
          Double.class,
          OptionSpec.builder("--smoothing")
              .paramLabel("K")
              .description("Smooth the result by K. Default: as the models are, if they agree."));

  private final OutputOptions outputOptions = new OutputOptions(arguments);

  private final Console console;

  public MergeCommand(Console console) {
    super(
        "Adds up count models: the result is the one that all their texts together would have"
            + " given. So a text can be counted in parts.");
    examples(
        "makemore merge monday.model tuesday.model -o both.model",
        "makemore merge parts/*.model --smoothing 1 -o whole.model");
    this.console = console;
  }

  @Override
  public Integer call() {
    check();
    OutputFile file = outputOptions.file(OutputFile.Kind.MODEL, console);
    List<Path> paths = models.get();
    Path firstPath = paths.get(0);
    CountModel first = load(firstPath);
    List<BigramCounts> parts = new ArrayList<>(List.of(first.counts()));
    for (Path path : paths.subList(1, paths.size())) {
      CountModel next = load(path);
      if (!smoothing.isGiven() && next.smoothing() != first.smoothing()) {
        throw refused(
            "%s has smoothing %s, and %s has %s; choose one with --smoothing K",
            firstPath,
            Decimal.shortest(first.smoothing()),
            path,
            Decimal.shortest(next.smoothing()));
      }
      parts.add(next.counts());
    }
    double k = smoothing.orElse(first.smoothing());
    BigramCounts counts = sum(parts);
    CountModel merged = smoothing.checked(() -> CountModel.fit(counts, k));
    console.message(
        "merged %,d models of %,d items: %,d pairs of %,d tokens",
        paths.size(), counts.items(), counts.total(), counts.vocabulary().size());
    file.save(merged);
    return ExitCode.OK.number();
  }

  private void check() {
    List<Path> paths = models.get();
    if (paths.size() < 2) {
      throw refused("there is only one model to merge: %s", paths.get(0));
    }
    if (paths.stream().filter(Input::isStdin).count() > 1) {
      throw refused("standard input, -, can only be read once");
    }
    Double k = smoothing.get();
    if (k != null) {
      LearningOptions.checkSmoothing(smoothing, k);
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

  private ParameterException refused(String format, Object... values) {
    return arguments.wrong(String.format(Locale.ROOT, format, values));
  }
}
