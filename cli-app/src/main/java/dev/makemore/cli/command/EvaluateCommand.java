package dev.makemore.cli.command;

import dev.makemore.cli.input.Input;
import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.ExitCode;
import dev.makemore.cli.learning.Holdout;
import dev.makemore.cli.learning.InputText;
import dev.makemore.cli.option.ModelOptions;
import dev.makemore.cli.option.ResultOptions;
import dev.makemore.cli.report.EvaluationReport;
import dev.makemore.cli.report.HoldoutReport;
import dev.makemore.cli.report.Kinds;
import dev.makemore.cli.syntax.Argument;
import dev.makemore.model.Evaluation;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.learn.Learner;
import dev.makemore.model.learn.LearningListener;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code makemore evaluate}: measures how well a model predicts a text. */
public final class EvaluateCommand extends BaseCommand {

  private final Argument<@Nullable Path> testFile =
      syntax.option(
          Path.class,
          "--test=FILE",
          "Score this file; - is standard input. Default: the file that -i names, or the"
              + " built-in names.");

  private final Argument<@Nullable Double> holdout =
      syntax.option(
          Double.class,
          "--holdout=SHARE",
          "Learn from all items but this share of them, such as 0.1, and score both the items that"
              + " were learned from and those that were held out. The model knows the characters of"
              + " all.");

  private final Argument<@Nullable Long> holdoutSeed =
      syntax.option(
          Long.class,
          "--holdout-seed=S",
          "A whole number that decides which items --holdout holds out. Default: 0.");

  private final Argument<Boolean> json =
      syntax.flag(
          "--json",
          "Print one JSON object, with numbers in full precision. Its keys: items, tokens"
              + " (the number of predictions, including the end of each item),"
              + " vocabulary, nll (in nats), perplexity, bitsPerCharacter, impossible. If impossible"
              + " is above 0, the three before it are infinite, which is null. With --holdout, the"
              + " keys train and heldOut have such an object each.");

  private final ResultOptions result = new ResultOptions(syntax);
  private final ModelOptions modelOptions;

  public EvaluateCommand(Console console, List<Learner> learners) {
    super(
        console,
        "Measures how well a model predicts names: the average negative log likelihood (NLL) of the"
            + " next character. Lower is better.");
    modelOptions = ModelOptions.scoring(syntax, learners);
    summary("measure how well a model predicts a text");
    ownOptions("What to measure");
    examples(
        "makemore evaluate",
        "makemore evaluate --smoothing 1 --json",
        "makemore evaluate --order 5 --holdout 0.1",
        "makemore evaluate -i train.txt --test test.txt",
        "makemore evaluate -m words.model -i test.txt",
        "makemore evaluate -m words.model --smoothing 1 -i test.txt");
    modelOptions.addLearners();
  }

  @Override
  protected ExitCode run() {
    check();
    Double share = holdout.get();
    return into(result, share == null ? this::evaluate : () -> evaluate(share));
  }

  /** Learns from some of the items, and scores all of them. */
  private ExitCode evaluate(double share) {
    Input input = modelOptions.input(console);
    Holdout parts =
        Holdout.of(input, share, holdoutSeed.orElse(0L), modelOptions.vocabulary(console));
    LanguageModel model = modelOptions.learn(parts.train(), LearningListener.none(), console);
    Evaluation heldOut = parts.ofHeldOut(model);
    HoldoutReport report =
        new HoldoutReport(
            Kinds.describeLearned(model, modelOptions.description()),
            input.name(),
            model.vocabulary().size(),
            parts.ofTrain(model),
            heldOut);
    print(json.get() ? List.of(report.json()) : report.text(), model, heldOut);
    return ExitCode.OK;
  }

  private void print(List<String> lines, LanguageModel model, Evaluation evaluation) {
    lines.forEach(console::line);
    console.out().flush();
    modelOptions.diagnosis(model).messages(evaluation).forEach(console::note);
  }

  private ExitCode evaluate() {
    Input input = modelOptions.input(console);
    Path path = testFile.get();
    Input scored = path == null ? input : modelOptions.otherInput(path, console);
    InputText test = modelOptions.plainText(scored);
    LanguageModel model;
    Evaluation evaluation;
    if (modelOptions.isSaved()) {
      model = modelOptions.load(console);
      evaluation = test.evaluation(model);
    } else {
      InputText text = modelOptions.text(input, console);
      if (path != null) { // the other file is read before a training that may take long
        text.telling(size -> test.readLike(text));
      }
      model = modelOptions.learn(text, LearningListener.none(), console);
      evaluation = (path == null ? text : test).evaluation(model);
    }
    EvaluationReport report =
        new EvaluationReport(
            modelOptions.isSaved()
                ? modelOptions.description()
                : Kinds.describeLearned(model, modelOptions.description()),
            modelOptions.isSaved() ? "" : input.name(),
            scored.name(),
            model.vocabulary().size(),
            evaluation);
    print(json.get() ? List.of(report.json()) : report.text(), model, evaluation);
    return ExitCode.OK;
  }

  private void check() {
    modelOptions.check(testFile);
    Double share = holdout.get();
    if (share == null) {
      holdoutSeed.refuse("is for --holdout, which is not given");
    } else {
      holdout.require(share > 0 && share < 1, "must be above 0 and below 1");
      testFile.refuse("with --holdout, the held-out items are scored; give only one of them");
      syntax.refuseIf(
          modelOptions.isSaved(),
          "--holdout: a saved model has learned already, perhaps from what would be held out; leave"
              + " out -m");
    }
    if (modelOptions.isInputScored()) {
      testFile.refuse("with -m, -i names the file to be scored; give only one of them");
    }
    syntax.refuseIf(
        Input.isStdin(testFile.get()) && modelOptions.readsStdin(),
        "-i - or -m - and --test - can't both read standard input; name a file");
  }
}
