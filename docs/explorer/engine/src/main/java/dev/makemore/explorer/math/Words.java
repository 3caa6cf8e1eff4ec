package dev.makemore.explorer.math;

/**
 * The two halves of a double's 64 bits. The high word holds the sign, 11 bits of exponent (1023
 * more than the power of two) and the first 20 bits of the fraction. The low word holds the other
 * 32 bits of the fraction.
 *
 * <p>All access to bits is here, since JavaScript has no fast 64-bit integers: where it matters,
 * this class is what to replace.
 */
final class Words {

  private Words() {}

  /** The sign, the exponent and the first 20 bits of the fraction. */
  static int high(double x) {
    return (int) (Double.doubleToRawLongBits(x) >>> 32);
  }

  /** x with another high word. */
  static double withHigh(double x, int high) {
    long low = Double.doubleToRawLongBits(x) & 0xffff_ffffL;
    return Double.longBitsToDouble(((long) high << 32) | low);
  }

  /** x without its low word: rounded toward zero to 21 significant bits, if x is normal. */
  static double head(double x) {
    return Double.longBitsToDouble(Double.doubleToRawLongBits(x) & 0xffff_ffff_0000_0000L);
  }

  /** x * 2^k, exactly, where both x and the result are normal numbers. */
  static double scaled(double x, int k) {
    return withHigh(x, high(x) + (k << 20));
  }

  /** 2^k, for k from -1022 to 1023. */
  static double powerOfTwo(int k) {
    return Double.longBitsToDouble((long) (1023 + k) << 52);
  }
}
