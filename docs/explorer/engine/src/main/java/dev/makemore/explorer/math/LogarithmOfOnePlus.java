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
 * log(1 + x), by the method of fdlibm. The sum u = 1 + x is rounded, and near x = 0 the logarithm
 * of u would be wrong in most of its digits. So it is corrected:
 *
 * <ol>
 *   <li>log(1 + x) is about log(u) + c, where c = (1 + x - u) / u is computed exactly but for its
 *       own rounding.
 *   <li>Split u = 2^k (1 + f) as for {@link Logarithm}. Where 1 + x itself is between sqrt(1/2) and
 *       sqrt(2), f = x and nothing is rounded.
 *   <li>log(1 + f) = f - (h - s (h + R)), with h = f^2/2 and with s and R of {@link Logarithm}.
 * </ol>
 */
final class LogarithmOfOnePlus {

  private static final double LN2_HIGH = Exponential.LN2_HIGH;
  private static final double LN2_LOW = Exponential.LN2_LOW;

  private static final double SQRT_HALF_LESS_ONE = -0x1.2bec4p-2;
  private static final double SQRT_TWO_LESS_ONE = 0x1.a827ap-2;

  /** The fraction bits of sqrt(2) in its high word. */
  private static final int SQRT_TWO = 0x6a09e;

  private LogarithmOfOnePlus() {}

  static double log1p(double x) {
    if (!(x > -1 && x < Double.POSITIVE_INFINITY)) {
      return Logarithm.atEdge(1 + x);
    }
    if (Math.abs(x) < 0x1p-29) {
      return Math.abs(x) < 0x1p-54 ? x : x - x * x * 0.5;
    }
    if (x > SQRT_HALF_LESS_ONE && x < SQRT_TWO_LESS_ONE) {
      double h = 0.5 * x * x;
      return x - (h - series(x, h));
    }
    return split(x);
  }

  /** log(1 + x) where 1 + x is not between sqrt(1/2) and sqrt(2). */
  private static double split(double x) {
    double u = x < 0x1p53 ? 1 + x : x;
    int high = Words.high(u);
    int k = (high >> 20) - 1023;
    double c = x < 0x1p53 ? (k > 0 ? 1 - (u - x) : x - (u - 1)) / u : 0;
    int fraction = high & 0xfffff;
    if (fraction < SQRT_TWO) {
      double f = Words.withHigh(u, fraction | 0x3ff00000) - 1;
      return sum(k, f, c, fraction == 0);
    }
    double f = Words.withHigh(u, fraction | 0x3fe00000) - 1;
    return sum(k + 1, f, c, (0x100000 - fraction) >> 2 == 0);
  }

  /** k ln 2 + log(1 + f) + c; near one, |f| < 2^-19, and three terms do. */
  private static double sum(int k, double f, double c, boolean nearOne) {
    double high = k * LN2_HIGH;
    double low = k * LN2_LOW + c;
    double h = 0.5 * f * f;
    if (k == 0) { // only at -0x1.2bec4p-2 and at the double below, which have one u
      return f - (h - series(f, h));
    }
    if (nearOne) {
      return high - ((h * (1 - 2.0 / 3 * f) - low) - f);
    }
    return high - ((h - (series(f, h) + low)) - f);
  }

  /** s (h + R). */
  private static double series(double f, double h) {
    double s = f / (2 + f);
    double z = s * s;
    double outer = Logarithm.L5 + z * (Logarithm.L6 + z * Logarithm.L7);
    double middle = Logarithm.L3 + z * (Logarithm.L4 + z * outer);
    return s * (h + z * (Logarithm.L1 + z * (Logarithm.L2 + z * middle)));
  }
}
