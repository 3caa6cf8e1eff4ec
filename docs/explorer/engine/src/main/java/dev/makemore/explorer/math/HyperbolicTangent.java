/*
 * The method, its limits and its coefficients are those of fdlibm 5.3:
 *
 * Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
 *
 * Developed at SunSoft, a Sun Microsystems, Inc. business.
 * Permission to use, copy, modify, and distribute this software is freely granted, provided that
 * this notice is preserved.
 */
package dev.makemore.explorer.math;

/**
 * The hyperbolic tangent, by the method of fdlibm. With m = |x|,
 *
 * <pre>
 * tanh(m) = (e^2m - 1) / (e^2m + 1)
 *         = 1 - 2 / (t + 2)  where t = e^2m - 1   if m is at least 1
 *         = -t / (t + 2)     where t = e^-2m - 1  if it is less, when 1 - ... would lose digits
 * </pre>
 *
 * and tanh(-m) = -tanh(m).
 */
final class HyperbolicTangent {

  /** From here on, tanh is nearer to 1 than to any other double. */
  private static final double ONE_FROM = 22;

  private HyperbolicTangent() {}

  static double tanh(double x) {
    double m = Math.abs(x);
    if (Double.isNaN(x) || m < 0x1p-55) {
      return x * (1 + x);
    }
    double tanh = m < ONE_FROM ? ofPositive(m) : 1;
    return x < 0 ? -tanh : tanh;
  }

  private static double ofPositive(double m) {
    if (m >= 1) {
      return 1 - 2 / (ExponentialMinusOne.expm1(2 * m) + 2);
    }
    double t = ExponentialMinusOne.expm1(-2 * m);
    return -t / (t + 2);
  }
}
