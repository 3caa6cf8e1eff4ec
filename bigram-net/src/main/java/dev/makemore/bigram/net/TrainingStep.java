package dev.makemore.bigram.net;

/**
 * Where a training stands after some steps, as a listener gets it.
 *
 * @param step how many steps were made; 0 is the start
 * @param loss the loss at the present weights, in nats: the average negative log likelihood, and
 *     the L2 penalty if there is one; of the mini-batch where there are mini-batches
 * @param gradientNorm the 2-norm of the gradient of that loss
 * @param totalVariation the largest total variation, over all contexts seen, between the net's row
 *     and the one that counting the same batch gives: certified by the gradient
 */
public record TrainingStep(int step, double loss, double gradientNorm, double totalVariation) {}
