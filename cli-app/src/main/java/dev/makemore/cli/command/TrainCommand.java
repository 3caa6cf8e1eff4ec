package dev.makemore.cli.command;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.bigram.net.BigramNetLearner;
import dev.makemore.bigram.net.BigramTrainer;
import dev.makemore.bigram.net.TrainingResult;
import dev.makemore.bigram.net.TrainingStep;
import dev.makemore.cli.input.TextSize;
import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.ExitCode;
import dev.makemore.cli.io.Failure;
import dev.makemore.cli.io.Logging;
import dev.makemore.cli.io.OutputFile;
import dev.makemore.cli.io.Shutdown;
import dev.makemore.cli.learning.InputText;
import dev.makemore.cli.learning.KnownOptions;
import dev.makemore.cli.learning.LearningWatch;
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
import dev.makemore.model.LanguageModel;
import dev.makemore.model.io.ModelFile;
import dev.makemore.model.learn.Learner;
import dev.makemore.model.learn.LearnerSettings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** {@code makemore train}: learns a model and saves it. */
public final class TrainCommand extends BaseCommand {

  /** A name that can be typed as it is in any shell. */
  private static final Pattern PLAIN_NAME = Pattern.compile("[\\p{L}\\p{N}_./+,:@%=-]+");

  private final LearningOptions learning;
  private final NetOptions netOptions;
  private final SaveOptions saveOptions = new SaveOptions(syntax);

  private final Argument<Boolean> json =
      syntax.flag(
          "--json",
          "Print what was learned from as one JSON object. Its keys: items, tokens, vocabulary; for"
              + " what is trained in steps also steps, loss; for a net also totalVariation,"
              + " certified.");

  public TrainCommand(Console console, List<Learner> learners) {
    super(
        console,
        "Learns a model and saves it, so that other commands can use it with -m. If the file holds a"
            + " model already, it is replaced.");
    learning = new LearningOptions(syntax, learners);
    netOptions = new NetOptions(syntax, learning);
    summary("learn a model and save it");
    examples(
        "makemore train -i words.txt -o words.model",
        "makemore train -i words.txt --model net --steps 500 -o net.model",
        "makemore train -i names.csv --weights Count -o names.model",
        "makemore train -i words.txt -o - | makemore generate -m -");
    learning.addLearners();
  }

  @Override
  protected ExitCode run() {
    learning.check();
    boolean net = learning.learner() instanceof BigramNetLearner;
    if (!net) {
      netOptions.checkNoneGiven();
    }
    OutputFile file = saveOptions.file(console);
    SaveOptions.refuseStdout(json, file);
    Optional<OutputFile> plot = netOptions.plot(file, saveOptions.force(), console);
    TextSize[] size = new TextSize[1];
    InputText text =
        learning
            .text(learning.input(console), console)
            .telling(read -> size[0] = read)
            .telling(this::tell);
    if (net) {
      return trainNet(text, file, plot);
    }
    try (LearningWatch watch = new LearningWatch(file.isRegular())) {
      train(text, file, watch);
      Json.Fields learned = LearnedJson.of(size[0].items(), size[0].total(), size[0].tokens());
      print(
          watch.steps().isPresent()
              ? LearnedJson.of(learned, watch.steps().getAsLong(), watch.loss())
              : learned);
      return watch.isInterrupted() ? ExitCode.INTERRUPTED : ExitCode.OK;
    }
  }

  private void tell(TextSize size) {
    console.note(
        "%s %s: %s of %s",
        size.verb(),
        Figures.counted(size.items(), "item"),
        Figures.counted(size.total(), size.unit()),
        Figures.counted(size.tokens(), "token"));
  }

  /**
   * Learns a model and saves it. If it goes to a file, Ctrl-C ends what takes long, and the best
   * model so far is saved.
   */
  private void train(InputText text, OutputFile file, LearningWatch watch) {
    LanguageModel model = learning.learn(text, watch, console);
    Thread.interrupted(); // which a learner may have left; an interrupted thread could not save
    checkCanBeSaved(model);
    file.save(model);
    if (watch.isCutShort()) {
      console.note("%s", interrupted(watch, file));
    }
  }

  private String interrupted(LearningWatch watch, OutputFile file) {
    String line = "interrupted";
    if (watch.steps().isPresent()) {
      line += " after " + Figures.counted(watch.steps().getAsLong(), "step");
    }
    if (!KnownOptions.canResume(learning.learner())) {
      return line;
    }
    String name = PLAIN_NAME.matcher(file.name()).matches() ? file.name() : "with this file";
    return line + "; --resume " + name + " goes on from there";
  }

  /** Only what a learner returns tells whether there is a kind of file for it. */
  private void checkCanBeSaved(LanguageModel model) {
    try {
      ModelFile.kindOf(model);
    } catch (IllegalArgumentException e) {
      throw new Failure(
          ExitCode.FAILURE,
          String.format(
              Locale.ROOT,
              "what the learner %s learns can't be saved: there is no kind of file for %s; generate,"
                  + " evaluate and score can learn it by the same options",
              learning.learner().name(),
              model.getClass().getName()));
    }
  }

  /**
   * Trains a net and saves it. If the net goes to a file, Ctrl-C stops the training, and the best
   * net so far is saved.
   */
  private ExitCode trainNet(InputText text, OutputFile file, Optional<OutputFile> plot) {
    LearnerSettings settings = learning.settings();
    LossPlot losses = new LossPlot(settings.find(BigramNetLearner.BATCH_SIZE).isPresent());
    TrainingReport report = new TrainingReport();
    Consumer<TrainingStep> noted = report::add;
    if (plot.isPresent()) {
      noted = noted.andThen(losses::add);
    }
    BigramCounts counts =
        text.telling(size -> LearningOptions.checkSize(size, text.name())).transitions();
    try (Shutdown shutdown = Shutdown.deferredIf(file.isRegular())) {
      Logging.debug(TrainCommand.class, "training starts");
      TrainingResult result = train(settings, counts, noted, shutdown);
      double l2 = settings.get(BigramNetLearner.L2);
      console.note("%s", report.line(result, l2, settings.get(BigramNetLearner.TARGET)));
      file.save(result.net());
      if (plot.isPresent()) {
        String svg = losses.svg(counts, settings.get(BigramNetLearner.SMOOTHING));
        plot.get().write(out -> out.write(svg.getBytes(StandardCharsets.UTF_8)));
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
      LearnerSettings settings,
      BigramCounts counts,
      Consumer<TrainingStep> noted,
      Shutdown shutdown) {
    try (Progress progress = Progress.on(console)) {
      NetProgress netProgress = NetOptions.progress(progress, settings);
      BigramTrainer watched =
          BigramNetLearner.trainer(settings)
              .withListener(
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
