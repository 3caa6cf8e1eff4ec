package dev.makemore.cli;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.bigram.net.BigramTrainer;
import dev.makemore.bigram.net.TrainingResult;
import dev.makemore.bigram.net.TrainingResult.Stop;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code makemore train}: learn, and save the model. */
@Command(
    name = "train",
    description = {
      "Learns a model and saves it, so that other commands can take it with -m. An old model in the"
          + " file is replaced.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  makemore train -i words.txt -o words.model",
      "  makemore train -i words.txt --model net --steps 500 -o net.model",
      "  makemore train -i words.txt -o - | makemore generate -m -"
    })
final class TrainCommand extends Helpful implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private LearningOptions learning = new LearningOptions();
  @Mixin private NetOptions netOptions = new NetOptions();
  @Mixin private OutputOptions outputOptions = new OutputOptions();

  private final Console console;

  TrainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    learning.check();
    boolean net = learning.kind() == Learner.NET;
    if (!net) {
      netOptions.checkNoneGiven();
    }
    BigramTrainer trainer = netOptions.trainer().withSmoothing(learning.smoothing());
    OutputFile file = outputOptions.file(OutputFile.MODEL, console);
    Input input = learning.input(console);
    BigramCounts counts = input.counts();
    console.message(
        "counted %,d items: %,d pairs of %,d tokens",
        counts.items(), counts.total(), counts.vocabulary().size());
    if (net) {
      learning.checkSize(counts, input);
      trainNet(trainer, counts, file);
    } else {
      file.save(learning.learn(counts, input));
    }
    if (!file.isStdout()) {
      console.message("saved %s", file.name());
    }
    return ExitCode.OK.number();
  }

  private void trainNet(BigramTrainer trainer, BigramCounts counts, OutputFile file) {
    TrainingResult result = Options.check(spec, "--smoothing", () -> trainer.train(counts));
    console.message("%s", summary(result));
    file.save(result.net());
  }

  private String summary(TrainingResult result) {
    return result.stop() == Stop.CERTIFIED
        ? String.format(
            Locale.ROOT,
            "trained %,d steps: loss %.6f, every row is certified to be within %.6f of counting",
            result.steps(),
            result.loss(),
            result.totalVariation())
        : String.format(
            Locale.ROOT,
            "trained all %,d steps: loss %.6f, not certified: a row may be off by %.6f; more"
                + " --steps may help",
            result.steps(),
            result.loss(),
            result.totalVariation());
  }
}
