package dev.makemore.bigram.net;

import dev.makemore.autograd.optim.LearningRate;
import java.util.function.Consumer;
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
  Consumer<? super TrainingStep> listener = step -> {};

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

  /** The smallest share that a context can have in a batch in which it occurs. */
  double smallestShare() {
    return miniBatches() ? 1.0 / batchSize : 0;
  }
}
