package dev.makemore.bigram.net;

import dev.makemore.autograd.optim.LearningRate;
import dev.makemore.model.Transitions;
import dev.makemore.model.Vocabulary;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Trains a {@link BigramNet}.
 *
 * <p>Training minimizes the average negative log likelihood of a text. It starts from weights of 0,
 * which make every prediction uniform, and steps against the gradient that the tape finds. It ends
 * when the gradient certifies that every row is close enough to the one that counting gives (see
 * the package documentation), when the steps run out, or when its thread is interrupted. The net
 * has the certified weights, or else the best that were seen. It depends on nothing but the
 * settings, the text and an interruption.
 *
 * <p>Immutable: each {@code with} method returns a changed copy. The listener is called on the
 * thread that trains.
 */
public final class BigramTrainer {

  /** The largest vocabulary of a net: its V x V weights all stand on the tape. */
  public static final int MAX_VOCABULARY = 1_024;

  /** The largest number of steps, unless another is given. */
  public static final int DEFAULT_MAX_STEPS = 2_000;

  /** The total variation below which every row is close enough, unless another is given. */
  public static final double DEFAULT_TARGET_TOTAL_VARIATION = 5e-4;

  /** Turns the default settings into the ones of this trainer. */
  private final Consumer<Settings> changes;

  private BigramTrainer(Consumer<Settings> changes) {
    this.changes = changes;
  }

  /**
   * Row-scaled momentum on the full batch, until the total variation of every row is certified to
   * be below 0.0005, for at most 2,000 steps.
   */
  public static BigramTrainer create() {
    return new BigramTrainer(settings -> {});
  }

  /** This trainer with another kind of descent, at the default learning rate of that kind. */
  public BigramTrainer withDescent(Descent descent) {
    Objects.requireNonNull(descent, "descent");
    return with(
        settings -> {
          settings.descent = descent;
          settings.learningRate = null;
        });
  }

  /**
   * This trainer with a constant learning rate.
   *
   * @throws IllegalArgumentException if it is not a finite number > 0
   */
  public BigramTrainer withLearningRate(double rate) {
    return withLearningRate(LearningRate.constant(rate));
  }

  /** This trainer with a learning rate that changes from step to step. */
  public BigramTrainer withLearningRate(LearningRate rate) {
    Objects.requireNonNull(rate, "rate");
    return with(settings -> settings.learningRate = rate);
  }

  /**
   * This trainer making at most {@code maxSteps} steps.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public BigramTrainer withMaxSteps(int maxSteps) {
    check(maxSteps >= 0, "steps must be >= 0, was ", maxSteps);
    return with(settings -> settings.maxSteps = maxSteps);
  }

  /**
   * This trainer ending when the total variation of every row is certified to be below {@code
   * target}. At a target of 0 it makes all its steps.
   *
   * @throws IllegalArgumentException if it is negative or NaN
   */
  public BigramTrainer withTargetTotalVariation(double target) {
    check(target >= 0, "target total variation must be >= 0, was ", target);
    return with(settings -> settings.targetTotalVariation = target);
  }

  /**
   * This trainer learning from the text and {@code k} more of every pair, which leads to the table
   * of add-k smoothing.
   *
   * @throws IllegalArgumentException if k is not a finite number >= 0
   */
  public BigramTrainer withSmoothing(double k) {
    check(k >= 0 && Double.isFinite(k), "smoothing must be a finite number >= 0, was ", k);
    return with(settings -> settings.smoothing = k);
  }

  /**
   * This trainer with an L2 penalty: the loss grows by {@code strength} times the mean of all
   * squared weights. The penalty pulls the rows toward uniform, as smoothing does, but leads to
   * another table.
   *
   * @throws IllegalArgumentException if it is not a finite number >= 0
   */
  public BigramTrainer withL2(double strength) {
    check(
        strength >= 0 && Double.isFinite(strength),
        "L2 strength must be a finite number >= 0, was ",
        strength);
    return with(settings -> settings.l2 = strength);
  }

