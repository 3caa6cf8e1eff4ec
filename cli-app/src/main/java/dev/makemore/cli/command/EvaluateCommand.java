package dev.makemore.cli.command;

import dev.makemore.cli.input.Input;
import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.ExitCode;
import dev.makemore.cli.learning.InputText;
import dev.makemore.cli.option.ModelOptions;
import dev.makemore.cli.option.ResultOptions;
import dev.makemore.cli.report.EvaluationReport;
import dev.makemore.cli.syntax.Argument;
import dev.makemore.model.Evaluation;
import dev.makemore.model.LanguageModel;
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

  private final Argument<Boolean> json =
      syntax.flag(
          "--json",
          "Print one JSON object, with numbers in full precision. Its keys: items, tokens"
              + " (the number of predictions, including the end of each item),"
              + " vocabulary, nll (in nats), perplexity, bitsPerCharacter, impossible. If impossible"
              + " is above 0, the three before it are infinite, which is null.");

  private final ResultOptions result = new ResultOptions(syntax);
  private final ModelOptions modelOptions = ModelOptions.scoring(syntax);

  public EvaluateCommand(Console console) {
    super(
        console,
        "Measures how well a model predicts names: the average negative log likelihood (NLL) of the"
            + " next character. Lower is better.");
    summary("measure how well a model predicts a text");
    ownOptions("What to measure");
    examples(
        "makemore evaluate",
        "makemore evaluate --smoothing 1 --json",
        "makemore evaluate -i train.txt --test test.txt",
        "makemore evaluate -m words.model -i test.txt",
        "makemore evaluate -m words.model --smoothing 1 -i test.txt");
    modelOptions.addLearners();
  }

  @Override
  protected ExitCode run() {
    check();
    return into(result, this::evaluate);
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
      InputText text = modelOptions.text(input);
      if (path != null) { // the other file is read before a training that may take long
        text.telling(size -> test.readLike(text));
      }
      model = modelOptions.learn(text, () -> true, console);
      evaluation = (path == null ? text : test).evaluation(model);
    }
    EvaluationReport report =
        new EvaluationReport(
            modelOptions.description(),
            modelOptions.isSaved() ? "" : input.name(),
            scored.name(),
            model.vocabulary().size(),
            evaluation);
    (json.get() ? List.of(report.json()) : report.text()).forEach(console::line);
    console.out().flush();
    modelOptions.diagnosis(model).messages(evaluation).forEach(console::note);
    return ExitCode.OK;
  }

  private void check() {
    modelOptions.check(testFile);
    if (modelOptions.isInputScored()) {
      testFile.refuse("with -m, -i names the file to be scored; give only one of them");
    }
    syntax.refuseIf(
        Input.isStdin(testFile.get()) && modelOptions.readsStdin(),
        "-i - or -m - and --test - can't both read standard input; name a file");
  }
}
