package dev.makemore.cli;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.model.Evaluation;
import dev.makemore.model.LanguageModel;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code makemore evaluate}: learn, then measure how well a text is predicted. */
@Command(
    name = "evaluate",
    description = {
      "Measures how well a model predicts names: the average negative log likelihood (NLL) of the"
          + " next character, lower is better.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  makemore evaluate",
      "  makemore evaluate --smoothing 1 --json",
      "  makemore evaluate -i train.txt --test test.txt",
      "  makemore evaluate -m words.model -i test.txt"
    })
final class EvaluateCommand extends Helpful implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--test",
      paramLabel = "FILE",
      description =
          "Score this file; - is standard input. Default: what was learnt from, or with -m the file"
              + " of -i.")
  private @Nullable Path test;

  @Option(
      names = "--json",
      description =
          "Print one JSON object, with numbers in full precision: items, tokens (predictions, the"
              + " end of each item included), vocabulary, nll (nats), perplexity,"
              + " bitsPerCharacter, impossible.")
  private Boolean json = false;

  @Mixin private ModelOptions modelOptions = new ModelOptions();

  private final Console console;

  EvaluateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    modelOptions.check();
    if (test != null && modelOptions.isSaved() && modelOptions.inputPath().isPresent()) {
      throw new ParameterException(
          spec.commandLine(), "--test: with -m, -i names the file to be scored; give only one");
    }
    if (test != null && Input.isStdin(test) && modelOptions.readsStdin()) {
      throw new ParameterException(
          spec.commandLine(), "-i - or -m - and --test - can't both read standard input");
    }
    Input input = modelOptions.input(console);
    Input scored = test == null ? input : modelOptions.readAs(Input.of(test, console));
    LanguageModel model;
    BigramCounts counts;
    if (modelOptions.isSaved()) {
      model = modelOptions.load(console);
      counts = scored.counts();
    } else {
      BigramCounts learnt = input.counts();
      counts = test == null ? learnt : scored.counts();
      model = modelOptions.learn(learnt, input);
    }

    EvaluationReport report =
        new EvaluationReport(
            modelOptions.description(),
            modelOptions.isSaved() ? "" : input.name(),
            scored.name(),
            model.vocabulary().size(),
            Evaluation.of(model, Unmistakable.of(counts)));
    (json ? List.of(report.json()) : report.text()).forEach(console::line);
    return ExitCode.OK.number();
  }
}
