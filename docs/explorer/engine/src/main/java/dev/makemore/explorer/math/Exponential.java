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
 * The exponential function, by the method of fdlibm:
 *
 * <ol>
 *   <li>Split x = k ln 2 + r with an integer k, so that |r| is at most about (ln 2) / 2. The
 *       constant ln 2 is a sum of two doubles, of which the larger has so few bits that its product
 *       with k is exact.
 *   <li>With R(r) = r (e^r + 1) / (e^r - 1) = 2 + r^2/6 - r^4/360 + ..., an even function that a
 *       short polynomial approximates, e^r = 1 + 2r / (R - r). With c = r - (R - 2) this is e^r = 1
 *       + r + rc / (2 - c), which loses fewer bits.
 *   <li>e^x = 2^k e^r, and a product with 2^k only changes the exponent.
 * </ol>
 *
 * <p>For example, x = 1 is 1 ln 2 + 0.3069, and e = 2 e^0.3069 = 2 * 1.3591.
 */
final class Exponential {

  /** The part of ln 2 that holds its first 33 bits. */
  static final double LN2_HIGH = 0x1.62e42feep-1;

  /** ln 2 - LN2_HIGH. */
  static final double LN2_LOW = 0x1.a39ef35793c76p-33;

  /** e^x is infinite above: the logarithm of the largest double. */
  static final double LARGEST = 0x1.62e42fefa39efp9;

  /** e^x is 0 below: the logarithm of half the smallest double. */
  private static final double SMALLEST = -0x1.74910d52d3051p9;

  private static final double INV_LN2 = 0x1.71547652b82fep0;
  private static final double HALF_LN2 = 0x1.62e43p-2;

  // R(r) - 2: near 1/6, -1/360, 1/15120, -1/604800, 1/23950080
  private static final double P1 = 0x1.555555555553ep-3;
  private static final double P2 = -0x1.6c16c16bebd93p-9;
  private static final double P3 = 0x1.1566aaf25de2cp-14;
  private static final double P4 = -0x1.bbd41c5d26bf1p-20;
  private static final double P5 = 0x1.6376972bea4d0p-25;

  private Exponential() {}

  static double exp(double x) {
    if (Double.isNaN(x)) {
      return x;
    }
    if (x > LARGEST) {
      return Double.POSITIVE_INFINITY;
    }
    if (x < SMALLEST) {
      return 0;
    }
    if (Math.abs(x) < 0x1p-28) {
      return 1 + x;
    }
    int k = multipleOfLn2(x);
    double high = x - k * LN2_HIGH;
    double low = k * LN2_LOW;
    double r = high - low;
    double c = c(r);
    double y = 1 - ((low - (r * c) / (2 - c)) - high);
    // A subnormal result is rounded by a product, at a distance from which nothing underflows.
    return k >= -1021 ? Words.scaled(y, k) : Words.scaled(y, k + 1000) * 0x1p-1000;
  }

  /** The k for which |x - k ln 2| is small. */
  static int multipleOfLn2(double x) {
    return Math.abs(x) < HALF_LN2 ? 0 : (int) (INV_LN2 * x + (x < 0 ? -0.5 : 0.5));
  }

  /** r - (R(r) - 2). */
  static double c(double r) {
    double t = r * r;
    return r - t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5))));
  }
}
