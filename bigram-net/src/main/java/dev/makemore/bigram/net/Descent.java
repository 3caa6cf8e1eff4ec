package dev.makemore.bigram.net;

import dev.makemore.autograd.Value;
import dev.makemore.autograd.optim.Adam;
import dev.makemore.autograd.optim.GradientDescent;
import dev.makemore.autograd.optim.LearningRate;
import dev.makemore.autograd.optim.Optimizer;
import java.util.List;

/** The kinds of gradient descent: how a {@link BigramTrainer} turns gradients into steps. */
public enum Descent {
  /**
   * Gradient descent with momentum 0.9, in which the step of row c of the weights is scaled by 1 /
   * w_c, where w_c is the share of context c in the text. With mini-batches of n transitions w_c
   * counts as 1 / n at least, and an L2 penalty adds to w_c in proportion to the curvature that it
   * adds to the loss.
   *
   * <p>The loss is the sum over all contexts of w_c times the loss of that context alone. The scale
   * cancels w_c, so that a rare context learns as fast as a frequent one. The loss of a context
   * alone has a curvature of at most 1/2, so on the full batch the momentum method is stable near
   * the solution for a rate below 2 (1 + 0.9) / (1/2) = 7.6, with an L2 penalty too (Polyak, "Some
   * methods of speeding up the convergence of iteration methods", 1964). The default rate of 3 is
   * well below that. That says nothing of steps far from the solution, or on mini-batches.
   */
  ROW_SCALED_MOMENTUM(3) {
    @Override
    Optimizer optimizer(List<Value> weights, LearningRate rate, double[] rowScale) {
      return GradientDescent.of(weights, rate).withMomentum(0.9).withScale(rowScale);
    }
  },

  /**
   * Plain gradient descent: W -= rate times gradient, the form to learn first.
   *
   * <p>Without an L2 penalty, on the full batch:
   *
   * <ul>
   *   <li>A step never raises the loss if rate x w_c is at most 4 for every context c, because the
   *       curvature of a row is at most w_c / 2.
   *   <li>If the text has every pair, the steps near the solution come closer to it if rate x w_c x
   *       &lambda;_c is below 2 for every c, and lead away from it if it is above 2 for one. Here
   *       &lambda;_c is the largest eigenvalue of diag p - p p<sup>T</sup>, where p is the counted
   *       distribution after c. It is at most 1/2, and at most the largest probability in p.
   * </ul>
   *
   * <p>Page 6 of the guide, "How long may a step be?", derives both. The default rate of 50 works
   * well on the names, although it is above the first bound. Another text may need another rate.
   */
  PLAIN(50) {
    @Override
    Optimizer optimizer(List<Value> weights, LearningRate rate, double[] rowScale) {
      return GradientDescent.of(weights, rate);
    }
  },

  /** Adam (Kingma and Ba, 2015), which scales each weight's step by its past gradients. */
  ADAM(0.1) {
    @Override
    Optimizer optimizer(List<Value> weights, LearningRate rate, double[] rowScale) {
      return Adam.of(weights, rate);
    }
  };

  private final double defaultLearningRate;

  Descent(double defaultLearningRate) {
    this.defaultLearningRate = defaultLearningRate;
  }

  /** The learning rate on the full batch, unless another is given. */
  public double defaultLearningRate() {
    return defaultLearningRate;
  }

  abstract Optimizer optimizer(List<Value> weights, LearningRate rate, double[] rowScale);
}
