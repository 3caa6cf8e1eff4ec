package dev.makemore.bigram.net;

import dev.makemore.autograd.optim.LearningRate;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one run of training: new ones hold the defaults, and the trainer changes them.
 */
final class Settings {

  Descent descent = Descent.ROW_SCALED_MOMENTUM;
  @Nullable LearningRate learningRate; // null: the default, see learningRate()
  int maxSteps = BigramTrainer.DEFAULT_MAX_STEPS;
  double targetTotalVariation = BigramTrainer.DEFAULT_TARGET_TOTAL_VARIATION;
  double smoothing;
  double l2;
  int batchSize; // 0: the full batch
  long batchSeed;
  double @Nullable [] initialWeights; // null: zeros
  BiConsumer<? super TrainingStep, ? super Supplier<BigramNet>> listener = (step, net) -> {};

  boolean miniBatches() {
    return batchSize > 0;
  }

  /** The rate that was given, or else the descent's own, which mini-batches lower and let fall. */
  LearningRate learningRate() {
    if (learningRate != null) {
      return learningRate;
    }
    double full = descent.defaultLearningRate();
    return miniBatches()
        ? LearningRate.cosine(full / 10, 0, Math.max(1, maxSteps))
        : LearningRate.constant(full);
  }

  /**
   * The scale of each weight's step: 1 / w_c in row c, so that the curvature of each row's loss is
   * at most 1/2.
   *
   * <p>A penalty of l2 / V^2 times W^2 adds 2 l2 / V^2 to a curvature of w_c / 2 at most, so it
   * counts as 4 l2 / V^2 more of w_c. A context that is expected less than once in a mini-batch is
   * scaled as if it were expected once. A context that never occurs has no gradient to scale.
   *
   * @param contextShares w_c for each of the V contexts
   */
  double[] rowScale(double... contextShares) {
    double smallestShare = miniBatches() ? 1.0 / batchSize : 0;
    int size = contextShares.length;
    double[] scale = new double[size * size];
    for (int i = 0; i < scale.length; i++) {
      double share = Math.max(contextShares[i / size], smallestShare);
      double curvature = share + 4 * l2 / scale.length;
      scale[i] = curvature == 0 ? 1 : 1 / curvature;
    }
    return scale;
  }
}
