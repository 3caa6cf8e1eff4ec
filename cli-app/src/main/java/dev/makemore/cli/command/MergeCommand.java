package dev.makemore.cli.command;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.bigram.count.CountModel;
import dev.makemore.cli.input.Input;
import dev.makemore.cli.input.ModelInput;
import dev.makemore.cli.input.TextSize;
import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.ExitCode;
import dev.makemore.cli.io.Failure;
import dev.makemore.cli.io.OutputFile;
import dev.makemore.cli.option.PluginOption;
import dev.makemore.cli.option.SaveOptions;
import dev.makemore.cli.option.SmoothingOption;
import dev.makemore.cli.report.Json;
import dev.makemore.cli.report.Kinds;
import dev.makemore.cli.report.LearnedJson;
import dev.makemore.cli.syntax.Argument;
import dev.makemore.cli.table.Figures;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.NgramCounts;
import dev.makemore.model.io.Decimal;
import dev.makemore.ngram.NgramModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code makemore merge}: adds up count models, or n-gram models. */
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
        "Adds up count models, or n-gram models of one order. The result is the model that training on all their texts together"
            + " would give. So a large text can be counted in parts.");
    summary("add up count models");
    examples(
        "makemore merge monday.model tuesday.model -o both.model",
        "makemore merge parts/*.model --smoothing 1 -o whole.model");
    PluginOption.addTo(syntax);
  }

  @Override
  protected ExitCode run() {
    check();
    OutputFile file = saveOptions.file(console);
    SaveOptions.refuseStdout(json, file);
    List<Path> paths = models.get();
    LanguageModel first = ModelInput.of(paths.get(0), console).model();
    if (first instanceof NgramModel ngram) {
      save(file, merged(ngram, paths));
    } else if (first instanceof CountModel count) {
      save(file, merged(count, paths));
    } else {
      throw notCounted(paths.get(0));
    }
    return ExitCode.OK;
  }

  private void save(OutputFile file, LanguageModel merged) {
    TextSize size = size(merged);
    console.note(
        "merged %,d models of %s: %s of %s",
        models.get().size(),
        Figures.counted(size.items(), "item"),
        Figures.counted(size.total(), size.unit()),
        Figures.counted(size.tokens(), "token"));
    file.save(merged);
    if (json.get()) {
      Json.print(console, LearnedJson.of(size.items(), size.total(), size.tokens()));
    }
  }

  private static TextSize size(LanguageModel merged) {
    if (merged instanceof CountModel count) {
      return TextSize.of("merged", "pair", count.counts());
    }
    NgramCounts counts = ((NgramModel) merged).counts();
    return new TextSize(
        "merged", "prediction", counts.items(), counts.total(), counts.vocabulary().size());
  }

  private NgramModel merged(NgramModel first, List<Path> paths) {
    smoothing.refuse("is for count models; n-gram models keep their method");
    NgramCounts counts = first.counts();
    for (Path path : paths.subList(1, paths.size())) {
      if (!(ModelInput.of(path, console).model() instanceof NgramModel next)) {
        throw new Failure(
            ExitCode.FAILURE, path + ": is not an n-gram model, as " + paths.get(0) + " is");
      }
      if (!Kinds.describe(next).equals(Kinds.describe(first))) {
        throw new Failure(
            ExitCode.FAILURE,
            String.format(
                "%s is '%s', and %s is '%s'; only n-gram models of one order and one method can be"
                    + " added up",
                paths.get(0), Kinds.describe(first), path, Kinds.describe(next)));
      }
      sum(counts.total(), next.counts().total(), path);
      counts = counts.merge(next.counts());
    }
    return NgramModel.fit(counts, first.smoothing());
  }

  private CountModel merged(CountModel first, List<Path> paths) {
    List<BigramCounts> parts = new ArrayList<>(List.of(first.counts()));
    long total = first.counts().total();
    for (Path path : paths.subList(1, paths.size())) {
      CountModel next = load(path);
      total = sum(total, next.counts().total(), path);
      if (!smoothing.isGiven() && next.smoothing() != first.smoothing()) {
        throw syntax.wrong(
            describe(paths.get(0), first)
                + ", and "
                + describe(path, next)
                + "; choose one with --smoothing K");
      }
      parts.add(next.counts());
    }
    double k = smoothing.orElse(first.smoothing());
    BigramCounts counts = BigramCounts.sum(parts);
    return smoothing.checked(() -> CountModel.fit(counts, k));
  }

  private void check() {
    List<Path> paths = models.get();
    syntax.refuseIf(paths.size() < 2, "there is only one model to merge: " + paths.get(0));
    syntax.refuseIf(
        paths.stream().filter(Input::isStdin).count() > 1,
        "standard input, -, can only be read once; name files for the other models");
    SmoothingOption.check(smoothing);
  }

  private CountModel load(Path path) {
    LanguageModel model = ModelInput.of(path, console).model();
    if (model instanceof CountModel count) {
      return count;
    }
    throw notCounted(path);
  }

  private static Failure notCounted(Path path) {
    return new Failure(
        ExitCode.FAILURE,
        path + ": is not a count model, and only models with counts, of one kind, can be added up");
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
