package dev.makemore.cli.command;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.bigram.count.CountModel;
import dev.makemore.cli.input.Input;
import dev.makemore.cli.input.ModelInput;
import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.ExitCode;
import dev.makemore.cli.io.Failure;
import dev.makemore.cli.io.OutputFile;
import dev.makemore.cli.option.LearningOptions;
import dev.makemore.cli.option.SaveOptions;
import dev.makemore.cli.report.Json;
import dev.makemore.cli.report.LearnedJson;
import dev.makemore.cli.syntax.Argument;
import dev.makemore.cli.table.Figures;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.io.Decimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code makemore merge}: adds up count models. */
public final class MergeCommand extends BaseCommand {

  private final Argument<List<Path>> models =
      syntax.parameters(
          Path.class,
          PositionalParamSpec.builder()
              .arity("1..*")
              .required(true)
              .paramLabel("MODEL")
              .description(
                  "Two or more models that 'makemore train' has saved. One of them may be -, which"
                      + " is standard input."));

  private final Argument<@Nullable Double> smoothing =
      syntax.option(
          Double.class,
          "--smoothing=K",
          "Smooth the result by K. Default: the smoothing of the models, if they agree.");

  private final SaveOptions saveOptions = new SaveOptions(syntax);

  private final Argument<Boolean> json =
      syntax.flag(
          "--json",
          "Print what all models were learned from as one JSON object. Its keys: items, tokens,"
              + " vocabulary.");

  public MergeCommand(Console console) {
    super(
        console,
        "Adds up count models. The result is the model that training on all their texts together"
            + " would give. So a large text can be counted in parts.");
    summary("add up count models");
    examples(
        "makemore merge monday.model tuesday.model -o both.model",
        "makemore merge parts/*.model --smoothing 1 -o whole.model");
  }

  @Override
  protected ExitCode run() {
    check();
    OutputFile file = saveOptions.file(console);
    SaveOptions.refuseStdout(json, file);
    List<Path> paths = models.get();
    Path firstPath = paths.get(0);
    CountModel first = load(firstPath);
    List<BigramCounts> parts = new ArrayList<>(List.of(first.counts()));
    long total = first.counts().total();
    for (Path path : paths.subList(1, paths.size())) {
      CountModel next = load(path);
      total = sum(total, next.counts().total(), path);
      if (!smoothing.isGiven() && next.smoothing() != first.smoothing()) {
        throw syntax.wrong(
            describe(firstPath, first)
                + ", and "
                + describe(path, next)
                + "; choose one with --smoothing K");
      }
      parts.add(next.counts());
    }
    double k = smoothing.orElse(first.smoothing());
    BigramCounts counts = BigramCounts.sum(parts);
    CountModel merged = smoothing.checked(() -> CountModel.fit(counts, k));
    console.note(
        "merged %,d models of %s: %s of %s",
        paths.size(),
        Figures.counted(counts.items(), "item"),
        Figures.counted(counts.total(), "pair"),
        Figures.counted(counts.vocabulary().size(), "token"));
    file.save(merged);
    if (json.get()) {
      Json.print(console, LearnedJson.of(counts));
    }
    return ExitCode.OK;
  }

  private void check() {
    List<Path> paths = models.get();
    syntax.refuseIf(paths.size() < 2, "there is only one model to merge: " + paths.get(0));
    syntax.refuseIf(
        paths.stream().filter(Input::isStdin).count() > 1,
        "standard input, -, can only be read once; name files for the other models");
    LearningOptions.checkSmoothing(smoothing);
  }

  private CountModel load(Path path) {
    LanguageModel model = ModelInput.of(path, console).model();
    if (model instanceof CountModel count) {
      return count;
    }
    throw new Failure(
        ExitCode.FAILURE, path + ": is not a count model, and only counts can be added up");
  }

  private static String describe(Path path, CountModel model) {
    return path + " has smoothing " + Decimal.shortest(model.smoothing());
  }

  /** The sum of two totals, of which the second is that of the model in {@code path}. */
  private static long sum(long total, long more, Path path) {
    try {
      return Math.addExact(total, more);
    } catch (ArithmeticException e) {
      throw new Failure(
          ExitCode.FAILURE,
          path + ": with the counts of this model, the sum of all is larger than 2^63 - 1");
    }
  }
}
