package dev.makemore.autograd;

import java.math.BigDecimal;
import java.math.MathContext;

/** Functions in decimal arithmetic of 40 digits, to measure the engine by. */
final class Exact {

  private static final MathContext DIGITS = new MathContext(40);
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final BigDecimal BEYOND_ALL_DOUBLES = new BigDecimal(5000); // as exponent of e

  private Exact() {}

  static BigDecimal of(double x) {
    return new BigDecimal(x);
  }

  static BigDecimal quotient(BigDecimal x, BigDecimal y) {
    return x.divide(y, DIGITS);
  }

  /** Halves x until it is small, adds up Taylor's series, and squares as often as it halved. */
  static BigDecimal exp(BigDecimal x) {
    BigDecimal small = x.min(BEYOND_ALL_DOUBLES).max(BEYOND_ALL_DOUBLES.negate());
    int halvings = 0;
    for (; small.abs().doubleValue() > 0.01; halvings++) {
      small = small.divide(TWO, DIGITS);
    }
    BigDecimal sum = BigDecimal.ONE;
    BigDecimal term = BigDecimal.ONE;
    for (int n = 1; n < 30; n++) {
      term = term.multiply(small).divide(BigDecimal.valueOf(n), DIGITS);
      sum = sum.add(term, DIGITS);
    }
    for (; halvings > 0; halvings--) {
      sum = sum.multiply(sum, DIGITS);
    }
    return sum;
  }

  /**
   * Near 1 by the series 2 (t + t^3/3 + t^5/5 + ...) of t = (x - 1) / (x + 1). Elsewhere it
   * improves the logarithm in doubles, which has 16 digits: each step of Halley triples them.
   */
  static BigDecimal ln(BigDecimal x) {
    BigDecimal t = x.subtract(BigDecimal.ONE).divide(x.add(BigDecimal.ONE), DIGITS);
    if (t.abs().doubleValue() < 1e-3) {
      BigDecimal sum = BigDecimal.ZERO;
      for (int n = 21; n > 0; n -= 2) {
        sum = sum.multiply(t).multiply(t).add(quotient(TWO, BigDecimal.valueOf(n)), DIGITS);
      }
      return sum.multiply(t);
    }
    int shift = x.precision() - x.scale(); // x = mantissa times 10^shift
    double mantissa = x.scaleByPowerOfTen(-shift).doubleValue();
    BigDecimal y = BigDecimal.valueOf(Math.log(mantissa) + shift * Math.log(10));
    for (int step = 0; step < 2; step++) {
      BigDecimal e = exp(y);
      y = y.add(x.subtract(e).multiply(TWO).divide(x.add(e), DIGITS), DIGITS);
    }
    return y;
  }

  /** x^y, for x > 0. */
  static BigDecimal pow(BigDecimal x, BigDecimal y) {
    return exp(y.multiply(ln(x), DIGITS));
  }

  /** How far a number is from the exact one, in units of the exact one's last place. */
  static double ulps(double actual, BigDecimal exact) {
    double rounded = exact.doubleValue();
    if (actual == rounded) {
      return 0;
    }
    if (!Double.isFinite(actual) || Double.isInfinite(rounded)) {
      return Double.POSITIVE_INFINITY;
    }
    return quotient(of(actual).subtract(exact), of(Math.ulp(rounded))).abs().doubleValue();
  }
}
