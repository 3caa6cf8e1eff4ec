package dev.makemore.autograd.nn;

import java.util.random.RandomGenerator;

/** The random weights that training starts from; the package page describes them. */
final class InitialWeights {

  private InitialWeights() {}

  static double[] draw(int count, int inputs, RandomGenerator random) {
    double bound = Math.sqrt(3.0 / inputs); // uniform on [-b, b) has variance b^2 / 3
    double[] weights = new double[count];
    for (int i = 0; i < count; i++) {
      weights[i] = bound * uniform(random);
    }
    return weights;
  }

  // From -1 to 1, in 2^53 steps. It takes nextLong because a generator's nextDouble may change with
  // the JDK, and the weights with it.
  private static double uniform(RandomGenerator random) {
    return (random.nextLong() >>> 11) * 0x1.0p-52 - 1;
  }
}
