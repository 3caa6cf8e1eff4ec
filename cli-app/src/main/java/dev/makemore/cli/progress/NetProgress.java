package dev.makemore.cli.progress;

import dev.makemore.bigram.net.BigramTrainer;
import dev.makemore.bigram.net.TrainingStep;

/**
 * Shows the progress of training a net.
 *
 * <p>Training ends after the last step, or as soon as its certificate, the total variation, is
 * below the target. The certificate falls by about the same factor in every step, so its logarithm
 * measures progress. The bar shows the larger of two shares, that of the steps and that of the
 * certificate. The time left is an upper bound: the time that all remaining steps would take.
 */
public final class NetProgress {

  private final Progress progress;
  private final int maxSteps;
  private final double target;
  private double first;
  private double share;

  /**
   * The progress of at most {@code maxSteps} steps.
   *
   * @param target the total variation that ends the training; 0 if only the last step does
   */
  public NetProgress(Progress progress, int maxSteps, double target) {
    this.progress = progress;
    this.maxSteps = maxSteps;
    this.target = target;
  }

  /** The progress of a training with the defaults of {@link BigramTrainer}. */
  public static NetProgress ofDefaults(Progress progress) {
    return new NetProgress(
        progress, BigramTrainer.DEFAULT_MAX_STEPS, BigramTrainer.DEFAULT_TARGET_TOTAL_VARIATION);
  }

  /** Shows the progress after {@code step}. */
  public void show(TrainingStep step) {
    if (step.step() == 0) {
      first = step.totalVariation();
    } else {
      progress.update(() -> text(step));
    }
  }

  private ProgressText text(TrainingStep step) {
    double steps = (double) step.step() / maxSteps;
    double certificate = step.shareOfTheWay(first, target);
    share = Math.max(share, Math.max(steps, certificate)); // the certificate may have a setback
    double left = progress.seconds() / step.step() * (maxSteps - step.step());
    return ProgressText.of(
        share,
        ProgressText.step(step.step()),
        ProgressText.loss(step.loss()),
        "at most " + Progress.time(left) + " left");
  }
}
