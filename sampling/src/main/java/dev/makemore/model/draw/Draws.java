package dev.makemore.model.draw;

/**
 * How 64 random bits choose one of n things.
 *
 * <p>Read the bits as a fraction u of 2^64. The product u * n then has the chosen index as its
 * integer part, in the high word of the 128-bit product, and in the low word a fraction that is
 * again uniform and can decide something else. No division and no retry; the largest bias is n /
 * 2^64 (Lemire, "Fast random integer generation in an interval", ACM TOMACS 29(1), 2019, section 3,
 * but without the correction of that bias).
 *
 * <p>A small example with 4 bits and n = 3: the bits 1011 are 11/16, and 3 times that is 33/16 = 2
 * + 1/16. So the index is 2 and the fraction is 1/16.
 */
public final class Draws {

  private Draws() {}

  /** The index from 0 to {@code n - 1} that {@code bits} choose: the high word of bits * n. */
  public static int index(long bits, int n) {
    // multiplyHigh reads bits from 2^63 on as bits - 2^64, which makes the high word n too low.
    return (int) (Math.multiplyHigh(bits, n) + ((bits >> 63) & n));
  }

  /** The unsigned fraction of 2^64 that is left: the low word of bits * n. */
  public static long fraction(long bits, int n) {
    return bits * n;
  }
}
