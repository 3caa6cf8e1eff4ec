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
 * e^x - 1, by the method of fdlibm. Near 0, e^x is so close to 1 that the difference would lose its
 * digits, so it is not computed from e^x:
 *
 * <ol>
 *   <li>Split x = k ln 2 + r as for {@link Exponential}, where c is what the double r lacks.
 *   <li>Let R1 be the even function with r (e^r + 1) / (e^r - 1) = 2 + R1 r^2/6, approximated by a
 *       polynomial in h = r^2/2. With t = 3 - R1 r/2 and e = h (R1 - t) / (6 - rt), it gives e^r -
 *       1 = r + h - re.
 *   <li>e^x - 1 = 2^k (1 + (e^r - 1) - 2^-k), added up in the order that loses least for the size
 *       of k.
 * </ol>
 */
final class ExponentialMinusOne {

  /** -56 ln 2: e^x is less than half a unit of the last place of 1 at it and below. */
  private static final double NOTHING_LEFT = -0x1.3687ap5;

  // R1 - 1: near -1/30, 1/630, -1/12600, 1/249480, -1/4928000
  private static final double Q1 = -0x1.11111111110f4p-5;
  private static final double Q2 = 0x1.a01a019fe5585p-10;
  private static final double Q3 = -0x1.4ce199eaadbb7p-14;
  private static final double Q4 = 0x1.0cfca86e65239p-18;
  private static final double Q5 = -0x1.afdb76e09c32dp-23;

  private ExponentialMinusOne() {}

  static double expm1(double x) {
    if (Double.isNaN(x) || Math.abs(x) < 0x1p-54) {
      return x;
    }
    if (x > Exponential.LARGEST) {
      return Double.POSITIVE_INFINITY;
    }
    if (x <= NOTHING_LEFT) {
      return -1;
    }
    int k = Exponential.multipleOfLn2(x);
    double high = x - k * Exponential.LN2_HIGH;
    double low = k * Exponential.LN2_LOW;
    double r = high - low;
    double c = (high - r) - low;
    double half = 0.5 * r;
    double h = r * half;
    double r1 = 1 + h * (Q1 + h * (Q2 + h * (Q3 + h * (Q4 + h * Q5))));
    double t = 3 - r1 * half;
    double e = h * ((r1 - t) / (6 - r * t));
    return k == 0 ? r - (r * e - h) : scaled(r, (r * (e - c) - c) - h, k);
  }

  /** 2^k (1 + r - e) - 1, for k other than 0. */
  private static double scaled(double r, double e, int k) {
    if (k == -1) {
      return 0.5 * (r - e) - 0.5;
    }
    if (k == 1) {
      return r < -0.25 ? -2 * (e - (r + 0.5)) : 1 + 2 * (r - e);
    }
    if (k < 0 || k > 56) {
      return Words.scaled(1 - (e - r), k) - 1;
    }
    double unit = Words.powerOfTwo(-k);
    double y = k < 20 ? (1 - unit) - (e - r) : (r - (e + unit)) + 1;
    return Words.scaled(y, k);
  }
}
