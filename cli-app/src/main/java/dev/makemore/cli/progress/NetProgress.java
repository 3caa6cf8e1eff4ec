package dev.makemore.cli.progress;

import dev.makemore.bigram.net.TrainingStep;
import java.util.Locale;

/**
 * Shows how far the training of a net is.
 *
 * <p>It ends after its last step, or as soon as its certificate, the total variation, is below the
 * target. That falls by about the same factor in every step, so its logarithm says how far it has
 * come; the bar shows whichever of the two is further. The time left is that of all steps, which is
 * an upper bound.
 */
public final class NetProgress {

  private final Progress progress;
  private final int maxSteps;
  private final double target;
  private double first;
  private double share;

  /**
   * A training of at most {@code maxSteps} steps.
   *
   * @param target the total variation that ends it; 0 if none does
   */
  public NetProgress(Progress progress, int maxSteps, double target) {
    this.progress = progress;
    this.maxSteps = maxSteps;
    this.target = target;
  }

  /** Takes the next step. */
  public void show(TrainingStep step) {
    if (step.step() == 0) {
      first = step.totalVariation();
    } else {
      progress.update(() -> text(step));
    }
  }

  private String text(TrainingStep step) {
    double steps = (double) step.step() / maxSteps;
    double certificate = step.shareOfTheWay(first, target);
    share = Math.max(share, Math.max(steps, certificate)); // the certificate may have a setback
    double left = progress.seconds() / step.step() * (maxSteps - step.step());
    return Progress.bar(
        share,
        String.format(
            Locale.ROOT,
            "step %,d, loss %.4f, at most %s left",
            step.step(),
            step.loss(),
            Amounts.time(left)));
  }
}
