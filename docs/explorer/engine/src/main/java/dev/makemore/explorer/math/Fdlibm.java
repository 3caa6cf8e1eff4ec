package dev.makemore.explorer.math;

/**
 * Elementary functions of doubles. For every argument, including infinities, subnormal numbers and
 * -0.0, the result has the bits that {@link StrictMath} gives, as tests with tens of millions of
 * arguments check. A result that is not a number is NaN, without a promise about which of the NaNs.
 * No function throws anything.
 */
public final class Fdlibm {

  private Fdlibm() {}

  /** e^x. */
  public static double exp(double x) {
    return Exponential.exp(x);
  }

  /** e^x - 1, also accurate near 0. */
  public static double expm1(double x) {
    return ExponentialMinusOne.expm1(x);
  }

  /** The natural logarithm of x; NaN below 0. */
  public static double log(double x) {
    return Logarithm.log(x);
  }

  /** The decimal logarithm of x; NaN below 0. */
  public static double log10(double x) {
    return Logarithm.log10(x);
  }

  /** The natural logarithm of 1 + x, also accurate near 0; NaN below -1. */
  public static double log1p(double x) {
    return LogarithmOfOnePlus.log1p(x);
  }

  /** The hyperbolic tangent of x. */
  public static double tanh(double x) {
    return HyperbolicTangent.tanh(x);
  }

  /** x^y, with the special cases of {@link StrictMath#pow}. */
  public static double pow(double x, double y) {
    return Power.pow(x, y);
  }
}
