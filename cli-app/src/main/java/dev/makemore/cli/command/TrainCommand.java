package dev.makemore.cli.command;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.bigram.net.BigramTrainer;
import dev.makemore.bigram.net.TrainingResult;
import dev.makemore.bigram.net.TrainingStep;
import dev.makemore.cli.input.Input;
import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.ExitCode;
import dev.makemore.cli.io.Logging;
import dev.makemore.cli.io.OutputFile;
import dev.makemore.cli.io.Shutdown;
import dev.makemore.cli.option.Learner;
import dev.makemore.cli.option.LearningOptions;
import dev.makemore.cli.option.NetOptions;
import dev.makemore.cli.option.SaveOptions;
import dev.makemore.cli.progress.NetProgress;
import dev.makemore.cli.progress.Progress;
import dev.makemore.cli.report.Json;
import dev.makemore.cli.report.LearnedJson;
import dev.makemore.cli.report.LossPlot;
import dev.makemore.cli.report.TrainingReport;
import dev.makemore.cli.syntax.Argument;
import dev.makemore.cli.table.Figures;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

/** {@code makemore train}: learns a model and saves it. */
public final class TrainCommand extends BaseCommand {

  private final LearningOptions learning = new LearningOptions(syntax);
  private final NetOptions netOptions = new NetOptions(syntax);
  private final SaveOptions saveOptions = new SaveOptions(syntax);

  private final Argument<Boolean> json =
      syntax.flag(
          "--json",
          "Print what was learned from as one JSON object. Its keys: items, tokens, vocabulary; for a"
              + " net also steps, loss, totalVariation, certified.");

  public TrainCommand(Console console) {
    super(
        console,
        "Learns a model and saves it, so that other commands can use it with -m. If the file holds a"
            + " model already, it is replaced.");
    summary("learn a model and save it");
    examples(
        "makemore train -i words.txt -o words.model",
        "makemore train -i words.txt --model net --steps 500 -o net.model",
        "makemore train -i names.csv --weights Count -o names.model",
        "makemore train -i words.txt -o - | makemore generate -m -");
  }

  @Override
  protected ExitCode run() {
    learning.check();
    boolean net = learning.kind() == Learner.NET;
    if (!net) {
      netOptions.checkNoneGiven();
    }
    BigramTrainer trainer = netOptions.trainer().withSmoothing(learning.smoothing());
    OutputFile file = saveOptions.file(console);
    SaveOptions.refuseStdout(json, file);
    Optional<OutputFile> plot = netOptions.plot(file, saveOptions.force(), console);
    Input input = learning.input(console);
    BigramCounts counts = count(input);
    if (net) {
      learning.checkSize(counts, input);
      return trainNet(trainer, counts, file, plot);
    }
    file.save(learning.learn(counts, input, console));
    print(LearnedJson.of(counts));
    return ExitCode.OK;
  }

  private BigramCounts count(Input input) {
    BigramCounts counts = input.counts(learning.threads());
    console.note(
        "counted %s: %s of %s",
        Figures.counted(counts.items(), "item"),
        Figures.counted(counts.total(), "pair"),
        Figures.counted(counts.vocabulary().size(), "token"));
    return counts;
  }

  /**
   * Trains a net and saves it. If the net goes to a file, Ctrl-C stops the training, and the best
   * net so far is saved.
   */
  private ExitCode trainNet(
      BigramTrainer trainer, BigramCounts counts, OutputFile file, Optional<OutputFile> plot) {
    LossPlot losses = new LossPlot(netOptions.miniBatches());
    TrainingReport report = new TrainingReport();
    Consumer<TrainingStep> noted = report::add;
    if (plot.isPresent()) {
      noted = noted.andThen(losses::add);
    }
    try (Shutdown shutdown = Shutdown.deferredIf(file.isRegular())) {
      Logging.debug(TrainCommand.class, "training starts");
      TrainingResult result = train(trainer, counts, noted, shutdown);
      console.note("%s", report.line(result, netOptions.l2(), netOptions.target()));
      file.save(result.net());
      if (plot.isPresent()) {
        byte[] svg = losses.svg(counts, learning.smoothing()).getBytes(StandardCharsets.UTF_8);
        plot.get().write(out -> out.write(svg));
      }
      print(LearnedJson.of(counts, result));
      return shutdown.isRequested() ? ExitCode.INTERRUPTED : ExitCode.OK;
    }
  }

  private void print(Json.Fields learned) {
    if (json.get()) {
      Json.print(console, learned);
    }
  }

  private TrainingResult train(
      BigramTrainer trainer, BigramCounts counts, Consumer<TrainingStep> noted, Shutdown shutdown) {
    try (Progress progress = Progress.on(console)) {
      NetProgress netProgress = netOptions.progress(progress);
      BigramTrainer watched =
          trainer.withListener(
              step -> {
                netProgress.show(step);
                noted.accept(step);
                if (shutdown.isRequested()) {
                  Thread.currentThread().interrupt(); // the trainer then stops
                }
              });
      return learning.checkedSmoothing(() -> watched.train(counts));
    } finally {
      Thread.interrupted(); // an interrupted thread could not save the net
    }
  }
}
