package dev.makemore.bigram.net;

import dev.makemore.autograd.Value;
import dev.makemore.autograd.optim.Adam;
import dev.makemore.autograd.optim.GradientDescent;
import dev.makemore.autograd.optim.LearningRate;
import dev.makemore.autograd.optim.Optimizer;
import java.util.List;

/** How a {@link BigramTrainer} turns gradients into steps. */
public enum Descent {
  /**
   * Gradient descent with momentum 0.9, where row c of the weights takes a step scaled by 1 / w_c,
   * and w_c is the share of context c in the text (of mini-batches of n transitions, 1 / n at
   * least; an L2 penalty adds to it what it adds to the curvature).
   *
   * <p>The loss is a sum over contexts of w_c times the loss of that context alone; the scale takes
   * w_c out again, so that a rare context learns as fast as a frequent one. A row's loss has a
   * curvature of at most 1/2, so the momentum method is stable near the solution for a rate below 2
   * (1 + 0.9) / (1/2) = 7.6 (Polyak, "Some methods of speeding up the convergence of iteration
   * methods", 1964). The default is well below that.
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
   * <p>Guaranteed stable while rate x w_c x (the largest probability after c) is below 4 for every
   * context c. The default does well on names; another text can need another rate.
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

  /** The learning rate that is used on the full batch where none is given. */
  public double defaultLearningRate() {
    return defaultLearningRate;
  }

  abstract Optimizer optimizer(List<Value> weights, LearningRate rate, double[] rowScale);
}
