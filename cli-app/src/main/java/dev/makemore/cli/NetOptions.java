package dev.makemore.cli;

import dev.makemore.bigram.net.BigramTrainer;
import dev.makemore.bigram.net.Descent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How to train a net. */
final class NetOptions {

  private static final String STEPS = "--steps";
  private static final String TARGET = "--target";
  private static final String DESCENT = "--descent";
  private static final String LEARNING_RATE = "--learning-rate";
  private static final String L2 = "--l2";
  private static final String BATCH_SIZE = "--batch-size";
  private static final String SEED = "--seed";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = STEPS,
      paramLabel = "N",
      description = "Net: make at most N steps. Default: " + BigramTrainer.DEFAULT_MAX_STEPS + ".")
  private @Nullable Integer steps;

  @Option(
      names = TARGET,
      paramLabel = "TV",
      description =
          "Net: stop when the gradient certifies that no row is further than TV, in total variation,"
              + " from the one that counting gives; 0 makes all steps. Default: 0.0005.")
  private @Nullable Double target;

  @Option(
      names = DESCENT,
      paramLabel = "WAY",
      completionCandidates = DescentNames.class,
      description =
          "Net: turn gradients into steps by ${COMPLETION-CANDIDATES}. Default:"
              + " row-scaled-momentum.")
  private @Nullable Descent descent;

  @Option(
      names = LEARNING_RATE,
      paramLabel = "R",
      description = "Net: how far a step goes. Default: depends on --descent.")
  private @Nullable Double learningRate;

  @Option(
      names = L2,
      paramLabel = "S",
      description = "Net: add S times the mean of all squared weights to the loss. Default: 0.")
  private @Nullable Double l2;

  @Option(
      names = BATCH_SIZE,
      paramLabel = "N",
      description = "Net: take each step on N pairs drawn at random. Default: on all pairs.")
  private @Nullable Integer batchSize;

  @Option(
      names = SEED,
      paramLabel = "S",
      description = "Net: a whole number that decides what --batch-size draws. Default: 0.")
  private @Nullable Long seed;

  /** What {@code --descent} takes. */
  static final class DescentNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(Descent.values())
          .map(descent -> descent.name().toLowerCase(Locale.ROOT).replace('_', '-'))
          .iterator();
    }
  }

  /** Reads an option's value. */
  static Descent descent(String text) {
    List<String> names = new ArrayList<>();
    new DescentNames().forEach(names::add);
    String name = Options.oneOf(text, names.toArray(String[]::new));
    return Descent.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** Refuses any option where no net is trained. */
  void checkNoneGiven() {
    Stream.of(
            given(STEPS, steps),
            given(TARGET, target),
            given(DESCENT, descent),
            given(LEARNING_RATE, learningRate),
            given(L2, l2),
            given(BATCH_SIZE, batchSize),
            given(SEED, seed))
        .flatMap(Optional::stream)
        .findFirst()
        .ifPresent(option -> refuse(option + ": is for --model net, which is not given"));
  }

  private static Optional<String> given(String option, @Nullable Object value) {
    return Optional.ofNullable(value).map(any -> option);
  }

  private void refuse(String reason) {
    throw new ParameterException(spec.commandLine(), reason);
  }

  /** The trainer that the options describe. */
  BigramTrainer trainer() {
    if (seed != null && batchSize == null) {
      refuse(SEED + ": is for --batch-size, which is not given; nothing else is drawn");
    }
    BigramTrainer trainer = BigramTrainer.create();
    trainer = with(trainer, STEPS, steps, BigramTrainer::withMaxSteps);
    trainer = with(trainer, TARGET, target, BigramTrainer::withTargetTotalVariation);
    trainer = with(trainer, DESCENT, descent, BigramTrainer::withDescent); // and its learning rate
    trainer = with(trainer, LEARNING_RATE, learningRate, BigramTrainer::withLearningRate);
    trainer = with(trainer, L2, l2, BigramTrainer::withL2);
    long draw = seed == null ? 0 : seed;
    return with(trainer, BATCH_SIZE, batchSize, (t, size) -> t.withMiniBatches(size, draw));
  }

  private <T> BigramTrainer with(
      BigramTrainer trainer,
      String option,
      @Nullable T value,
      BiFunction<BigramTrainer, T, BigramTrainer> change) {
    return value == null
        ? trainer
        : Options.check(spec, option, () -> change.apply(trainer, value));
  }

  /** Shows on {@code progress} how far the trainer is. */
  NetProgress progress(Progress progress) {
    double end = target == null ? BigramTrainer.DEFAULT_TARGET_TOTAL_VARIATION : target;
    return new NetProgress(
        progress,
        steps == null ? BigramTrainer.DEFAULT_MAX_STEPS : steps,
        batchSize == null ? end : 0); // a mini-batch's own certificate is noise
  }
}
