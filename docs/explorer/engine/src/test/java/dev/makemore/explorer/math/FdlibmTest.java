package dev.makemore.explorer.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The functions of one argument, compared with {@link StrictMath} bit by bit. Each method names the
 * limits between the branches of its function, where the neighbors of a limit are compared too.
 */
class FdlibmTest {

  private static final double LN2 = StrictMath.log(2);

  /** Half of ln 2 and one and a half of it, as fdlibm writes them. */
  private static final double[] MULTIPLES_OF_LN2 = {0x1.62e43p-2, 0x1.0a2b2p0};

  /** Where a number turns to the next multiple of ln 2. */
  private static DoubleStream betweenMultiplesOfLn2() {
    return IntStream.rangeClosed(0, 1076).mapToDouble(k -> (k + 0.5) * LN2);
  }

  @Test
  void expHasTheBitsOfStrictMath() {
    assertSameBits(
        Fdlibm::exp,
        StrictMath::exp,
        Points.near(5_000, 0x1.62e42fefa39efp9, 0x1.74910d52d3051p9, 0x1p-28, 1021 * LN2),
        Points.near(5_000, MULTIPLES_OF_LN2),
        Points.near(100, betweenMultiplesOfLn2().toArray()),
        Points.uniform(1, 2_000_000, -745.2, 709.8),
        Points.uniform(2, 1_000_000, -2, 2),
        Points.uniform(3, 500_000, -746, -707),
        Points.sizes(4, 500_000, -40, 10));
  }

  @Test
  void expm1HasTheBitsOfStrictMath() {
    assertSameBits(
        Fdlibm::expm1,
        StrictMath::expm1,
        Points.near(5_000, 0x1.62e42fefa39efp9, 0x1.3687ap5, 0x1p-54, 0.25 + LN2, 0.25 - LN2),
        Points.near(5_000, MULTIPLES_OF_LN2),
        Points.near(100, betweenMultiplesOfLn2().toArray()),
        Points.uniform(1, 1_000_000, -40, 709.8),
        Points.uniform(2, 2_000_000, -2, 2),
        Points.uniform(3, 500_000, 13.1, 14.6), // around 20 ln 2
        Points.uniform(4, 500_000, 38.4, 40), // around 56 ln 2
        Points.sizes(5, 500_000, -60, 10));
  }

  @Test
  void logHasTheBitsOfStrictMath() {
    assertSameBits(
        Fdlibm::log,
        StrictMath::log,
        Points.near(5_000, 1, Math.sqrt(2), Math.sqrt(0.5), 0x1.6a09cp0, 0x1.00001p0, 0x1.ffffep-1),
        Points.near(5_000, 0x1.6147ap0, 0x1.6b851p0, 0x1.6b852p0, 0x1.6147ap-1, 0x1.6b852p-1),
        Points.uniform(1, 1_000_000, 0, 1),
        Points.uniform(2, 1_000_000, 0.5, 2),
        Points.uniform(3, 1_000_000, 1 - 0x1p-19, 1 + 0x1p-19),
        Points.uniform(4, 500_000, 1.37, 1.43),
        Points.sizes(5, 1_000_000, -1074, 1023));
  }

  @Test
  void log10HasTheBitsOfStrictMath() {
    assertSameBits(
        Fdlibm::log10,
        StrictMath::log10,
        Points.near(5_000, 1, Math.sqrt(2), Math.sqrt(0.5), 0x1.6a09cp0, 0x1.00001p0, 0x1.ffffep-1),
        Points.uniform(1, 1_000_000, 0, 1),
        Points.uniform(2, 1_000_000, 0.5, 2),
        Points.uniform(3, 500_000, 0, 1e6),
        Points.integers(4, 500_000, 0, 1_000_000_000),
        Points.sizes(5, 1_000_000, -1074, 1023));
  }

  @Test
  void log1pHasTheBitsOfStrictMath() {
    assertSameBits(
        Fdlibm::log1p,
        StrictMath::log1p,
        Points.near(5_000, 1, Math.sqrt(2) - 1, Math.sqrt(0.5) - 1, 0x1.a827ap-2, 0x1.2bec4p-2),
        Points.near(5_000, 0x1p-29, 0x1p-54, 0x1p53, 0x1.6a09ep53, 0x1.6a09ep60, 0x1.6a09ep1 - 1),
        Points.near(5_000, IntStream.range(1, 60).mapToDouble(k -> Math.scalb(1, k) - 1).toArray()),
        Points.uniform(1, 1_000_000, -1, 1),
        Points.uniform(2, 500_000, -1, -0.999),
        Points.uniform(3, 500_000, -1e-6, 1e-6),
        Points.uniform(4, 500_000, 0, 100),
        Points.uniform(5, 500_000, 1 - 0x1p-18, 1 + 0x1p-18),
        Points.sizes(6, 1_000_000, -60, 1023));
  }

  @Test
  void tanhHasTheBitsOfStrictMath() {
    assertSameBits(
        Fdlibm::tanh,
        StrictMath::tanh,
        Points.near(5_000, 22, 1, 0x1p-55, 0x1.62e43p-3, 0x1.0a2b2p-1, 0.125 + LN2 / 2),
        Points.near(200, betweenMultiplesOfLn2().map(x -> x / 2).limit(70).toArray()),
        Points.uniform(1, 2_000_000, -22.1, 22.1),
        Points.uniform(2, 1_500_000, -1.1, 1.1),
        Points.sizes(3, 500_000, -60, 5));
  }

  /** Compares at the points, at special numbers and at two million numbers of any bits. */
  private static void assertSameBits(
      DoubleUnaryOperator actual, DoubleUnaryOperator expected, DoubleStream... points) {
    BitComparison comparison = new BitComparison();
    DoubleStream common =
        Stream.of(Points.special(), Points.powersOfTwo(), Points.anyBits(17, 2_000_000))
            .flatMapToDouble(stream -> stream);
    DoubleStream.concat(Stream.of(points).flatMapToDouble(stream -> stream), common)
        .forEach(x -> comparison.add(actual.applyAsDouble(x), expected.applyAsDouble(x), x));
    assertThat(comparison.differences()).isEmpty();
    assertThat(comparison.count()).isGreaterThan(5_000_000);
  }
}
