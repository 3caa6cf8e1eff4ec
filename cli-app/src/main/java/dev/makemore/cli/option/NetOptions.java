package dev.makemore.cli.option;

import dev.makemore.bigram.net.BigramTrainer;
import dev.makemore.bigram.net.Descent;
import dev.makemore.cli.progress.NetProgress;
import dev.makemore.cli.progress.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;

/** How to train a net. */
public final class NetOptions extends OptionGroup {

  /** What {@code --descent} takes. */
  private static final List<String> DESCENTS =
      Arrays.stream(Descent.values())
          .map(descent -> descent.name().toLowerCase(Locale.ROOT).replace('_', '-'))
          .toList();

  private final Argument<@Nullable Integer> steps =
      arguments.option(
          Integer.class,
          OptionSpec.builder("--steps")
              .paramLabel("N")
              .description(
                  "Net: make at most N steps. Default: " + BigramTrainer.DEFAULT_MAX_STEPS + "."));

  private final Argument<@Nullable Double> target =
      arguments.option(
          Double.class,
          OptionSpec.builder("--target")
              .paramLabel("TV")
              .description(
                  "Net: stop when the gradient certifies that no row is further than TV, in total"
                      + " variation, from the one that counting gives; 0 makes all steps."
                      + " Default: 0.0005."));

  private final Argument<@Nullable Descent> descent =
      arguments.option(
          Descent.class,
          OptionSpec.builder("--descent")
              .paramLabel("WAY")
              .converters(NetOptions::descent)
              .completionCandidates(DESCENTS)
              .description(
                  "Net: turn gradients into steps by ${COMPLETION-CANDIDATES}. Default:"
                      + " row-scaled-momentum."));

  private final Argument<@Nullable Double> learningRate =
      arguments.option(
          Double.class,
          OptionSpec.builder("--learning-rate")
              .paramLabel("R")
              .description("Net: how far a step goes. Default: depends on --descent."));

  private final Argument<@Nullable Double> l2 =
      arguments.option(
          Double.class,
          OptionSpec.builder("--l2")
              .paramLabel("S")
              .description(
                  "Net: add S times the mean of all squared weights to the loss. Default: 0."));

  private final Argument<@Nullable Integer> batchSize =
      arguments.option(
          Integer.class,
          OptionSpec.builder("--batch-size")
              .paramLabel("N")
              .description(
                  "Net: take each step on N pairs drawn at random. Default: on all pairs."));

  private final Argument<@Nullable Long> seed =
      arguments.option(
          Long.class,
          OptionSpec.builder("--seed")
              .paramLabel("S")
              .description(
                  "Net: a whole number that decides what --batch-size draws. Default: 0."));

  public NetOptions(Arguments arguments) {
    super(arguments);
  }

  /** Reads an option's value. */
  private static Descent descent(String text) {
    String name = Converters.oneOf(text, DESCENTS.toArray(String[]::new));
    return Descent.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** Refuses any option where no net is trained. */
  public void checkNoneGiven() {
    Stream.of(steps, target, descent, learningRate, l2, batchSize, seed)
        .forEach(option -> option.refuse("is for --model net, which is not given"));
  }

  /** The trainer that the options describe. */
  public BigramTrainer trainer() {
    if (!batchSize.isGiven()) {
      seed.refuse("is for --batch-size, which is not given; nothing else is drawn");
    }
    BigramTrainer trainer = BigramTrainer.create();
    trainer = with(trainer, steps, BigramTrainer::withMaxSteps);
    trainer = with(trainer, target, BigramTrainer::withTargetTotalVariation);
    trainer = with(trainer, descent, BigramTrainer::withDescent); // and its learning rate
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

  /** Shows on {@code progress} how far the trainer is. */
  public NetProgress progress(Progress progress) {
    double end = target.orElse(BigramTrainer.DEFAULT_TARGET_TOTAL_VARIATION);
    return new NetProgress(
        progress,
        steps.orElse(BigramTrainer.DEFAULT_MAX_STEPS),
        batchSize.isGiven() ? 0 : end); // a mini-batch's own certificate is noise
  }
}
