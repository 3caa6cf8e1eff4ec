package dev.makemore.cli.option;

import dev.makemore.bigram.net.BigramNetLearner;
import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.Failure;
import dev.makemore.cli.io.OutputFile;
import dev.makemore.cli.progress.NetProgress;
import dev.makemore.cli.progress.Progress;
import dev.makemore.cli.syntax.Argument;
import dev.makemore.cli.syntax.Converters;
import dev.makemore.cli.syntax.Syntax;
import dev.makemore.model.learn.LearnerSettings;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;

/** What {@code train} can do with a neural net, beside the options that every command has. */
public final class NetOptions extends OptionGroup {

  private final Argument<@Nullable Path> plot;

  /**
   * Adds the options.
   *
   * @param learning the options under one of whose headings these are
   */
  public NetOptions(Syntax syntax, LearningOptions learning) {
    super(syntax, learning.headingOf("net"));
    plot =
        this.syntax.option(
            Path.class,
            OptionSpec.builder("--plot")
                .paramLabel("FILE")
                .converters(Converters::pathToWrite)
                .description(
                    "Draw the loss of each step, beside that of counting, into this SVG file."));
  }

  /** Refuses all these options. To be called if no net is to be trained. */
  public void checkNoneGiven() {
    plot.refuse("is for --model net, which is not given");
  }

  /**
   * The file to draw the loss into, if that is wanted. To be called before anything that takes
   * time.
   *
   * @param model the file that the model is saved to, which must be another one
   * @param force whether to replace any file
   * @throws Failure if the file can't be written
   */
  public Optional<OutputFile> plot(OutputFile model, boolean force, Console console) {
    Path path = plot.get();
    if (path == null) {
      return Optional.empty();
    }
    SaveOptions.requireName(plot);
    OutputFile file = new OutputFile(path, OutputFile.Kind.LOSS_CURVE, force, console);
    if (file.isSameAs(model)) {
      throw plot.wrong("is the file that the model is saved to; name another one");
    }
    file.check();
    return Optional.of(file);
  }

  /** A listener that shows on {@code progress} how far the training is. */
  public static NetProgress progress(Progress progress, LearnerSettings settings) {
    return new NetProgress(
        progress,
        settings.get(BigramNetLearner.STEPS),
        // The certificate of one mini-batch is only noise.
        settings.find(BigramNetLearner.BATCH_SIZE).isPresent()
            ? 0
            : settings.get(BigramNetLearner.TARGET));
  }
}
