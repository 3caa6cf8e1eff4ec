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
 * x^y = 2^(y log2 x), by the method of fdlibm. An error of 2^-53 in y log2 x, which may be as large
 * as 1024, would be one of 2^-43 in the result. So the {@link BinaryLogarithm} and its product with
 * y are sums of two doubles:
 *
 * <ol>
 *   <li>Split y = y1 + y2, and log2 x = t1 + t2, where y1 and t1 have 21 bits. The product y1 t1 is
 *       exact, and y2 t1 + y t2 is small.
 *   <li>Take the nearest integer n out of the sum, and 2^rest = e^(rest ln 2) by the polynomial of
 *       {@link Exponential}.
 *   <li>x^y = 2^n 2^rest, and a product with 2^n only changes the exponent.
 * </ol>
 */
final class Power {

  private static final double LN2 = 0x1.62e42fefa39efp-1;
  private static final double LN2_HIGH = 0x1.62e43p-1;
  private static final double LN2_LOW = -0x1.05c610ca86c39p-29;

  /** How far y log2 x may be above 1024 before x^y rounds to infinity. */
  private static final double OVERFLOW = 0x1.71547652b82fep-54;

  /** From here on, x^y is 0, infinite or has an x within 2^-20 of 1. */
  private static final double HUGE_EXPONENT = 0x1.00001p31;

  private Power() {}

  static double pow(double x, double y) {
    if (y == 0) {
      return 1;
    }
    if (Double.isNaN(x) || Double.isNaN(y)) {
      return Double.NaN;
    }
    double size = Math.abs(x);
    if (Math.abs(y) == Double.POSITIVE_INFINITY) {
      return toInfinity(size, y);
    }
    if (y == 1 || y == -1) {
      return y == 1 ? x : 1 / x;
    }
    if (y == 2) {
      return x * x;
    }
    if (y == 0.5 && x >= 0) {
      return Math.sqrt(size); // of 0, not -0
    }
    double parity = Math.abs(y % 2); // 0 is even, 1 is odd, and the others are no integers
    boolean positive = Words.high(x) >= 0;
    if (x < 0 && size < Double.POSITIVE_INFINITY && parity != 0 && parity != 1) {
      return Double.NaN;
    }
    double power = ofSize(size, y);
    return positive || parity != 1 ? power : -power;
  }

  /** size^y, where y is infinite. */
  private static double toInfinity(double size, double y) {
    if (size == 1) {
      return Double.NaN;
    }
    return size > 1 == y > 0 ? Double.POSITIVE_INFINITY : 0;
  }

  /** size^y, where the size is at least 0 and y is finite and not 0. */
  private static double ofSize(double size, double y) {
    if (size == 0 || size == 1 || size == Double.POSITIVE_INFINITY) {
      return y < 0 ? 1 / size : size;
    }
    if (Math.abs(y) < HUGE_EXPONENT) {
      return twoTo(y, BinaryLogarithm.of(size));
    }
    if (size < 0x1.fffffp-1 || size >= 0x1.00001p0) {
      return size > 1 == y > 0 ? Double.POSITIVE_INFINITY : 0;
    }
    return twoTo(y, BinaryLogarithm.nearOne(size));
  }

  /** 2^(y log2). */
  private static double twoTo(double y, BinaryLogarithm log2) {
    double y1 = Words.head(y);
    double low = (y - y1) * log2.head() + y * log2.tail();
    double high = y1 * log2.head();
    double z = low + high;
    if (z >= 1024 && (z > 1024 || low + OVERFLOW > z - high)) {
      return Double.POSITIVE_INFINITY;
    }
    if (z <= -1075 && (z < -1075 || low <= z - high)) {
      return 0;
    }
    int n = Math.abs(z) < 0x1.00001p-1 ? 0 : (int) (z + (z < 0 ? -0.5 : 0.5));
    double power = twoToFraction(high - n, low);
    return (Words.high(power) >> 20) + n > 0
        ? Words.scaled(power, n)
        : Words.scaled(power, n + 54) * 0x1p-54; // the product rounds a subnormal result
  }

  /** 2^(high + low), where the sum is between about -1/2 and 1/2. */
  private static double twoToFraction(double high, double low) {
    double t = Words.head(low + high);
    double u = t * LN2_HIGH;
    double v = (low - (t - high)) * LN2 + t * LN2_LOW;
    double z = u + v;
    double w = v - (z - u);
    double c = Exponential.c(z);
    double r = (z * c) / (c - 2) - (w + z * w);
    return 1 - (r - z);
  }
}
