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
 * log2 of a positive number as the sum of a head of 21 bits and a small tail, by the method of
 * fdlibm:
 *
 * <ol>
 *   <li>Split x = 2^n m with m between about sqrt(3)/2 and sqrt(3), and take the center b, either 1
 *       or 1.5, that is near m.
 *   <li>With s = (m - b) / (m + b), log(m / b) = 2s + 2/3 s^3 + ... = 2/3 s (3 + s^2 + R), where a
 *       polynomial in s^2 approximates R. The quotient s and all sums are kept in two parts.
 *   <li>log2 x = n + log2 b + log(m / b) / ln 2.
 * </ol>
 *
 * <p>For example, 12 = 2^3 * 1.5 has n = 3, b = 1.5 and s = 0, so log2 12 = 3 + 0.5850.
 *
 * @param head the logarithm, rounded to 21 bits
 * @param tail the logarithm less its head
 */
record BinaryLogarithm(double head, double tail) {

  // R / s^4: near 3/5, 3/7, 3/9, 3/11, 3/13, 3/15
  private static final double L1 = 0x1.3333333333303p-1;
  private static final double L2 = 0x1.b6db6db6fabffp-2;
  private static final double L3 = 0x1.55555518f264dp-2;
  private static final double L4 = 0x1.17460a91d4101p-2;
  private static final double L5 = 0x1.d864a93c9db65p-3;
  private static final double L6 = 0x1.a7e284a454eefp-3;

  // 2 / (3 ln 2)
  private static final double SCALE = 0x1.ec709dc3a03fdp-1;
  private static final double SCALE_HEAD = 0x1.ec709ep-1;
  private static final double SCALE_TAIL = -0x1.e2fe0145b01f5p-28;

  private static final double INV_LN2 = 0x1.71547652b82fep0;
  private static final double INV_LN2_HEAD = 0x1.715476p0;
  private static final double INV_LN2_TAIL = 0x1.4ae0bf85ddf44p-26;

  private static final double LOG2_OF_1_5_HEAD = 0x1.2b8034p-1;
  private static final double LOG2_OF_1_5_TAIL = 0x1.cfdeb43cfd006p-27;

  /** The fraction bits of sqrt(3/2) in its high word. */
  private static final int SQRT_1_5 = 0x3988e;

  /** The fraction bits of sqrt(3) in its high word. */
  private static final int SQRT_3 = 0xbb67a;

  /** Where |x - 1| < 2^-20: log(1 + t) = t - t^2/2 + t^3/3 - t^4/4. */
  static BinaryLogarithm nearOne(double x) {
    double t = x - 1;
    double w = (t * t) * (0.5 - t * (1.0 / 3 - t * 0.25));
    double high = INV_LN2_HEAD * t;
    double low = t * INV_LN2_TAIL - w * INV_LN2;
    double head = Words.head(high + low);
    return new BinaryLogarithm(head, low - (head - high));
  }

  /** For any positive and finite x. */
  static BinaryLogarithm of(double x) {
    boolean subnormal = x < Double.MIN_NORMAL;
    double normal = subnormal ? x * 0x1p53 : x;
    int high = Words.high(normal);
    int n = (high >> 20) - 1023 - (subnormal ? 53 : 0);
    int fraction = high & 0xfffff;
    if (fraction >= SQRT_3) {
      return of(Words.withHigh(normal, fraction | 0x3fe00000), n + 1, 1, 0, 0);
    }
    double m = Words.withHigh(normal, fraction | 0x3ff00000);
    return fraction <= SQRT_1_5
        ? of(m, n, 1, 0, 0)
        : of(m, n, 1.5, LOG2_OF_1_5_HEAD, LOG2_OF_1_5_TAIL);
  }

  /** n + log2 m, where m is near b. */
  private static BinaryLogarithm of(double m, int n, double b, double log2b, double log2bTail) {
    double u = m - b;
    double v = 1 / (m + b);
    double s = u * v;
    double sHead = Words.head(s);
    double sumHead = Words.head(Words.head(m) + b);
    double sumTail = m - (sumHead - b);
    double sTail = v * ((u - sHead * sumHead) - sHead * sumTail);

    double r = remainder(s * s) + sTail * (sHead + s);
    double square = sHead * sHead;
    double factorHead = Words.head(3 + square + r);
    double factorTail = r - ((factorHead - 3) - square);

    double productHigh = sHead * factorHead;
    double productLow = sTail * factorHead + factorTail * s;
    double head = Words.head(productHigh + productLow);
    double tail = productLow - (head - productHigh);

    double high = SCALE_HEAD * head;
    double low = SCALE_TAIL * head + tail * SCALE + log2bTail;
    double log2 = Words.head(((high + low) + log2b) + n);
    return new BinaryLogarithm(log2, low - (((log2 - n) - log2b) - high));
  }

  /** R, where z = s^2. */
  private static double remainder(double z) {
    return z * z * (L1 + z * (L2 + z * (L3 + z * (L4 + z * (L5 + z * L6)))));
  }
}
