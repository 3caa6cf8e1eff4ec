package dev.makemore.cli.command;

import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.ExitCode;
import dev.makemore.cli.io.Failure;
import dev.makemore.cli.io.Input;
import dev.makemore.cli.option.Argument;
import dev.makemore.cli.option.ModelOptions;
import dev.makemore.cli.report.ScoreReport;
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
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code makemore score}: how surprising single texts are to a model. */
public final class ScoreCommand extends BaseCommand {

  private static final String STDIN = "-";

  private final Argument<List<String>> texts =
      arguments.parameters(
          String.class,
          PositionalParamSpec.builder()
              .arity("0..*")
              .paramLabel("TEXT")
              .description(
                  "Texts to score. If there are none, or there is only -, each line of standard"
                      + " input is one."));

  private final Argument<Boolean> explain =
      arguments.flag(
          OptionSpec.builder("--explain")
              .description(
                  "Show each pair of characters with its probability and NLL, and their total."));

  private final Argument<@Nullable Double> threshold =
      arguments.option(
          Double.class,
          OptionSpec.builder("--threshold")
              .paramLabel("X")
              .description("Keep only texts with an average of at most X nats."));

  private final Argument<Boolean> above =
      arguments.flag(
          OptionSpec.builder("--above").description("With --threshold, keep only those above it."));

  private final Argument<Boolean> sort =
      arguments.flag(
          OptionSpec.builder("--sort")
              .description(
                  "Show the least surprising texts first, and equal ones in the order they came."
                      + " Keeps all of them in memory."));

  private final Argument<Boolean> reverse =
      arguments.flag(
          OptionSpec.builder("--reverse")
              .description("With --sort, show the most surprising texts first."));

  private final Argument<Boolean> textOnly =
      arguments.flag(
          OptionSpec.builder("--text-only").description("Print the text, without the numbers."));

  private final Argument<Boolean> json =
      arguments.flag(
          OptionSpec.builder("--json")
              .description(
                  "Print a JSON object for each text, with numbers in full precision: text,"
                      + " tokens (predictions, the end included), nll (their average, in nats),"
                      + " total, impossible; with --explain also bigrams, each with context,"
                      + " next, known, probability, nll."));

  private final ModelOptions modelOptions = ModelOptions.smoothedBy(1, arguments);

  private final Console console;

  public ScoreCommand(Console console) {
    super(
        "Tells how surprising texts are to a model, in nats: the average negative log likelihood"
            + " (NLL) of a character, the end counted as one, then the total, then the text, with"
            + " tabs between. Lower is more like what was learnt.",
        "Lines are answered as they come, one for each, the empty ones too.");
    examples(
        "makemore score emma xqzjk",
        "makemore score --explain emma",
        "makemore score --threshold 3 --text-only < words.txt",
        "makemore score -m words.model -i words.txt --sort | tail",
        "makemore score -- -dash");
    this.console = console;
  }

  private record Scored(String text, Score score) {}

  @Override
  public Integer call() {
    check();
    Scorer scorer = Scorer.of(modelOptions.model(console));
    TextForm form = modelOptions.form();
    BiConsumer<String, Score> print = print(new ScoreReport(console, scorer, form));
    List<Scored> sorted = new ArrayList<>();
    forEachText(
        text -> {
          Score score = scorer.score(form.apply(text));
          if (isKept(score) && sort.get()) {
            sorted.add(new Scored(text, score));
          } else if (isKept(score)) {
            print.accept(text, score);
          }
        });
    Comparator<Scored> order = Comparator.comparingDouble(scored -> scored.score().averageNll());
    sorted.sort(reverse.get() ? order.reversed() : order); // stable
    sorted.forEach(scored -> print.accept(scored.text(), scored.score()));
    return ExitCode.OK.number();
  }

  private void check() {
    modelOptions.check();
    Double limit = threshold.get();
    if (limit == null) {
      above.refuse("is for --threshold X, which is not given");
    } else if (!(limit >= 0)) {
      throw threshold.wrong("must be >= 0, was " + limit);
    }
    if (!sort.get()) {
      reverse.refuse("is for --sort, which is not given");
    }
    refuse(
        textOnly.get() && json.get(), "--text-only leaves out what --json asks for; give only one");
    refuse(
        textOnly.get() && explain.get(),
        "--text-only leaves out what --explain asks for; give only one");
    refuse(
        texts.get().size() > 1 && texts.get().contains(STDIN),
        "- stands for the lines of standard input, and can't be one text of several");
    refuse(
        modelOptions.isInputScored() && !texts.get().isEmpty(),
        "--input: with -m it names the lines to be scored; give only it, or only texts");
    refuse(
        isStdinScored() && modelOptions.readsStdin(),
        "-i - or -m - takes all of standard input; give the texts to be scored as arguments");
  }

  private void refuse(boolean wrong, String message) {
    if (wrong) {
      throw arguments.wrong(message);
    }
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
      lines.forEachLine(use, console.out()::flush); // whoever waits for answers gets them
    } catch (Failure e) {
      console.out().flush(); // what came before the failure comes before its message
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