  /**
   * This trainer taking each step on {@code size} transitions drawn at random, with replacement.
   * Every 100 steps it measures the full batch, and only then decides whether to end and which
   * weights are the best. The gradients of mini-batches are noisy, so the default learning rate
   * starts at a tenth of that of the full batch and falls to 0 along a cosine.
   *
   * @param seed decides which transitions are drawn
   * @throws IllegalArgumentException if the size is less than 1
   */
  public BigramTrainer withMiniBatches(int size, long seed) {
    check(size >= 1, "batch size must be at least 1, was ", size);
    return with(
        settings -> {
          settings.batchSize = size;
          settings.batchSeed = seed;
        });
  }

  /**
   * This trainer starting from {@code weights}, V x V row by row, instead of zeros. {@link #train}
   * throws if their number is wrong.
   */
  public BigramTrainer withInitialWeights(double... weights) {
    double[] copy = weights.clone();
    return with(settings -> settings.initialWeights = copy);
  }

  /** This trainer starting from the weights of {@code net}, to train it further. */
  public BigramTrainer withInitialWeights(BigramNet net) {
    return withInitialWeights(net.weights());
  }

  /**
   * This trainer telling {@code listener} of the start and of every step. A trainer has one
   * listener: this one takes the place of any that was given before, here or to {@link
   * #withNetListener}.
   */
  public BigramTrainer withListener(Consumer<? super TrainingStep> listener) {
    Objects.requireNonNull(listener, "listener");
    return withNetListener((step, net) -> listener.accept(step));
  }

  /**
   * This trainer telling {@code listener} of the start and of every step, with a supplier of the
   * net at that step:
   *
   * {@snippet class="dev.makemore.bigram.net.TourTest" region="watch"}
   *
   * <p>The supplier makes a net whenever it is asked, in time and memory in proportion to V x V.
   * Where it is not asked, nothing is copied. It works until the listener returns, on the thread
   * that trains, and throws {@link IllegalStateException} afterwards and on other threads. The nets
   * may be kept. If a weight is not a finite number any more, the supplier throws {@link
   * TrainingDivergedException}, which ends the training unless the listener catches it.
   *
   * <p>A trainer has one listener: this one takes the place of any that was given before, here or
   * to {@link #withListener}.
   */
  public BigramTrainer withNetListener(
      BiConsumer<? super TrainingStep, ? super Supplier<BigramNet>> listener) {
    Objects.requireNonNull(listener, "listener");
    return with(settings -> settings.listener = listener);
  }

  /**
   * Trains a net on {@code text}. Cost: a step takes time and memory in proportion to V x V, and
   * with mini-batches also time in proportion to their size.
   *
   * @throws IllegalArgumentException if the text is empty, has more than {@link #MAX_VOCABULARY}
   *     tokens, does not fit the initial weights, or visits something that is not a transition; or
   *     if the loss of the initial weights is not finite
   * @throws TrainingDivergedException if the loss is not finite, or if after 100 steps or more it
   *     is above the loss at the start; with mini-batches, which may lose a good start again, it
   *     must also be above ln V, the loss of a uniform model
   */
  public TrainingResult train(Transitions text) {
    Vocabulary vocabulary = text.vocabulary();
    int size = vocabulary.size();
    if (size > MAX_VOCABULARY) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a net holds at most %,d tokens, and the text has %,d; use the count model",
              MAX_VOCABULARY,
              size));
    }
    Settings settings = new Settings();
    changes.accept(settings);
    double[] start = settings.initialWeights;
    BigramNet net = BigramNet.of(vocabulary, start == null ? new double[size * size] : start);
    return new Training(settings, net, Batch.of(text, settings.smoothing)).run();
  }

  private BigramTrainer with(Consumer<Settings> change) {
    return new BigramTrainer(changes.andThen(change));
  }

  private static void check(boolean condition, String message, Number value) {
    if (!condition) {
      throw new IllegalArgumentException(message + value);
    }
  }
}
