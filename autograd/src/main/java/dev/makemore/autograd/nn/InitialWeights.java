package dev.makemore.autograd.nn;

import java.util.random.RandomGenerator;

/** The random weights that training starts from; the package page describes them. */
public final class InitialWeights {

  private InitialWeights() {}

  /**
   * Draws weights that are uniform on [-bound, bound), so that their mean is 0 and their variance
   * is bound<sup>2</sup> / 3. Each is made from one call of {@link RandomGenerator#nextLong()
   * nextLong()} and from nothing else.
   *
   * @throws IllegalArgumentException unless count &gt;= 1 and the bound is a finite number &gt;= 0
   */
  public static double[] uniform(int count, double bound, RandomGenerator random) {
    Sizes.requirePositive("weights", count);
    if (!(bound >= 0 && bound < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("bound must be a finite number >= 0, was " + bound);
    }
    double[] weights = new double[count];
    for (int i = 0; i < count; i++) {
      // From -1 to 1, in 2^53 steps. It takes nextLong because a generator's nextDouble may change
      // with the JDK, and the weights with it.
      weights[i] = bound * ((random.nextLong() >>> 11) * 0x1.0p-52 - 1);
    }
    return weights;
  }

  /** Draws the weights of neurons with so many inputs, with the variance 1 / inputs. */
  static double[] draw(int count, int inputs, RandomGenerator random) {
    return uniform(count, Math.sqrt(3.0 / inputs), random);
  }
}
