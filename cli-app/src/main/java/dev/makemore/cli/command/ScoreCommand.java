package dev.makemore.cli.command;

import dev.makemore.cli.help.BareFile;
import dev.makemore.cli.help.Shell;
import dev.makemore.cli.input.Input;
import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.ExitCode;
import dev.makemore.cli.io.Failure;
import dev.makemore.cli.lines.Flaws;
import dev.makemore.cli.lines.LineStream;
import dev.makemore.cli.lines.OnError;
import dev.makemore.cli.option.ModelOptions;
import dev.makemore.cli.option.ResultOptions;
import dev.makemore.cli.progress.Progress;
import dev.makemore.cli.report.ScoreReport;
import dev.makemore.cli.report.ScoreReport.Style;
import dev.makemore.cli.scoring.Answer;
import dev.makemore.cli.scoring.AnswerWriter;
import dev.makemore.cli.scoring.TextScorer;
import dev.makemore.cli.syntax.Argument;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Scorer;
import dev.makemore.model.learn.Learner;
import dev.makemore.model.text.TextForm;
import java.util.List;
import java.util.function.Supplier;
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
          "Show each pair of characters with its probability and NLL, and their total. A character"
              + " that the model does not know costs Infinity.");

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

  private final Argument<OnError> onError =
      syntax.optionWithDefault(
          OnError.class,
          OnError.STOP,
          "--on-error=ACTION",
          "What to do about a line of input that is not UTF-8: ${COMPLETION-CANDIDATES}."
              + " stop (the default) fails after the lines before it; skip leaves it out;"
              + " replace puts U+FFFD for what is not UTF-8. A message says how many there were.");

  private final Argument<Boolean> json =
      syntax.flag(
          "--json",
          "Print a JSON object for each text, one a line, with numbers in full precision. Its keys:"
              + " text, tokens (the number of predictions, including the end), nll (the"
              + " average of a prediction, in nats), total, impossible; with --explain"
              + " also bigrams, each with context, next, known, probability, nll. If impossible"
              + " is above 0, nll and total are infinite, which is null.");

  private final ResultOptions result = new ResultOptions(syntax);

  /** Smoothed by 1 unless told otherwise, so that an unseen pair does not cost infinitely much. */
  private final ModelOptions modelOptions;

  public ScoreCommand(Console console, List<Learner> learners) {
    super(
        console,
        "Says how surprising texts are to a model: for each text, the average negative log"
            + " likelihood (NLL) of a character in nats, the total NLL, and the text, separated by"
            + " tabs. Lower means more like what the model learned.");
    modelOptions = ModelOptions.scoringSmoothedByOne(syntax, learners);
    summary("say how surprising single texts are");
    ownOptions("What to print");
    examples(
        "makemore score emma xqzjk",
        "makemore score --explain emma",
        "makemore score --threshold 3 --text-only < words.txt",
        "makemore score -m words.model -i words.txt --sort | tail",
        "makemore score -- -dash");
    modelOptions.addLearners();
  }

  @Override
  protected ExitCode run() {
    check();
    return into(result, this::score);
  }

  private ExitCode score() {
    LanguageModel model = modelOptions.model(console);
    Scorer scorer = Scorer.of(model);
    TextForm form = modelOptions.form();
    Supplier<ScoreReport> report =
        () -> new ScoreReport(scorer, form, style(), console.terminal().stdout());
    TextScorer scoring = new TextScorer(scorer, form, this::isKept, report, sort.get());
    AnswerWriter writer = new AnswerWriter(console, style() == Style.EXPLANATION ? "\n" : "");
    try {
      answer(scoring, writer);
    } catch (Failure e) {
      tell(writer, model); // of what was written before
      throw e;
    }
    writer.writeKept(reverse.get(), report);
    tell(writer, model);
    hintAtFile();
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
    if (!texts.get().isEmpty() && !isStdinScored()) {
      onError.refuse("is for lines of input; the texts are arguments");
    }
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

  /** A single text that is also the name of a file may be meant as the file. */
  private void hintAtFile() {
    if (texts.get().size() == 1 && !isStdinScored() && !modelOptions.readsStdin()) {
      String text = texts.get().get(0);
      if (BareFile.of(text).isPresent()) {
        console.note(
            "'%s' is also a file; to score its lines: makemore score < %s",
            text, Shell.quoted(text));
      }
    }
  }

  private boolean isStdinScored() {
    return texts.get().equals(List.of(STDIN))
        || (texts.get().isEmpty() && !modelOptions.isInputScored());
  }

  private void answer(TextScorer scoring, AnswerWriter writer) {
    if (!texts.get().isEmpty() && !isStdinScored()) {
      writer.accept(
          scoring.answer(
              use -> {
                texts.get().forEach(use);
                return Flaws.NONE;
              }));
      return;
    }
    LineStream<Answer> answers =
        new LineStream<>(
            modelOptions.threads(),
            block -> scoring.answer(use -> block.forEach(onError.get(), use)),
            writer::accept);
    try (Progress progress = Progress.besideOutput(console)) {
      lines().watched(progress).read(answers::read);
    }
  }

  private Input lines() {
    return isStdinScored() ? Input.ofLines(console) : modelOptions.input(console);
  }

  private boolean isKept(double averageNll) {
    Double limit = threshold.get();
    return limit == null || (averageNll <= limit) != above.get();
  }

  private Style style() {
    if (json.get()) {
      return explain.get() ? Style.JSON_EXPLANATION : Style.JSON;
    } else if (explain.get()) {
      return Style.EXPLANATION;
    }
    return textOnly.get() ? Style.TEXT_ONLY : Style.LINE;
  }

  /** Says what the output does not say: which lines are not in it, and why a cost is infinite. */
  private void tell(AnswerWriter writer, LanguageModel model) {
    writer.flaws().message(onError.get()).ifPresent(console::note);
    modelOptions.diagnosis(model).messages(writer.infinite()).forEach(console::note);
  }
}
