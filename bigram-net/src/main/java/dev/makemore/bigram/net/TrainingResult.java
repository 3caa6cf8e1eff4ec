package dev.makemore.bigram.net;

/**
 * The result of training: a net, and how good it is. The loss, its gradient and the total variation
 * are those of the full batch at the net's weights.
 *
 * <p>With an L2 penalty the loss is least at another table than the counted one, and the gradient
 * tells how near that is. A loss whose curvature is at least m everywhere is at most
 * gradientNorm<sup>2</sup> / (2 m) above its minimum, and a penalty of strength s on V x V weights
 * has the curvature m = 2 s / V<sup>2</sup>.
 *
 * @param net the net with the certified weights, or else with the best that were seen
 * @param steps how many steps were made
 * @param loss the loss in nats: the average negative log likelihood, plus the L2 penalty if there
 *     is one
 * @param gradientNorm the 2-norm of the gradient of that loss
 * @param totalVariation the largest total variation, over all contexts that occur, between the
 *     net's row and the one that counting gives, as certified by the gradient
 * @param stop why training ended
 */
public record TrainingResult(
    BigramNet net, int steps, double loss, double gradientNorm, double totalVariation, Stop stop) {

  /** Why training ended. */
  public enum Stop {
    /** Every row is certified to be within the target of the counted one. */
    CERTIFIED,
    /** The steps ran out. */
    STEPS,
    /** The thread was interrupted. Its interrupt status is still set. */
    INTERRUPTED
  }
}
