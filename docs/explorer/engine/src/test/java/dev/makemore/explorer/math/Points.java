package dev.makemore.explorer.math;

import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Arguments to test functions at. Those that are drawn have a fixed seed. */
final class Points {

  private Points() {}

  /** Doubles with any 64 bits: of any sign and size, subnormal, infinite or NaN. */
  static DoubleStream anyBits(int seed, int count) {
    return new SplittableRandom(seed).longs(count).mapToDouble(Double::longBitsToDouble);
  }

  /** Doubles between two numbers. */
  static DoubleStream uniform(int seed, int count, double from, double to) {
    return new SplittableRandom(seed).doubles(count, from, to);
  }

  /** Integers between two integers. */
  static DoubleStream integers(int seed, int count, int from, int to) {
    return new SplittableRandom(seed).ints(count, from, to + 1).asDoubleStream();
  }

  /** Doubles that are powers of two times a number from 1 to 2, with exponents in a range. */
  static DoubleStream sizes(int seed, int count, int fromExponent, int toExponent) {
    SplittableRandom random = new SplittableRandom(seed);
    return random
        .ints(count, fromExponent, toExponent + 1)
        .mapToDouble(k -> Math.scalb(1 + random.nextDouble(), k));
  }

  /** The numbers, their negatives, and as many neighbors of each as there are steps. */
  static DoubleStream near(int steps, double... numbers) {
    return DoubleStream.of(numbers)
        .flatMap(x -> DoubleStream.of(x, -x))
        .flatMap(
            x ->
                DoubleStream.concat(
                    DoubleStream.iterate(x, Math::nextUp).limit(steps + 1L),
                    DoubleStream.iterate(x, Math::nextDown).limit(steps + 1L)));
  }

  /** Numbers that are special for some function, and their nearest neighbors. */
  static DoubleStream special() {
    double[] edges = {
      0, Double.MIN_NORMAL, Double.MAX_VALUE, Double.POSITIVE_INFINITY, Double.NaN, Math.PI, Math.E
    };
    DoubleStream small = IntStream.rangeClosed(1, 64).mapToDouble(i -> i / 4.0);
    DoubleStream tens = IntStream.rangeClosed(-30, 30).mapToDouble(i -> StrictMath.pow(10, i));
    DoubleStream large = IntStream.rangeClosed(20, 66).mapToDouble(i -> Math.scalb(1.0, i));
    double[] all =
        DoubleStream.concat(
                DoubleStream.concat(DoubleStream.of(edges), small),
                DoubleStream.concat(tens, large))
            .toArray();
    return near(1, all);
  }

  /** All powers of two and their neighbors. */
  static DoubleStream powersOfTwo() {
    double[] powers =
        IntStream.rangeClosed(-1074, 1023).mapToDouble(k -> Math.scalb(1.0, k)).toArray();
    return near(20, powers);
  }
}
