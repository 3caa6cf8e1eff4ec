package dev.makemore.cli.report;

import dev.makemore.bigram.net.TrainingResult;
import dev.makemore.bigram.net.TrainingStep;
import dev.makemore.cli.table.Figures;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** What {@code train} says of a net: whether it is certified, and what more steps would do. */
public final class TrainingReport {

  /** Half a unit of the last digit that is printed of a loss. */
  private static final double NOT_SHOWN = 5e-7;

  private double startLoss = Double.NaN;
  private double lastLoss = Double.NaN;

  /** Notes where the training is. To be called at the start and after every step. */
  public void add(TrainingStep step) {
    startLoss = step.step() == 0 ? step.loss() : startLoss;
    lastLoss = step.loss();
  }

  /**
   * One line about the net that was trained.
   *
   * @param l2 the strength of the L2 penalty
   * @param target the total variation at which training was to end
   */
  public String line(TrainingResult result, double l2, double target) {
    String loss = String.format(Locale.ROOT, "%.6f", result.loss());
    String distance = distance(result.totalVariation());
    String format =
        switch (result.stop()) {
          case CERTIFIED ->
              "trained %s to a loss of %s; every row is certified to be within %s of" + " counting";
          case INTERRUPTED ->
              "interrupted after %s; the best net so far has a loss of %s, and a row may be"
                  + " %s from counting";
          case STEPS -> "trained %s to a loss of %s" + whatIsLeft(result, l2, target);
        };
    return String.format(
        Locale.ROOT, format, Figures.counted(result.steps(), "step"), loss, distance);
  }

  private String whatIsLeft(TrainingResult result, double l2, double target) {
    if (lastLoss > startLoss) {
      return String.format(
          Locale.ROOT,
          "; the last step was at %.4g, above the start; a lower --learning-rate may help; a row may"
              + " be %%s from counting",
          lastLoss);
    }
    if (l2 > 0) {
      return aboveItsMinimum(result, l2) < NOT_SHOWN
          ? ", which is the lowest with --l2; a row may be %s from counting, and more --steps do not"
              + " change that"
          : "; more --steps may lower it; --l2 keeps a row away from counting, now by %s at most";
    }
    return target == 0
        ? "; a row may be %s from counting"
        : "; not certified: a row may be %s from counting; more --steps may help";
  }

  /** By how much the loss is above its minimum, at most; {@link TrainingResult} says why. */
  private static double aboveItsMinimum(TrainingResult result, double l2) {
    double tokens = result.net().vocabulary().size();
    double curvature = 2 * l2 / (tokens * tokens);
    return result.gradientNorm() * result.gradientNorm() / (2 * curvature);
  }

  /** A distance that is not exceeded, rounded up: six digits after the point, or two in all. */
  private static String distance(double totalVariation) {
    BigDecimal exact = new BigDecimal(totalVariation);
    return totalVariation >= 1e-6
        ? exact.setScale(6, RoundingMode.CEILING).toPlainString()
        : exact.round(new MathContext(2, RoundingMode.CEILING)).toString();
  }
}
