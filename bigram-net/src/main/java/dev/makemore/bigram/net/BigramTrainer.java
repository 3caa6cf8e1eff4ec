package dev.makemore.bigram.net;

import dev.makemore.autograd.optim.LearningRate;
import dev.makemore.model.Transitions;
import dev.makemore.model.Vocabulary;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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

  // Set by with() before anyone else sees the copy, and never again.
  private Descent descent = Descent.ROW_SCALED_MOMENTUM;
  private @Nullable LearningRate learningRate;
  private int maxSteps = 2_000;
  private double targetTotalVariation = 5e-4;
  private double smoothing;
  private double l2;
  private int batchSize; // 0: the full batch
  private long batchSeed;
  private double @Nullable [] initialWeights;
  private Consumer<? super TrainingStep> listener = step -> {};

  private BigramTrainer() {}

  /**
   * Row-scaled momentum on the full batch, until the total variation of every row is certified to
   * be below 0.0005, for at most 2,000 steps.
   */
  public static BigramTrainer create() {
    return new BigramTrainer();
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
   * This trainer taking each step on {@code size} transitions drawn at random, with replacement. On
   * the full batch it looks only every 100 steps, to see whether to stop and which weights are
   * best. Gradients of mini-batches are noisy: let the learning rate fall to 0.
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

  /** This trainer telling {@code listener} of the start and of every step, on the same thread. */
  public BigramTrainer withListener(Consumer<? super TrainingStep> listener) {
    return with(copy -> copy.listener = listener);
  }

  /**
   * Trains a net on {@code text}. Cost: a step takes time and memory in proportion to V x V.
   *
   * @throws IllegalArgumentException if the text is empty, has more than {@link #MAX_VOCABULARY}
   *     tokens, or does not fit the initial weights
   * @throws TrainingDivergedException if the loss is not finite, or after 100 steps above its start
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
    double[] start = initialWeights == null ? new double[size * size] : initialWeights;
    BigramNet net = BigramNet.of(vocabulary, start);
    return new Training(this, net, Examples.of(text, smoothing)).run();
  }

  Descent descent() {
    return descent;
  }

  LearningRate learningRate() {
    return learningRate == null
        ? LearningRate.constant(descent.defaultLearningRate())
        : learningRate;
  }

  int maxSteps() {
    return maxSteps;
  }

  double targetTotalVariation() {
    return targetTotalVariation;
  }

  double l2() {
    return l2;
  }

  /** 0 for the full batch. */
  int batchSize() {
    return batchSize;
  }

  long batchSeed() {
    return batchSeed;
  }

  Consumer<? super TrainingStep> listener() {
    return listener;
  }

  private BigramTrainer with(Consumer<BigramTrainer> change) {
    BigramTrainer copy = new BigramTrainer();
    copy.descent = descent;
    copy.learningRate = learningRate;
    copy.maxSteps = maxSteps;
    copy.targetTotalVariation = targetTotalVariation;
    copy.smoothing = smoothing;
    copy.l2 = l2;
    copy.batchSize = batchSize;
    copy.batchSeed = batchSeed;
    copy.initialWeights = initialWeights;
    copy.listener = listener;
    change.accept(copy);
    return copy;
  }

  private static void check(boolean condition, String message, double value) {
    if (!condition) {
      throw new IllegalArgumentException(message + value);
    }
  }
}
