package dev.makemore.cli.command;

import dev.makemore.cli.infinity.Diagnosis;
import dev.makemore.cli.input.Input;
import dev.makemore.cli.input.ModelInput;
import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.ExitCode;
import dev.makemore.cli.io.Failure;
import dev.makemore.cli.option.InputOptions;
import dev.makemore.cli.option.PluginOption;
import dev.makemore.cli.option.ResultOptions;
import dev.makemore.cli.report.ComparisonJson;
import dev.makemore.cli.report.ComparisonReport;
import dev.makemore.cli.syntax.Argument;
import dev.makemore.cli.table.Comparison;
import dev.makemore.cli.table.Comparison.ContextDifference;
import dev.makemore.cli.table.Figures;
import dev.makemore.cli.table.Labels;
import dev.makemore.model.Evaluation;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.NgramCounts;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.io.Decimal;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code makemore compare}: shows how two saved models differ. */
public final class CompareCommand extends BaseCommand {

  private final Argument<Path> a =
      syntax.parameter(
          Path.class,
          PositionalParamSpec.builder()
              .index("0")
              .paramLabel("A")
              .description("A saved model; - is standard input."));

  private final Argument<Path> b =
      syntax.parameter(
          Path.class,
          PositionalParamSpec.builder()
              .index("1")
              .paramLabel("B")
              .description("Another saved model; - is standard input."));

  private final InputOptions inputs =
      new InputOptions(
          syntax,
          "Score both models on this UTF-8 file, one item a line, and weight the contexts in the"
              + " means by how often they occur in it; - is standard input.");

  private final Argument<Integer> top =
      syntax.optionWithDefault(
          Integer.class,
          10,
          "--top=K",
          "List the K contexts and the K pairs that differ most. Default:" + " ${DEFAULT-VALUE}.");

  private final Argument<@Nullable Double> failAbove =
      syntax.option(
          Double.class,
          "--fail-above=X",
          "End with exit code 1 if the largest total variation is above X, a number from 0"
              + " to 1. After a character that only one of the models knows, the total"
              + " variation counts as 1.");

  private final Argument<Boolean> json =
      syntax.flag(
          "--json",
          "Print one JSON object, with all contexts and with numbers in full precision. Its"
              + " keys: a, b, onlyA, onlyB, scored, coverage, mean, largest, contexts,"
              + " pairs. An infinite number is null.");

  private final ResultOptions result = new ResultOptions(syntax);

  public CompareCommand(Console console) {
    super(
        console,
        "Compares two saved models: how far apart their probabilities are after each context, and"
            + " how well each of them predicts a text.");
    summary("show how two saved models differ");
    ownOptions("What to compare");
    examples(
        "makemore compare count.model net.model",
        "makemore compare old.model new.model -i names.txt --json",
        "makemore compare a.model b.model --fail-above 0.001 > /dev/null");
    PluginOption.addTo(syntax);
  }

  @Override
  protected ExitCode run() {
    check();
    return into(result, this::compare);
  }

  private ExitCode compare() {
    ModelInput inputA = ModelInput.of(a.get(), console);
    ModelInput inputB = ModelInput.of(b.get(), console);
    Input text = inputs.input(console);
    LanguageModel modelA = inputA.model();
    LanguageModel modelB = inputB.model();
    NgramCounts counts = counts(text, modelA, modelB);
    Comparison comparison = Comparison.of(modelA, modelB, counts, Math.max(1, top.get()));
    ComparisonReport report =
        new ComparisonReport(
            new ComparisonReport.Side(inputA.name(), modelA, Evaluation.of(modelA, counts)),
            new ComparisonReport.Side(inputB.name(), modelB, Evaluation.of(modelB, counts)),
            text.name(),
            comparison);
    if (json.get()) {
      ComparisonJson.write(console, report, top.get());
    } else {
      report.text(top.get()).forEach(console::line);
    }
    console.out().flush();
    tell(report.a());
    tell(report.b());
    return judge(comparison);
  }

  /** The n-grams of the text, long enough for both models. */
  private static NgramCounts counts(Input text, LanguageModel a, LanguageModel b) {
    int length = Comparison.contextLength(a, b);
    if (length >= NgramCounts.MAX_ORDER) {
      throw new Failure(
          ExitCode.FAILURE,
          "a model looks at "
              + length
              + " characters; models that look at up to "
              + (NgramCounts.MAX_ORDER - 1)
              + " can be compared");
    }
    return length == 1 ? NgramCounts.ofPairs(text.counts(1)) : text.ngrams(length + 1);
  }

  /** Says why the text costs infinitely much under a model, if it does. */
  private void tell(ComparisonReport.Side side) {
    new Diagnosis(side.model(), inputs.form(), text -> false, false)
        .messages(side.evaluation())
        .forEach(message -> console.note("%s: %s", side.name(), message));
  }

  private void check() {
    inputs.check();
    boolean modelIsStdin = Input.isStdin(a.get()) || Input.isStdin(b.get());
    syntax.refuseIf(
        (Input.isStdin(a.get()) && Input.isStdin(b.get())) || (modelIsStdin && inputs.readsStdin()),
        "only one of A, B and -i can be standard input; name files");
    top.require(top.get() >= 0, "must be >= 0");
    Double limit = failAbove.get();
    failAbove.require(limit == null || (limit >= 0 && limit <= 1), "must be from 0 to 1");
  }

  /** Fails if the models differ by more than {@code --fail-above} allows, and says where. */
  private ExitCode judge(Comparison comparison) {
    Double limit = failAbove.get();
    if (limit == null) {
      return ExitCode.OK;
    }
    Vocabulary vocabulary = comparison.vocabulary();
    ContextDifference largest = comparison.largest(context -> context.ab().totalVariation());
    if (largest.ab().totalVariation() > limit) {
      console.message(
          "after '%s' the total variation is %s, above %s",
          Labels.noteOfContext(vocabulary, largest.context()),
          Figures.of(largest.ab().totalVariation()),
          Decimal.shortest(limit));
      return ExitCode.FAILURE;
    }
    boolean sameCharacters = comparison.onlyA().isEmpty() && comparison.onlyB().isEmpty();
    if (!sameCharacters && limit < 1) {
      console.message(
          "A and B know different characters, after which the total variation counts as 1, above %s",
          Decimal.shortest(limit));
      return ExitCode.FAILURE;
    }
    return ExitCode.OK;
  }
}
