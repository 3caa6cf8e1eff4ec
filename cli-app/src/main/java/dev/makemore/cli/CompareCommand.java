package dev.makemore.cli;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.cli.table.Comparison;
import dev.makemore.cli.table.Comparison.Row;
import dev.makemore.cli.table.Figures;
import dev.makemore.cli.table.Labels;
import dev.makemore.model.Evaluation;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.io.Decimal;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code makemore compare}: how two saved models differ. */
@Command(
    name = "compare",
    description = {
      "Compares two saved models: how far their probabilities are apart after each character, and"
          + " how well both predict a text.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  makemore compare count.model net.model",
      "  makemore compare old.model new.model -i names.txt --json",
      "  makemore compare a.model b.model --fail-above 0.001 > /dev/null"
    })
final class CompareCommand extends Helpful implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "A", description = "A saved model; - is standard input.")
  private Path a = Path.of("");

  @Parameters(index = "1", paramLabel = "B", description = "Another one; - is standard input.")
  private Path b = Path.of("");

  @Option(
      names = {"-i", "--input"},
      paramLabel = "FILE",
      description =
          "Score both models on this file: UTF-8, one item a line; - is standard input. How often a"
              + " character comes in it is also its weight in the means. Default: the names that"
              + " makemore carries.")
  private @Nullable Path input;

  @Option(
      names = "--top",
      paramLabel = "K",
      description =
          "List the K contexts and the K pairs that differ most. Default: ${DEFAULT-VALUE}.")
  private Integer top = 10;

  @Option(
      names = "--fail-above",
      paramLabel = "X",
      description =
          "End with exit code 1 if the largest total variation is above X, from 0 to 1. After a"
              + " character that only one of them knows it counts as 1.")
  private @Nullable Double failAbove;

  @Option(
      names = "--json",
      description =
          "Print one JSON object, with numbers in full precision and all contexts: a, b, onlyA,"
              + " onlyB, scored, coverage, mean, largest, contexts, pairs.")
  private Boolean json = false;

  @Mixin private TextOptions textOptions = new TextOptions();

  private final Console console;

  CompareCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    check();
    Input inputA = Input.ofModel(a, console);
    Input inputB = Input.ofModel(b, console);
    Input text =
        (input == null ? Input.embedded() : Input.of(input, console)).in(textOptions.form());
    LanguageModel modelA = inputA.model();
    LanguageModel modelB = inputB.model();
    BigramCounts counts = text.counts();
    Comparison comparison = Comparison.of(modelA, modelB, Math.max(1, top));
    ComparisonReport report =
        new ComparisonReport(
            new ComparisonReport.Side(inputA.name(), modelA, Evaluation.of(modelA, counts)),
            new ComparisonReport.Side(inputB.name(), modelB, Evaluation.of(modelB, counts)),
            text.name(),
            counts,
            comparison);
    if (json) {
      ComparisonJson.write(console, report, top);
    } else {
      report.text(top).forEach(console::line);
    }
    console.out().flush();
    return judge(comparison).number();
  }

  private void check() {
    long stdins = Stream.of(a, b).filter(Input::isStdin).count();
    if (stdins + (input != null && Input.isStdin(input) ? 1 : 0) > 1) {
      throw new ParameterException(
          spec.commandLine(), "only one of A, B and -i can be standard input; name files");
    }
    if (top < 0) {
      throw new ParameterException(spec.commandLine(), "--top: must be >= 0, was " + top);
    }
    if (failAbove != null && !(failAbove >= 0 && failAbove <= 1)) {
      throw new ParameterException(
          spec.commandLine(), "--fail-above: must be from 0 to 1, was " + failAbove);
    }
  }

  private ExitCode judge(Comparison comparison) {
    if (failAbove == null) {
      return ExitCode.OK;
    }
    Vocabulary vocabulary = comparison.vocabulary();
    Row largest = comparison.largest(row -> row.ab().totalVariation());
    boolean sameCharacters = comparison.onlyA().isEmpty() && comparison.onlyB().isEmpty();
    if (largest.ab().totalVariation() > failAbove) {
      console.message(
          "after '%s' the total variation is %s, above %s",
          Labels.note(vocabulary, largest.context()),
          Figures.of(largest.ab().totalVariation()),
          Decimal.shortest(failAbove));
      return ExitCode.FAILURE;
    } else if (!sameCharacters && failAbove < 1) {
      console.message(
          "A and B know different characters, after which the total variation is 1, above %s",
          Decimal.shortest(failAbove));
      return ExitCode.FAILURE;
    }
    return ExitCode.OK;
  }
}
