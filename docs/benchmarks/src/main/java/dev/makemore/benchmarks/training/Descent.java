package dev.makemore.benchmarks.training;

/** Gradient descent in one of several ways that must all come to the same. */
interface Descent {

  /** Goes back to the weights it began with. */
  void restart();

  /** Makes a step, and returns the loss before it. */
  double step();

  /** The gradient of the last step. */
  double[] gradient();

  /** The loss at the last of so many steps from the start. */
  default double run(int steps) {
    restart();
    double loss = Double.NaN;
    for (int i = 0; i < steps; i++) {
      loss = step();
    }
    return loss;
  }

  /**
   * Compares ten steps with those of another.
   *
   * @throws IllegalStateException if a loss or a gradient differs by more than 1e-12 of its size
   */
  default void requireSame(Descent other) {
    restart();
    other.restart();
    for (int step = 0; step < 10; step++) {
      requireSame(step(), other.step());
      double[] mine = gradient();
      double[] others = other.gradient();
      for (int i = 0; i < mine.length; i++) {
        requireSame(mine[i], others[i]);
      }
    }
  }

  /** Throws an exception if two numbers differ by more than 1e-12 of their size. */
  static void requireSame(double one, double other) {
    if (!(Math.abs(one - other) <= 1e-12 * Math.max(1e-3, Math.abs(one)))) {
      throw new IllegalStateException("not the same: " + one + " and " + other);
    }
  }
}
