package dev.makemore.autograd.optim;

/**
 * How large a step to take at which step. An optimiser counts its steps from 0 and refuses a rate
 * that is not a finite number &gt;= 0.
 *
 * <p>The rates here are, with t going from 0 at step 0 to 1 at step {@code steps} and staying
 * there:
 *
 * <ul>
 *   <li>{@link #constant constant}: rate
 *   <li>{@link #linear linear}: first + (last - first) t
 *   <li>{@link #exponential exponential}: first &times; factor<sup>step</sup>
 *   <li>{@link #cosine cosine}: last + (first - last) (1 + cos &pi;t) / 2
 * </ul>
 *
 * <p>Each wants rates that are finite and &gt; 0 (the last one may be 0), and throws {@link
 * IllegalArgumentException} when given others.
 */
@FunctionalInterface
public interface LearningRate {

  /** The rate at a step, counted from 0. */
  double at(long step);

  /** The same rate for ever. */
  static LearningRate constant(double rate) {
    Checked.positive("learning rate", rate);
    return step -> rate;
  }

  /** From one rate to another in equal differences, reached after so many steps (1 or more). */
  static LearningRate linear(double first, double last, long steps) {
    Checked.positive("first learning rate", first);
    Checked.notNegative("last learning rate", last);
    Checked.steps(steps);
    return step -> first + (last - first) * Math.min(1, (double) step / steps);
  }

  /** A rate multiplied by the same factor, more than 0 and at most 1, at every step. */
  static LearningRate exponential(double first, double factor) {
    Checked.positive("first learning rate", first);
    if (!(factor > 0 && factor <= 1)) {
      throw new IllegalArgumentException("decay factor must be > 0 and <= 1, was " + factor);
    }
    return step -> first * StrictMath.pow(factor, (double) step);
  }

  /**
   * From one rate to another along half a cosine, reached after so many steps, 1 or more (I.
   * Loshchilov and F. Hutter, "SGDR: Stochastic Gradient Descent with Warm Restarts", 2017,
   * equation 5, without restarts).
   */
  static LearningRate cosine(double first, double last, long steps) {
    Checked.positive("first learning rate", first);
    Checked.notNegative("last learning rate", last);
    Checked.steps(steps);
    return step -> {
      double t = Math.min(1, (double) step / steps);
      return last + (first - last) * (1 + StrictMath.cos(Math.PI * t)) / 2;
    };
  }
}
