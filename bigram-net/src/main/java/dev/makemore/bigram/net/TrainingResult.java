package dev.makemore.bigram.net;

/**
 * What came out of a training: the net, and how far it got. All figures are of the full batch, at
 * the net's weights.
 *
 * @param net the net with the certified weights, or else with the best that were seen
 * @param steps how many steps were made
 * @param loss its loss in nats: the average negative log likelihood, and the L2 penalty if there is
 *     one
 * @param totalVariation the largest total variation, over all contexts seen, between the net's row
 *     and the one that counting gives: certified by the gradient
 * @param stop why training ended
 */
public record TrainingResult(
    BigramNet net, int steps, double loss, double totalVariation, Stop stop) {

  /** Why a training ended. */
  public enum Stop {
    /** Every row is certified to be as close to the counted one as was asked for. */
    CERTIFIED,
    /** The steps ran out. */
    STEPS,
    /** The thread was interrupted. Its interrupt status is still set. */
    INTERRUPTED
  }
}
