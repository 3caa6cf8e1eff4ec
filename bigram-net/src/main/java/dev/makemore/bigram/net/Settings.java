package dev.makemore.bigram.net;

import dev.makemore.autograd.optim.LearningRate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a {@link BigramTrainer} holds: filled in before it is made, and not changed after. */
final class Settings {

  Descent descent = Descent.ROW_SCALED_MOMENTUM;
  @Nullable LearningRate learningRate; // null: the default of the descent
  int maxSteps = BigramTrainer.DEFAULT_MAX_STEPS;
  double targetTotalVariation = BigramTrainer.DEFAULT_TARGET_TOTAL_VARIATION;
  double smoothing;
  double l2;
  int batchSize; // 0: the full batch
  long batchSeed;
  double @Nullable [] initialWeights; // null: zeros
  Consumer<? super TrainingStep> listener = step -> {};

  Settings copy() {
    Settings copy = new Settings();
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
    return copy;
  }

  boolean miniBatches() {
    return batchSize > 0;
  }

  LearningRate learningRate() {
    if (learningRate != null) {
      return learningRate;
    }
    double full = descent.defaultLearningRate();
    return miniBatches()
        ? LearningRate.cosine(full / 10, 0, Math.max(1, maxSteps))
        : LearningRate.constant(full);
  }
}
