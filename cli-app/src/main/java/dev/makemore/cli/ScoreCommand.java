package dev.makemore.cli;

import dev.makemore.model.Scorer;
import dev.makemore.model.Scorer.Score;
import dev.makemore.model.TextForm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code makemore score}: how surprising single texts are to a model. */
@Command(
    name = "score",
    description = {
      "Tells how surprising texts are to a model, in nats: the average negative log likelihood"
          + " (NLL) of a character, the end counted as one, then the total, then the text, with"
          + " tabs between. Lower is more like what was learnt.",
      "Lines are answered as they come, one for each, the empty ones too.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  makemore score emma xqzjk",
      "  makemore score --explain emma",
      "  makemore score --threshold 3 --text-only < words.txt",
      "  makemore score -m words.model -i words.txt --sort | tail",
      "  makemore score -- -dash"
    })
final class ScoreCommand extends Helpful implements Callable<Integer> {

  private static final String STDIN = "-";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "TEXT",
      arity = "0..*",
      description =
          "Texts to score. If there are none, or there is only -, each line of standard input is"
              + " one.")
  private List<String> texts = new ArrayList<>();

  @Option(
      names = "--explain",
      description = "Show each pair of characters with its probability and NLL, and their total.")
  private Boolean explain = false;

  @Option(
      names = "--threshold",
      paramLabel = "X",
      description = "Keep only texts with an average of at most X nats.")
  private @Nullable Double threshold;

  @Option(names = "--above", description = "With --threshold, keep only those above it.")
  private Boolean above = false;

  @Option(
      names = "--sort",
      description =
          "Show the least surprising texts first, and equal ones in the order they came. Keeps all"
              + " of them in memory.")
  private Boolean sort = false;

  @Option(names = "--reverse", description = "With --sort, show the most surprising texts first.")
  private Boolean reverse = false;

  @Option(names = "--text-only", description = "Print the text, without the numbers.")
  private Boolean textOnly = false;

  @Option(
      names = "--json",
      description =
          "Print a JSON object for each text, with numbers in full precision: text, tokens"
              + " (predictions, the end included), nll (their average, in nats), total, impossible;"
              + " with --explain also bigrams, each with context, next, known, probability, nll.")
  private Boolean json = false;

  @Mixin private ModelOptions modelOptions = ModelOptions.smoothedBy(1);

  private final Console console;

  ScoreCommand(Console console) {
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
          if (isKept(score) && sort) {
            sorted.add(new Scored(text, score));
          } else if (isKept(score)) {
            print.accept(text, score);
          }
        });
    Comparator<Scored> order = Comparator.comparingDouble(scored -> scored.score().averageNll());
    sorted.sort(reverse ? order.reversed() : order); // stable
    sorted.forEach(scored -> print.accept(scored.text(), scored.score()));
    return ExitCode.OK.number();
  }

  private void check() {
    modelOptions.check();
    refuse(threshold != null && !(threshold >= 0), "--threshold: must be >= 0, was " + threshold);
    refuse(above && threshold == null, "--above: is for --threshold X, which is not given");
    refuse(reverse && !sort, "--reverse: is for --sort, which is not given");
    refuse(textOnly && json, "--text-only leaves out what --json asks for; give only one");
    refuse(textOnly && explain, "--text-only leaves out what --explain asks for; give only one");
    refuse(
        texts.size() > 1 && texts.contains(STDIN),
        "- stands for the lines of standard input, and can't be one text of several");
    refuse(
        isFileScored() && !texts.isEmpty(),
        "--input: with -m it names the lines to be scored; give only it, or only texts");
    refuse(
        isStdinScored() && modelOptions.readsStdin(),
        "-i - or -m - takes all of standard input; give the texts to be scored as arguments");
  }

  private void refuse(boolean wrong, String message) {
    if (wrong) {
      throw new ParameterException(spec.commandLine(), message);
    }
  }

  private boolean isFileScored() {
    return modelOptions.isSaved() && modelOptions.inputPath().isPresent();
  }

  private boolean isStdinScored() {
    return texts.equals(List.of(STDIN)) || (texts.isEmpty() && !isFileScored());
  }

  private void forEachText(Consumer<String> use) {
    if (!texts.isEmpty() && !isStdinScored()) {
      texts.forEach(use);
      return;
    }
    Input lines = isStdinScored() ? Input.of(Path.of(STDIN), console) : modelOptions.input(console);
    try {
      lines.forEachLine(use, console.out()::flush); // whoever waits for answers gets them
    } catch (Failure e) {
      console.out().flush(); // what came before the failure comes before its message
      throw e;
    }
  }

  private boolean isKept(Score score) {
    return threshold == null || (score.averageNll() <= threshold) != above;
  }

  private BiConsumer<String, Score> print(ScoreReport report) {
    if (json) {
      return explain ? report::jsonExplanation : report::json;
    } else if (explain) {
      return report::explanation;
    }
    return textOnly ? (text, score) -> report.textOnly(text) : report::line;
  }
}
