package dev.makemore.cli.command;

import dev.makemore.cli.input.Input;
import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.ExitCode;
import dev.makemore.cli.io.Failure;
import dev.makemore.cli.option.Argument;
import dev.makemore.cli.option.ModelOptions;
import dev.makemore.cli.report.ScoreReport;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Scorer;
import dev.makemore.model.Scorer.Score;
import dev.makemore.model.text.TextForm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code makemore score}: says how surprising single texts are to a model. */
public final class ScoreCommand extends BaseCommand {

  private static final String STDIN = "-";

  private final Argument<List<String>> texts =
      syntax.parameters(
          String.class,
          PositionalParamSpec.builder()
              .arity("0..*")
              .paramLabel("TEXT")
              .description(
                  "The texts to score. Without any, or with a single -, each line of standard"
                      + " input is a text."));

  private final Argument<Boolean> explain =
      syntax.flag(
          "--explain",
          "Show each pair of characters with its probability and NLL, and their total.");

  private final Argument<@Nullable Double> threshold =
      syntax.option(
          Double.class, "--threshold=X", "Keep only texts with an average of at most X nats.");

  private final Argument<Boolean> above =
      syntax.flag("--above", "With --threshold, keep only texts with an average above X.");

  private final Argument<Boolean> sort =
      syntax.flag(
          "--sort",
          "Print the least surprising text first; texts with equal averages stay in their"
              + " order. All texts are kept in memory.");

  private final Argument<Boolean> reverse =
      syntax.flag("--reverse", "With --sort, print the most surprising text first.");

  private final Argument<Boolean> textOnly =
      syntax.flag("--text-only", "Print only the text, not the numbers.");

  private final Argument<Boolean> json =
      syntax.flag(
          "--json",
          "Print a JSON object for each text, with numbers in full precision. Its keys:"
              + " text, tokens (the number of predictions, including the end), nll (the"
              + " average of a prediction, in nats), total, impossible; with --explain"
              + " also bigrams, each with context, next, known, probability, nll.");

  /** Smoothed by 1 unless told otherwise, so that an unseen pair does not cost infinitely much. */
  private final ModelOptions modelOptions = ModelOptions.smoothedByOne(syntax);

  public ScoreCommand(Console console) {
    super(
        console,
        "Says how surprising texts are to a model. For each text it prints the average negative log"
            + " likelihood (NLL) of a character in nats, counting the end as a character, then"
            + " the total NLL, then the text, separated by tabs. Lower means more like what the"
            + " model learned.",
        "Each line of input, even an empty one, is answered as soon as it is read.");
    examples(
        "makemore score emma xqzjk",
        "makemore score --explain emma",
        "makemore score --threshold 3 --text-only < words.txt",
        "makemore score -m words.model -i words.txt --sort | tail",
        "makemore score -- -dash");
  }

  private record Scored(String text, Score score) {}

  @Override
  protected ExitCode run() {
    check();
    LanguageModel model = modelOptions.model(console);
    Scorer scorer = Scorer.of(model);
    TextForm form = modelOptions.form();
    BiConsumer<String, Score> print = print(new ScoreReport(console, scorer, form));
    List<Scored> sorted = new ArrayList<>();
    List<String> inOtherCase = new ArrayList<>(); // the first such text
    forEachText(
        text -> {
          Score score = scorer.score(form.apply(text));
          if (score.impossible() > 0
              && inOtherCase.isEmpty()
              && modelOptions.lowercaseHelps(model.vocabulary(), text)) {
            inOtherCase.add(text);
          }
          if (isKept(score) && sort.get()) {
            sorted.add(new Scored(text, score));
          } else if (isKept(score)) {
            print.accept(text, score);
          }
        });
    Comparator<Scored> order = Comparator.comparingDouble(scored -> scored.score().averageNll());
    sorted.sort(reverse.get() ? order.reversed() : order); // stable
    sorted.forEach(scored -> print.accept(scored.text(), scored.score()));
    console.out().flush();
    inOtherCase.forEach(
        text ->
            console.message(
                "the model does not know all characters of '%s'; with --lowercase it does", text));
    return ExitCode.OK;
  }

  private void check() {
    modelOptions.check();
    modelOptions.refuseScoredTable();
    Double limit = threshold.get();
    threshold.require(limit == null || limit >= 0, "must be >= 0");
    if (limit == null) {
      above.refuse("is for --threshold X, which is not given");
    }
    if (!sort.get()) {
      reverse.refuse("is for --sort, which is not given");
    }
    syntax.refuseIf(
        textOnly.get() && json.get(), "--text-only leaves out what --json asks for; give only one");
    syntax.refuseIf(
        textOnly.get() && explain.get(),
        "--text-only leaves out what --explain asks for; give only one");
    syntax.refuseIf(
        texts.get().size() > 1 && texts.get().contains(STDIN),
        "- stands for the lines of standard input, and can't be one text of several");
    syntax.refuseIf(
        modelOptions.isInputScored() && !texts.get().isEmpty(),
        "--input: with -m it names the lines to be scored; give either --input or texts");
    syntax.refuseIf(
        isStdinScored() && modelOptions.readsStdin(),
        "-i - or -m - takes all of standard input; give the texts to be scored as arguments");
  }

  private boolean isStdinScored() {
    return texts.get().equals(List.of(STDIN))
        || (texts.get().isEmpty() && !modelOptions.isInputScored());
  }

  private void forEachText(Consumer<String> use) {
    if (!texts.get().isEmpty() && !isStdinScored()) {
      texts.get().forEach(use);
      return;
    }
    Input lines =
        isStdinScored()
            ? Input.of(Path.of(STDIN), modelOptions.form(), console)
            : modelOptions.input(console);
    try {
      lines.forEachLine(use, console.out()::flush); // show the scores before waiting for more lines
    } catch (Failure e) {
      console.out().flush(); // show the scores before the message of the failure
      throw e;
    }
  }

  private boolean isKept(Score score) {
    Double limit = threshold.get();
    return limit == null || (score.averageNll() <= limit) != above.get();
  }

  private BiConsumer<String, Score> print(ScoreReport report) {
    if (json.get()) {
      return explain.get() ? report::jsonExplanation : report::json;
    } else if (explain.get()) {
      return report::explanation;
    }
    return textOnly.get() ? (text, score) -> report.textOnly(text) : report::line;
  }
}
