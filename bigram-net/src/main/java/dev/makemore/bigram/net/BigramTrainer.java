package dev.makemore.bigram.net;

import dev.makemore.autograd.optim.LearningRate;
import dev.makemore.model.Transitions;
import dev.makemore.model.Vocabulary;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Trains a {@link BigramNet}.
 *
 * <p>Training minimises the average negative log likelihood of a text. It starts from weights of 0
 * (every prediction uniform) and steps against the gradient that the tape engine finds, until the
 * gradient certifies that every row is close enough to the one that counting gives (see the package
 * documentation), or the steps run out, or its thread is interrupted. Then it returns the best
 * weights. What comes out depends on the settings and the text alone.
 *
 * <p>Immutable: each {@code with} method returns a changed copy.
 */
public final class BigramTrainer {

  /** The largest vocabulary of a net: its V x V weights all stand on the tape. */
  public static final int MAX_VOCABULARY = 1_024;

  /** How many steps are made at most, where nothing else is said. */
  public static final int DEFAULT_MAX_STEPS = 2_000;

  /** The total variation below which every row is good enough, where nothing else is said. */
  public static final double DEFAULT_TARGET_TOTAL_VARIATION = 5e-4;

  private final Settings settings; // never changed after the constructor

  private BigramTrainer(Settings settings) {
    this.settings = settings;
  }

  /**
   * Row-scaled momentum on the full batch, until the total variation of every row is certified to
   * be below 0.0005, for at most 2,000 steps.
   */
  public static BigramTrainer create() {
    return new BigramTrainer(new Settings());
  }

  /** This trainer with another way to step, at that way's own learning rate. */
  public BigramTrainer withDescent(Descent descent) {
    return with(
        copy -> {
          copy.descent = descent;
          copy.learningRate = null;
        });
  }

  /** This trainer with a constant learning rate, a finite number > 0. */
  public BigramTrainer withLearningRate(double rate) {
    return withLearningRate(LearningRate.constant(rate));
  }

  /** This trainer with a learning rate that changes from step to step. */
  public BigramTrainer withLearningRate(LearningRate rate) {
    return with(copy -> copy.learningRate = rate);
  }

  /**
   * This trainer making at most {@code maxSteps} steps.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public BigramTrainer withMaxSteps(int maxSteps) {
    check(maxSteps >= 0, "steps must be >= 0, was ", maxSteps);
    return with(copy -> copy.maxSteps = maxSteps);
  }

  /**
   * This trainer stopping when the total variation of every row is certified to be below {@code
   * target}; at 0 it makes all its steps.
   *
   * @throws IllegalArgumentException if it is negative or NaN
   */
  public BigramTrainer withTargetTotalVariation(double target) {
    check(target >= 0, "target total variation must be >= 0, was ", target);
    return with(copy -> copy.targetTotalVariation = target);
  }

  /**
   * This trainer learning from the text and {@code k} more of every pair. What it arrives at is
   * add-k smoothing.
   *
   * @throws IllegalArgumentException if k is not a finite number >= 0
   */
  public BigramTrainer withSmoothing(double k) {
    check(k >= 0 && Double.isFinite(k), "smoothing must be a finite number >= 0, was ", k);
    return with(copy -> copy.smoothing = k);
  }

  /**
   * This trainer with {@code strength} times the mean of all squared weights added to the loss. It
   * pulls the rows towards uniform, as smoothing does, but is not the same thing.
   *
   * @throws IllegalArgumentException if it is not a finite number >= 0
   */
  public BigramTrainer withL2(double strength) {
    check(
        strength >= 0 && Double.isFinite(strength),
        "L2 strength must be a finite number >= 0, was ",
        strength);
    return with(copy -> copy.l2 = strength);
  }

  /**
   * This trainer taking each step on {@code size} transitions drawn at random, with replacement.
   * Every 100 steps it measures the full batch, and only then decides whether to stop and which
   * weights are best. Gradients of mini-batches are noisy, so the learning rate, if none is given,
   * starts at a tenth of that of the full batch and falls to 0 along a cosine.
   *
   * @param seed decides what is drawn
   * @throws IllegalArgumentException if the size is less than 1
   */
  public BigramTrainer withMiniBatches(int size, long seed) {
    check(size >= 1, "batch size must be at least 1, was ", size);
    return with(
        copy -> {
          copy.batchSize = size;
          copy.batchSeed = seed;
        });
  }

  /**
   * This trainer starting from {@code weights}, V x V row by row, instead of zeros. A wrong number
   * of them is an error when training starts.
   */
  public BigramTrainer withInitialWeights(double... weights) {
    return with(copy -> copy.initialWeights = weights.clone());
  }

  /** This trainer starting from the weights of {@code net}, to train it further. */
  public BigramTrainer withInitialWeights(BigramNet net) {
    return withInitialWeights(net.weights());
  }

  /** This trainer telling {@code listener} of the start and of every step, on the same thread. */
  public BigramTrainer withListener(Consumer<? super TrainingStep> listener) {
    return with(copy -> copy.listener = listener);
  }

  /**
   * Trains a net on {@code text}. Cost: a step takes time and memory in proportion to V x V, and
   * with mini-batches time in proportion to their size too.
   *
   * @throws IllegalArgumentException if the text is empty, has more than {@link #MAX_VOCABULARY}
   *     tokens, or does not fit the initial weights, or visits what is no transition
   * @throws TrainingDivergedException if the loss is not finite, or is above its start after 100
   *     steps; with mini-batches, where a good start may well be lost again, above ln V too
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
    double[] start = settings.initialWeights;
    BigramNet net = BigramNet.of(vocabulary, start == null ? new double[size * size] : start);
    return new Training(settings, net, Examples.of(text, settings.smoothing)).run();
  }

  private BigramTrainer with(Consumer<Settings> change) {
    Settings copy = settings.copy();
    change.accept(copy);
    return new BigramTrainer(copy);
  }

  private static void check(boolean condition, String message, double value) {
    if (!condition) {
      throw new IllegalArgumentException(message + value);
    }
  }
}
