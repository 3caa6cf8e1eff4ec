package dev.makemore.cli.command;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.ExitCode;
import dev.makemore.cli.io.Input;
import dev.makemore.cli.option.Argument;
import dev.makemore.cli.option.TextOptions;
import dev.makemore.cli.report.ComparisonJson;
import dev.makemore.cli.report.ComparisonReport;
import dev.makemore.cli.table.Comparison;
import dev.makemore.cli.table.Comparison.ContextDifference;
import dev.makemore.cli.table.Figures;
import dev.makemore.cli.table.Labels;
import dev.makemore.model.Evaluation;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.io.Decimal;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code makemore compare}: how two saved models differ. */
public final class CompareCommand extends BaseCommand {

  private final Argument<Path> a =
      arguments.parameter(
          Path.class,
          PositionalParamSpec.builder()
              .index("0")
              .paramLabel("A")
              .description("A saved model; - is standard input."));

  private final Argument<Path> b =
      arguments.parameter(
          Path.class,
          PositionalParamSpec.builder()
              .index("1")
              .paramLabel("B")
              .description("Another one; - is standard input."));

  private final Argument<@Nullable Path> input =
      arguments.option(
          Path.class,
          OptionSpec.builder("-i", "--input")
              .paramLabel("FILE")
              .description(
                  "Score both models on this file: UTF-8, one item a line; - is standard input."
                      + " How often a character comes in it is also its weight in the means."
                      + " Default: the names that makemore carries."));

  private final Argument<Integer> top =
      arguments.option(
          Integer.class,
          10,
          OptionSpec.builder("--top")
              .paramLabel("K")
              .description(
                  "List the K contexts and the K pairs that differ most. Default:"
                      + " ${DEFAULT-VALUE}."));

  private final Argument<@Nullable Double> failAbove =
      arguments.option(
          Double.class,
          OptionSpec.builder("--fail-above")
              .paramLabel("X")
              .description(
                  "End with exit code 1 if the largest total variation is above X, from 0 to 1."
                      + " After a character that only one of them knows it counts as 1."));

  private final Argument<Boolean> json =
      arguments.flag(
          OptionSpec.builder("--json")
              .description(
                  "Print one JSON object, with numbers in full precision and all contexts: a, b,"
                      + " onlyA, onlyB, scored, coverage, mean, largest, contexts, pairs."));

  private final TextOptions textOptions = new TextOptions(arguments);

  private final Console console;

  public CompareCommand(Console console) {
    super(
        "Compares two saved models: how far their probabilities are apart after each character, and"
            + " how well both predict a text.");
    examples(
        "makemore compare count.model net.model",
        "makemore compare old.model new.model -i names.txt --json",
        "makemore compare a.model b.model --fail-above 0.001 > /dev/null");
    this.console = console;
  }

  @Override
  public Integer call() {
    check();
    Input inputA = Input.ofModel(a.get(), console);
    Input inputB = Input.ofModel(b.get(), console);
    Input text = Input.of(input.get(), textOptions.form(), console);
    LanguageModel modelA = inputA.model();
    LanguageModel modelB = inputB.model();
    BigramCounts counts = text.counts(1);
    Comparison comparison = Comparison.of(modelA, modelB, Math.max(1, top.get()));
    ComparisonReport report =
        new ComparisonReport(
            new ComparisonReport.Side(inputA.name(), modelA, Evaluation.of(modelA, counts)),
            new ComparisonReport.Side(inputB.name(), modelB, Evaluation.of(modelB, counts)),
            text.name(),
            counts,
            comparison);
    if (json.get()) {
      ComparisonJson.write(console, report, top.get());
    } else {
      report.text(top.get()).forEach(console::line);
    }
    console.out().flush();
    return judge(comparison).number();
  }

  private void check() {
    if (Stream.of(a, b, input).filter(path -> Input.isStdin(path.get())).count() > 1) {
      throw arguments.wrong("only one of A, B and -i can be standard input; name files");
    }
    if (top.get() < 0) {
      throw top.wrong("must be >= 0, was " + top.get());
    }
    Double limit = failAbove.get();
    if (limit != null && !(limit >= 0 && limit <= 1)) {
      throw failAbove.wrong("must be from 0 to 1, was " + limit);
    }
  }

  private ExitCode judge(Comparison comparison) {
    Double limit = failAbove.get();
    if (limit == null) {
      return ExitCode.OK;
    }
    Vocabulary vocabulary = comparison.vocabulary();
    ContextDifference largest = comparison.largest(context -> context.ab().totalVariation());
    boolean sameCharacters = comparison.onlyA().isEmpty() && comparison.onlyB().isEmpty();
    if (largest.ab().totalVariation() > limit) {
      console.message(
          "after '%s' the total variation is %s, above %s",
          Labels.note(vocabulary, largest.context()),
          Figures.of(largest.ab().totalVariation()),
          Decimal.shortest(limit));
      return ExitCode.FAILURE;
    } else if (!sameCharacters && limit < 1) {
      console.message(
          "A and B know different characters, after which the total variation is 1, above %s",
          Decimal.shortest(limit));
      return ExitCode.FAILURE;
    }
    return ExitCode.OK;
  }
}
