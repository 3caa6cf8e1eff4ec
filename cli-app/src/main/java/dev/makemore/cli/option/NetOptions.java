package dev.makemore.cli.option;

import dev.makemore.bigram.net.BigramTrainer;
import dev.makemore.bigram.net.Descent;
import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.Failure;
import dev.makemore.cli.io.OutputFile;
import dev.makemore.cli.progress.NetProgress;
import dev.makemore.cli.progress.Progress;
import dev.makemore.cli.syntax.Argument;
import dev.makemore.cli.syntax.Converters;
import dev.makemore.cli.syntax.Heading;
import dev.makemore.cli.syntax.Syntax;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;

/** How to train a neural net. */
public final class NetOptions extends OptionGroup {

  private final Argument<@Nullable Integer> steps =
      syntax.option(
          Integer.class,
          "--steps=N",
          "Take at most N steps. Default: " + BigramTrainer.DEFAULT_MAX_STEPS + ".");

  private final Argument<@Nullable Double> target =
      syntax.option(
          Double.class,
          "--target=TV",
          "Stop when the gradient certifies that the total variation between each row"
              + " and the row that counting gives is at most TV; with 0, take all steps."
              + " Default: 0.0005.");

  private final Argument<@Nullable Descent> descent =
      syntax.option(
          Descent.class,
          "--descent=WAY",
          "How gradients become steps: ${COMPLETION-CANDIDATES}. Default:"
              + " row-scaled-momentum.");

  private final Argument<@Nullable Double> learningRate =
      syntax.option(
          Double.class, "--learning-rate=R", "How far a step goes. Default: depends on --descent.");

  private final Argument<@Nullable Double> l2 =
      syntax.option(
          Double.class,
          "--l2=S",
          "Add S times the mean of all squared weights to the loss. Default: 0.");

  private final Argument<@Nullable Integer> batchSize =
      syntax.option(
          Integer.class,
          "--batch-size=N",
          "Take each step on N pairs drawn at random. Default: all pairs.");

  private final Argument<@Nullable Long> seed =
      syntax.option(
          Long.class,
          "--seed=S",
          "A whole number that decides which pairs --batch-size draws. Default: 0.");

  private final Argument<@Nullable Path> plot =
      syntax.option(
          Path.class,
          OptionSpec.builder("--plot")
              .paramLabel("FILE")
              .converters(Converters::pathToWrite)
              .description(
                  "Draw the loss of each step, beside that of counting, into this SVG file."));

  public NetOptions(Syntax syntax) {
    super(syntax, Heading.NET);
  }

  /** Refuses all these options. To be called if no net is to be trained. */
  public void checkNoneGiven() {
    Stream.of(steps, target, descent, learningRate, l2, batchSize, seed, plot)
        .forEach(option -> option.refuse("is for --model net, which is not given"));
  }

  /** The trainer that the options describe. */
  public BigramTrainer trainer() {
    if (!batchSize.isGiven()) {
      seed.refuse("is for --batch-size, which is not given; only batches are drawn at random");
    }
    BigramTrainer trainer = BigramTrainer.create();
    trainer = with(trainer, steps, BigramTrainer::withMaxSteps);
    trainer = with(trainer, target, BigramTrainer::withTargetTotalVariation);
    trainer = with(trainer, descent, BigramTrainer::withDescent); // also sets a learning rate
    trainer = with(trainer, learningRate, BigramTrainer::withLearningRate);
    trainer = with(trainer, l2, BigramTrainer::withL2);
    long draw = seed.orElse(0L);
    return with(trainer, batchSize, (t, size) -> t.withMiniBatches(size, draw));
  }

  private static <T> BigramTrainer with(
      BigramTrainer trainer,
      Argument<@Nullable T> option,
      BiFunction<BigramTrainer, T, BigramTrainer> change) {
    T value = option.get();
    return value == null ? trainer : option.checked(() -> change.apply(trainer, value));
  }

  public boolean miniBatches() {
    return batchSize.isGiven();
  }

  /** The strength of the L2 penalty, 0 if there is none. */
  public double l2() {
    return l2.orElse(0.0);
  }

  /** The total variation at which training is to end. */
  public double target() {
    return target.orElse(BigramTrainer.DEFAULT_TARGET_TOTAL_VARIATION);
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
  public NetProgress progress(Progress progress) {
    return new NetProgress(
        progress,
        steps.orElse(BigramTrainer.DEFAULT_MAX_STEPS),
        batchSize.isGiven() ? 0 : target()); // the certificate of one mini-batch is only noise
  }
}
