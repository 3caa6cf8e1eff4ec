package dev.makemore.cli.command;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.ExitCode;
import dev.makemore.cli.io.Input;
import dev.makemore.cli.option.Argument;
import dev.makemore.cli.option.ModelOptions;
import dev.makemore.cli.report.EvaluationReport;
import dev.makemore.model.Evaluation;
import dev.makemore.model.LanguageModel;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;

/** {@code makemore evaluate}: learn, then measure how well a text is predicted. */
public final class EvaluateCommand extends BaseCommand {

  private final Argument<@Nullable Path> test =
      arguments.option(
          Path.class,
          OptionSpec.builder("--test")
              .paramLabel("FILE")
              .description(
                  "Score this file; - is standard input. Default: what was learnt from, or with"
                      + " -m the file of -i."));

  private final Argument<Boolean> json =
      arguments.flag(
          OptionSpec.builder("--json")
              .description(
                  "Print one JSON object, with numbers in full precision: items, tokens"
                      + " (predictions, the end of each item included), vocabulary, nll (nats),"
                      + " perplexity, bitsPerCharacter, impossible."));

  private final ModelOptions modelOptions = new ModelOptions(arguments);

  private final Console console;

  public EvaluateCommand(Console console) {
    super(
        "Measures how well a model predicts names: the average negative log likelihood (NLL) of the"
            + " next character, lower is better.");
    examples(
        "makemore evaluate",
        "makemore evaluate --smoothing 1 --json",
        "makemore evaluate -i train.txt --test test.txt",
        "makemore evaluate -m words.model -i test.txt");
    this.console = console;
  }

  @Override
  public Integer call() {
    modelOptions.check();
    if (modelOptions.isInputScored()) {
      test.refuse("with -m, -i names the file to be scored; give only one");
    }
    if (Input.isStdin(test.get()) && modelOptions.readsStdin()) {
      throw arguments.wrong("-i - or -m - and --test - can't both read standard input");
    }
    Input input = modelOptions.input(console);
    Path path = test.get();
    Input scored = path == null ? input : Input.of(path, modelOptions.form(), console);
    LanguageModel model;
    BigramCounts counts;
    if (modelOptions.isSaved()) {
      model = modelOptions.load(console);
      counts = scored.counts(modelOptions.threads());
    } else {
      BigramCounts learnt = input.counts(modelOptions.threads());
      counts = path == null ? learnt : scored.counts(modelOptions.threads());
      model = modelOptions.learn(learnt, input);
    }

    EvaluationReport report =
        new EvaluationReport(
            modelOptions.description(),
            modelOptions.isSaved() ? "" : input.name(),
            scored.name(),
            model.vocabulary().size(),
            Evaluation.of(model, counts));
    (json.get() ? List.of(report.json()) : report.text()).forEach(console::line);
    return ExitCode.OK.number();
  }
}
