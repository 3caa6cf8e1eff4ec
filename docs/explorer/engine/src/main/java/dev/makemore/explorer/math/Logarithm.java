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
 * Natural and decimal logarithms, by the method of fdlibm:
 *
 * <ol>
 *   <li>Split x = 2^k (1 + f) with 1 + f between about sqrt(1/2) and sqrt(2).
 *   <li>With s = f / (2 + f), log(1 + f) = log((1 + s) / (1 - s)) = 2s + 2/3 s^3 + 2/5 s^5 + ... =
 *       2s + sR, where a polynomial in s^2 approximates R. As 2s = f - sf, and also 2s = f - f^2/2
 *       + s f^2/2, the sum starts with the exact f.
 *   <li>log(x) = k ln 2 + log(1 + f), with ln 2 in two parts as for {@link Exponential}.
 * </ol>
 *
 * <p>For example, 12 = 2^3 * 1.5 has its 1.5 above sqrt(2), so it is 2^4 (1 - 0.25), and log(12) =
 * 4 * 0.6931 - 0.2877 = 2.4849.
 */
final class Logarithm {

  // R: near 2/3, 2/5, 2/7, 2/9, 2/11, 2/13, 2/15
  static final double L1 = 0x1.5555555555593p-1;
  static final double L2 = 0x1.999999997fa04p-2;
  static final double L3 = 0x1.2492494229359p-2;
  static final double L4 = 0x1.c71c51d8e78afp-3;
  static final double L5 = 0x1.7466496cb03dep-3;
  static final double L6 = 0x1.39a09d078c69fp-3;
  static final double L7 = 0x1.2f112df3e5244p-3;

  private static final double INV_LN10 = 0x1.bcb7b1526e50ep-2;
  private static final double LOG10_2_HIGH = 0x1.34413509f6p-2;
  private static final double LOG10_2_LOW = 0x1.9fef311f12b36p-42;

  private static final double TWO_54 = 0x1p54;

  private Logarithm() {}

  static double log(double x) {
    if (!isPositiveAndFinite(x)) {
      return atEdge(x);
    }
    double normal = x < Double.MIN_NORMAL ? x * TWO_54 : x;
    int high = Words.high(normal);
    int fraction = high & 0xfffff;
    int carry = (fraction + 0x95f64) & 0x100000; // one bit, if the fraction is above sqrt(2)
    double f = Words.withHigh(normal, fraction | (carry ^ 0x3ff00000)) - 1;
    int k = exponent(x, high) + (carry >> 20);
    return ((fraction + 2) & 0xfffff) < 3 ? sumNearOne(f, k) : sum(f, k, fraction);
  }

  /** log10(x) = k log10(2) + log(x / 2^k) / log(10), with x / 2^k between 1/2 and 2. */
  static double log10(double x) {
    if (!isPositiveAndFinite(x)) {
      return atEdge(x);
    }
    double normal = x < Double.MIN_NORMAL ? x * TWO_54 : x;
    int high = Words.high(normal);
    int exponent = exponent(x, high);
    int up = exponent < 0 ? 1 : 0; // x / 2^k < 1 below 1, so that both terms have one sign
    int k = exponent + up;
    double z = k * LOG10_2_LOW + INV_LN10 * log(Words.withHigh(normal, mantissa(high, up)));
    return z + k * LOG10_2_HIGH;
  }

  /** The high word of a number from 1 to 2, or of its half. */
  private static int mantissa(int high, int halvings) {
    return (high & 0xfffff) | ((1023 - halvings) << 20);
  }

  /** The power of two below x, from the high word of x or, if x is subnormal, of x * 2^54. */
  private static int exponent(double x, int high) {
    return (high >> 20) - 1023 - (x < Double.MIN_NORMAL ? 54 : 0);
  }

  /** k ln 2 + log(1 + f), where |f| < 2^-20. */
  private static double sumNearOne(double f, int k) {
    double r = f * f * (0.5 - 1.0 / 3 * f);
    return k == 0 ? f - r : k * Exponential.LN2_HIGH - ((r - k * Exponential.LN2_LOW) - f);
  }

  /** k ln 2 + log(1 + f), where the fraction is that of 1 + f. */
  private static double sum(double f, int k, int fraction) {
    double s = f / (2 + f);
    double z = s * s;
    double w = z * z;
    double even = w * (L2 + w * (L4 + w * L6));
    double odd = z * (L1 + w * (L3 + w * (L5 + w * L7)));
    double r = odd + even;
    double high = k * Exponential.LN2_HIGH;
    double low = k * Exponential.LN2_LOW;
    if (fraction >= 0x6147a && fraction <= 0x6b851) { // 1 + f between 1.38 and 1.42, or half of it
      double h = 0.5 * f * f;
      return k == 0 ? f - (h - s * (h + r)) : high - ((h - (s * (h + r) + low)) - f);
    }
    return k == 0 ? f - s * (f - r) : high - ((s * (f - r) - low) - f);
  }

  /** Whether x has a finite logarithm. */
  static boolean isPositiveAndFinite(double x) {
    return x > 0 && x < Double.POSITIVE_INFINITY;
  }

  /** The logarithm of an infinite or negative x, of 0 or of NaN. */
  static double atEdge(double x) {
    if (x == 0) {
      return Double.NEGATIVE_INFINITY;
    }
    return x > 0 ? x : Double.NaN;
  }
}
