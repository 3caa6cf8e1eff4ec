package dev.makemore.autograd.optim;

/**
 * The learning rate at each step of an optimizer. The optimizer counts its steps from 0, and throws
 * an exception if a rate is not a finite number &gt;= 0.
 *
 * <p>These are built in. In the formulas, t rises evenly from 0 at step 0 to 1 at step {@code
 * steps}, and stays 1 from then on:
 *
 * <ul>
 *   <li>{@link #constant constant}: rate
 *   <li>{@link #linear linear}: first + (last - first) t
 *   <li>{@link #exponential exponential}: first &times; factor<sup>step</sup>
 *   <li>{@link #cosine cosine}: last + (first - last) (1 + cos &pi;t) / 2
 * </ul>
 *
 * <p>Their rates must be finite and &gt; 0, though the last rate may be 0. All other rates are an
 * {@link IllegalArgumentException}.
 */
@FunctionalInterface
public interface LearningRate {

  /** The rate at a step, counted from 0. */
  double at(long step);

  /** The same rate at every step. */
  static LearningRate constant(double rate) {
    Requirements.positive("learning rate", rate);
    return step -> rate;
  }

  /** From one rate to another in equal differences, within a number of steps, at least 1. */
  static LearningRate linear(double first, double last, long steps) {
    Requirements.positive("first learning rate", first);
    Requirements.notNegative("last learning rate", last);
    Requirements.steps(steps);
    return step -> first + (last - first) * Math.min(1, (double) step / steps);
  }

  /** A rate multiplied by the same factor, more than 0 and at most 1, at every step. */
  static LearningRate exponential(double first, double factor) {
    Requirements.positive("first learning rate", first);
    if (!(factor > 0 && factor <= 1)) {
      throw new IllegalArgumentException("decay factor must be > 0 and <= 1, was " + factor);
    }
    return step -> first * StrictMath.pow(factor, (double) step);
  }

  /**
   * From one rate to another along half a period of a cosine, within a number of steps, at least 1
   * (I. Loshchilov and F. Hutter, "SGDR: Stochastic Gradient Descent with Warm Restarts", 2017,
   * equation 5, without restarts).
   */
  static LearningRate cosine(double first, double last, long steps) {
    Requirements.positive("first learning rate", first);
    Requirements.notNegative("last learning rate", last);
    Requirements.steps(steps);
    return step -> {
      double t = Math.min(1, (double) step / steps);
      return last + (first - last) * (1 + StrictMath.cos(Math.PI * t)) / 2;
    };
  }
}
