package dev.makemore.bigram.net;

import dev.makemore.model.learn.Learner;
import dev.makemore.model.learn.LearnerOption;
import dev.makemore.model.learn.LearnerSettings;
import dev.makemore.model.learn.LearningListener;
import dev.makemore.model.learn.TrainingText;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/**
 * Learns a {@link BigramNet}: the learner {@code net}.
 *
 * <p>This is a service that {@link dev.makemore.model.learn.Learners} finds. To train in Java, use
 * {@link BigramTrainer}, which says more about the training.
 */
public final class BigramNetLearner implements Learner {

  /** The largest number of steps. */
  public static final LearnerOption<Integer> STEPS =
      LearnerOption.wholeNumber("steps", BigramTrainer.DEFAULT_MAX_STEPS, "Take at most N steps.")
          .require("must be >= 0", n -> n >= 0);

  /** The total variation below which every row is close enough. */
  public static final LearnerOption<Double> TARGET =
      LearnerOption.number(
              "target",
              BigramTrainer.DEFAULT_TARGET_TOTAL_VARIATION,
              "Stop when the gradient certifies that the total variation between each row and the"
                  + " row that counting gives is at most X; with 0, take all steps.")
          .require("must be >= 0", x -> x >= 0);

  /** How gradients become steps: a constant of {@link Descent}, in lower case with hyphens. */
  public static final LearnerOption<String> DESCENT =
      LearnerOption.choice(
          "descent", "How gradients become steps.", "row-scaled-momentum", "plain", "adam");

  /** The learning rate. By default, that of the descent. */
  public static final LearnerOption<Double> LEARNING_RATE =
      LearnerOption.number(
              "learning-rate", 1, "How far a step goes. Default: depends on --descent.")
          .require("must be a finite number > 0", x -> x > 0 && Double.isFinite(x))
          .withoutDefault();

  /** The strength of the L2 penalty. */
  public static final LearnerOption<Double> L2 =
      LearnerOption.number("l2", 0, "Add X times the mean of all squared weights to the loss.")
          .require("must be a finite number >= 0", x -> x >= 0 && Double.isFinite(x));

  /** The number of pairs of a mini-batch. By default, each step is on all pairs. */
  public static final LearnerOption<Integer> BATCH_SIZE =
      LearnerOption.wholeNumber(
              "batch-size", 1, "Take each step on N pairs drawn at random. Default: all pairs.")
          .require("must be at least 1", n -> n >= 1)
          .withoutDefault();

  /** Decides which pairs a mini-batch has. */
  public static final LearnerOption<Long> SEED =
      LearnerOption.longNumber(
          "seed", 0, "A whole number that decides which pairs --batch-size draws.");

  /** The k of add-k smoothing, to whose table the training leads. */
  public static final LearnerOption<Double> SMOOTHING =
      LearnerOption.number("smoothing", 0, "Act as if every pair had occurred X times more.")
          .require("must be >= 0", k -> k >= 0);

  /** For the service loader. */
  public BigramNetLearner() {}

  @Override
  public String name() {
    return "net";
  }

  @Override
  public String summary() {
    return "trains a neural net, which ends up with the same table";
  }

  @Override
  public List<LearnerOption<?>> options() {
    return List.of(STEPS, TARGET, DESCENT, LEARNING_RATE, L2, BATCH_SIZE, SEED, SMOOTHING);
  }

  /**
   * Refuses a seed for steps on all pairs.
   *
   * @throws IllegalArgumentException if there is a seed and no size of mini-batches
   */
  @Override
  public void check(LearnerSettings settings) {
    if (settings.isChosen(SEED) && settings.find(BATCH_SIZE).isEmpty()) {
      throw new IllegalArgumentException(
          "'seed' is for 'batch-size', which is not given; only batches are drawn at random");
    }
  }

  /** The trainer that the settings describe. */
  public static BigramTrainer trainer(LearnerSettings settings) {
    String descent = settings.get(DESCENT).toUpperCase(Locale.ROOT).replace('-', '_');
    BigramTrainer trainer =
        BigramTrainer.create()
            .withMaxSteps(settings.get(STEPS))
            .withTargetTotalVariation(settings.get(TARGET))
            .withDescent(Descent.valueOf(descent)) // also sets a learning rate
            .withL2(settings.get(L2))
            .withSmoothing(settings.get(SMOOTHING));
    trainer = with(trainer, settings, LEARNING_RATE, BigramTrainer::withLearningRate);
    long seed = settings.get(SEED);
    return with(trainer, settings, BATCH_SIZE, (t, size) -> t.withMiniBatches(size, seed));
  }

  private static <T> BigramTrainer with(
      BigramTrainer trainer,
      LearnerSettings settings,
      LearnerOption<T> option,
      BiFunction<BigramTrainer, T, BigramTrainer> change) {
    return settings.find(option).map(value -> change.apply(trainer, value)).orElse(trainer);
  }

  /**
   * Trains a net. The listener is told of the start and of each step; if it ends the training, the
   * result is the best net so far.
   *
   * @throws IllegalArgumentException if the text has too many characters for a net, see {@link
   *     BigramTrainer#MAX_VOCABULARY}
   * @throws TrainingDivergedException if the loss is above its start after many steps
   */
  @Override
  public BigramNet learn(TrainingText text, LearnerSettings settings, LearningListener listener) {
    NetShare share =
        new NetShare(
            settings.get(STEPS), settings.find(BATCH_SIZE).isPresent() ? 0 : settings.get(TARGET));
    boolean[] ended = {false};
    BigramTrainer trainer =
        trainer(settings)
            .withListener(
                step -> {
                  if (!ended[0] && !listener.goOn(share.after(step), step.step(), step.loss())) {
                    ended[0] = true;
                    Thread.currentThread().interrupt(); // the trainer then stops
                  }
                });
    try {
      return trainer.train(text.transitions()).net();
    } finally {
      if (ended[0]) {
        Thread.interrupted(); // nobody else has interrupted this thread
      }
    }
  }

  /**
   * How much of a training is done: the larger of the share of the steps and of the share of the
   * way to the certificate, which falls by about the same factor in every step.
   */
  private static final class NetShare {
    private final int maxSteps;
    private final double target; // 0 for mini-batches, whose certificates are only noise
    private double first;
    private double share;

    NetShare(int maxSteps, double target) {
      this.maxSteps = maxSteps;
      this.target = target;
    }

    /** The share after a step. It never falls, though the certificate may have a setback. */
    double after(TrainingStep step) {
      if (step.step() == 0) {
        first = step.totalVariation();
        return 0;
      }
      double certificate = step.shareOfTheWay(first, target);
      share = Math.max(share, Math.max((double) step.step() / maxSteps, certificate));
      return Math.min(1, share);
    }
  }
}
