package dev.makemore.bigram.net;

/**
 * Where training stands after a number of steps. A {@link BigramTrainer} tells its listener. With
 * mini-batches, all figures are those of the mini-batch at hand, and at the end those of all text.
 *
 * @param step how many steps were made; 0 at the start
 * @param loss the loss at the present weights, in nats: the average negative log likelihood, plus
 *     the L2 penalty if there is one
 * @param gradientNorm the 2-norm of the gradient of that loss
 * @param totalVariation the largest total variation, over all contexts that occur, between the
 *     net's row and the one that counting gives, as certified by the gradient
 */
public record TrainingStep(int step, double loss, double gradientNorm, double totalVariation) {

  /**
   * How much of the way from one total variation to another is done: 0 at the start, 1 at the
   * target, beyond either if the total variation is. It is measured in orders of magnitude, since
   * every step divides the total variation by about the same factor.
   *
   * @param start the total variation at the start, > 0
   * @param target the total variation at which training ends; for 0, which it never falls below,
   *     the result is 0
   */
  public double shareOfTheWay(double start, double target) {
    return target > 0 ? Math.log(totalVariation / start) / Math.log(target / start) : 0;
  }
}
