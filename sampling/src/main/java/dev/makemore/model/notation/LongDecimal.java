package dev.makemore.model.notation;

import java.math.BigDecimal;

/**
 * The fewest digits of a double of usual size, some ten times as fast as {@code Decimal} finds them
 * by rounding its exact value.
 *
 * <p>Such a number is m / 2^q, where m has 53 bits. With p places after the point it is the whole
 * number nearest to m 10^p / 2^q = m 5^p / 2^(q - p), rounded half up. The product has fewer than
 * 128 bits, so shifting it gives the quotient, and the bits that fall off are the remainder r. The
 * rounded number reads back as the same double if it is less than half a unit of m away, that is if
 * its distance from the product, r or 2^(q - p) - r, is less than 5^p / 2. It can't be exactly as
 * much, since 5^p is odd.
 *
 * <p>An example: 0.3 is m / 2^54 with m = 5404319552844595. With 15 places, m 5^15 / 2^39 is
 * 299999999999999.989, which is rounded to 300000000000000. The distance, 0.011 units of 2^39, is 6
 * * 10^9, less than 5^15 / 2 = 15 * 10^9. So 15 digits do, and the zeros at the end are not needed.
 *
 * <p>15 digits are tried first, then 16 and 17, which are enough for every double. A number that
 * needs fewer than 15 digits has zeros at the end of its 15, because no two decimal numbers of 15
 * digits or fewer are the same double. More digits than the fewest read back as well, since they
 * come nearer, and the doubles below and above are equally far. That is not so for powers of two.
 */
public final class LongDecimal {

  private static final double SMALLEST = 1e-10;
  private static final double LARGEST = 1e15; // not included

  private static final int FEWEST_DIGITS = 15;
  private static final int MANTISSA_BITS = 52; // the first one is not stored
  private static final long MANTISSA = (1L << MANTISSA_BITS) - 1;
  private static final long LOW = (1L << 32) - 1;
  private static final double LOG10_2 = 0.30102999566398120;

  private static final long[] POWERS_OF_FIVE = new long[27];
  private static final int ONE = 10; // 10^0 among the powers of ten
  private static final double[] POWERS_OF_TEN = new double[ONE + 17];

  static {
    POWERS_OF_FIVE[0] = 1;
    for (int i = 1; i < POWERS_OF_FIVE.length; i++) {
      POWERS_OF_FIVE[i] = 5 * POWERS_OF_FIVE[i - 1];
    }
    for (int i = 0; i < POWERS_OF_TEN.length; i++) {
      POWERS_OF_TEN[i] = BigDecimal.ONE.scaleByPowerOfTen(i - ONE).doubleValue();
    }
  }

  private LongDecimal() {}

  /** Whether {@link #of} takes this number. */
  public static boolean takes(double number) {
    double size = Math.abs(number);
    boolean powerOfTwo = (Double.doubleToRawLongBits(number) & MANTISSA) == 0;
    return size >= SMALLEST && size < LARGEST && !powerOfTwo;
  }

  /** The number in the fewest digits, without zeros at the end. */
  public static BigDecimal of(double number) {
    int exponent = Math.getExponent(number);
    long mantissa = (Double.doubleToRawLongBits(number) & MANTISSA) | (1L << MANTISSA_BITS);
    int places = FEWEST_DIGITS - digitsBeforePoint(Math.abs(number), exponent);
    long digits = rounded(mantissa, places, MANTISSA_BITS - exponent - places);
    while (digits < 0) {
      places++;
      digits = rounded(mantissa, places, MANTISSA_BITS - exponent - places);
    }
    return BigDecimal.valueOf(number < 0 ? -digits : digits, places).stripTrailingZeros();
  }

  /** The number of digits before the point; -1 if there are zeros in the first two places. */
  private static int digitsBeforePoint(double size, int exponent) {
    int power = (int) Math.floor(exponent * LOG10_2); // too small by 1 at most
    return size < POWERS_OF_TEN[ONE + power + 1] ? power + 1 : power + 2;
  }

  /** m 5^p / 2^shift, rounded half up; -1 if the result does not read back as the same double. */
  private static long rounded(long mantissa, int places, int shift) {
    long five = POWERS_OF_FIVE[places];
    long low = mantissa * five;
    long quotient = (high(mantissa, five) << -shift) | (low >>> shift); // << takes 64 - shift
    long unit = 1L << shift;
    long rest = low & (unit - 1);
    boolean up = rest >= unit >> 1;
    long distance = up ? unit - rest : rest;
    return 2 * distance < five ? quotient + (up ? 1 : 0) : -1;
  }

  /** The upper 64 bits of a product of numbers that are not negative, as on paper. */
  private static long high(long a, long b) {
    long lowLow = (a & LOW) * (b & LOW);
    long highLow = (a >>> 32) * (b & LOW) + (lowLow >>> 32);
    long lowHigh = (a & LOW) * (b >>> 32) + (highLow & LOW);
    return (a >>> 32) * (b >>> 32) + (highLow >>> 32) + (lowHigh >>> 32);
  }
}
