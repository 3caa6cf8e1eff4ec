package dev.makemore.explorer.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.PrimitiveIterator;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * {@link Fdlibm#pow}, compared with {@link StrictMath#pow} bit by bit: millions of pairs in all.
 */
class FdlibmPowTest {

  private static final double HALF_AN_ULP = 0x1.71547652b82fep-54;

  private final BitComparison comparison = new BitComparison();

  private void compare(double x, double y) {
    comparison.add(Fdlibm.pow(x, y), StrictMath.pow(x, y), x, y);
  }

  /** Compares the first x and the first y, the second x and the second y, and so on. */
  private void comparePairs(DoubleStream xs, DoubleStream ys) {
    PrimitiveIterator.OfDouble y = ys.iterator();
    xs.forEach(x -> compare(x, y.nextDouble()));
  }

  private void assertNoDifferences(long atLeast) {
    assertThat(comparison.differences()).isEmpty();
    assertThat(comparison.count()).isGreaterThanOrEqualTo(atLeast);
  }

  @Test
  void specialNumbersHaveTheBitsOfStrictMath() {
    double[] limits = {0x1.00001p31, 0x1p31, 0x1.00001p64, 0x1.fffffp-1, 0x1.00001p0, 0x1.3988fp0};
    double[] more = {0x1.bb67ap0, Math.sqrt(1.5), Math.sqrt(3), 1024, 1075, 1074, 1 / 3.0};
    DoubleStream near = DoubleStream.concat(Points.near(3, limits), Points.near(2, more));
    double[] numbers = DoubleStream.concat(near, Points.special()).distinct().toArray();
    for (double x : numbers) {
      for (double y : numbers) {
        compare(x, y);
      }
    }
    assertNoDifferences(1_000_000);
  }

  @Test
  void numbersOfAllSizesHaveTheBitsOfStrictMath() {
    int n = 500_000;
    comparePairs(Points.anyBits(1, 2 * n), Points.anyBits(2, 2 * n));
    comparePairs(Points.anyBits(3, n), Points.uniform(4, n, -5, 5));
    comparePairs(Points.sizes(5, n, -1074, 1023), Points.uniform(6, n, -1, 1));
    comparePairs(Points.uniform(7, 2 * n, 0, 10), Points.uniform(8, 2 * n, -10, 10));
    comparePairs(Points.uniform(9, n, 0.5, 2), Points.uniform(10, n, -1100, 1100));
    assertNoDifferences(3_500_000);
  }

  @Test
  void integersAndHalvesHaveTheBitsOfStrictMath() {
    int n = 500_000;
    comparePairs(Points.uniform(1, n, -10, 10), Points.integers(2, n, -40, 40));
    comparePairs(Points.integers(3, n, -1000, 1000), Points.integers(4, n, -300, 300));
    comparePairs(Points.anyBits(5, n), Points.integers(6, n, -9, 9).map(y -> y / 2));
    comparePairs(Points.uniform(7, n, 0, 1e9), Points.integers(8, n, -60, 60).map(y -> y / 2));
    assertNoDifferences(4L * n);
  }

  @Test
  void basesNearOneHaveTheBitsOfStrictMath() {
    int n = 500_000;
    double near = 0x1p-20;
    comparePairs(Points.uniform(1, n, 1 - 1e-4, 1 + 1e-4), Points.uniform(2, n, -1e7, 1e7));
    comparePairs(Points.uniform(3, n, 1 - near, 1 + near), Points.sizes(4, n, 30, 66));
    comparePairs(
        Points.sizes(5, n, -53, -19).map(d -> 1 - d), Points.sizes(6, n, 30, 66).map(y -> -y));
    comparePairs(
        Points.sizes(7, n, -53, -19).map(d -> -1 - d), Points.sizes(8, n, 30, 54).map(Math::rint));
    assertNoDifferences(4L * n);
  }

  /** Where the series of the logarithm is longest, and its errors are multiplied by most. */
  @Test
  void largePowersOfBasesBetweenCentersHaveTheBitsOfStrictMath() {
    int n = 1_000_000;
    comparePairs(Points.uniform(1, n, 1.2, 1.25), Points.uniform(2, n, -3500, 3500));
    comparePairs(Points.uniform(3, n, 1.7, 1.76), Points.uniform(4, n, -1300, 1300));
    assertNoDifferences(2L * n);
  }

  /** The sign of a result that is too large or too small depends on a y that may be odd. */
  @Test
  void hugeOddExponentsHaveTheBitsOfStrictMath() {
    int n = 200_000;
    comparePairs(Points.uniform(1, n, -2, 2), Points.sizes(2, n, 30, 53).map(Math::rint));
    comparePairs(Points.anyBits(3, n), Points.sizes(4, n, 30, 53).map(y -> -Math.rint(y)));
    assertNoDifferences(2L * n);
  }

  @Test
  void resultsNearTheLimitsHaveTheBitsOfStrictMath() {
    for (double log2 : new double[] {1024, 1024 + HALF_AN_ULP, -1022, -1074, -1075}) {
      SplittableRandom random = new SplittableRandom(17);
      for (int i = 0; i < 10_000; i++) {
        double x = Math.scalb(1 + random.nextDouble(), random.nextInt(-60, 60));
        double y = log2 / (StrictMath.log(x) / StrictMath.log(2));
        Points.near(5, y).forEach(near -> compare(x, near));
      }
    }
    comparePairs(Points.uniform(1, 500_000, 1.5, 2.5), Points.uniform(2, 500_000, -1080, -1020));
    assertNoDifferences(1_500_000);
  }

  @Test
  void powersOfTwoHaveTheBitsOfStrictMath() {
    IntStream.rangeClosed(-1074, 1023)
        .forEach(
            k -> {
              double x = Math.scalb(1.0, k);
              IntStream.rangeClosed(-80, 80).forEach(i -> compare(x, i / 16.0));
              Points.near(3, 1024.0 / k, 1075.0 / k, 1074.0 / k, 0.5 / k, 1.5 / k)
                  .forEach(y -> compare(x, y));
            });
    assertNoDifferences(400_000);
  }
}
