package dev.makemore.model.io;

import dev.makemore.model.notation.LongDecimal;
import java.math.BigDecimal;
import java.math.MathContext;

/** Writes doubles as decimal numbers that read back as the same double. */
public final class Decimal {

  /** This many digits are enough for every double. */
  private static final int MAX_DIGITS = 17;

  private static final long MANTISSA = (1L << 52) - 1;

  private Decimal() {}

  /**
   * {@code number} in the fewest digits that read back as the same double, on every Java.
   *
   * <p>{@link Double#toString} does not do: before JDK 19 it printed some numbers with more digits
   * than they need (2e23 as 1.9999999999999998E23), so the same result would look different on
   * different JDKs. But it never prints fewer digits than needed. So this method starts with that
   * many digits, and rounds the exact value to fewer digits as long as the result reads back as the
   * same double. This finds the fewest digits, because more digits than those read back as well.
   * Powers of two are the exception, since the doubles below them are nearer than those above:
   * there every number of digits is tried, from one on. {@link LongDecimal} finds the same digits
   * faster, for most numbers that occur.
   *
   * @throws NumberFormatException if the number is infinite or NaN
   */
  public static String shortest(double number) {
    if (number == 0) {
      return Double.doubleToRawLongBits(number) == 0 ? "0" : "-0.0";
    }
    return text(LongDecimal.takes(number) ? LongDecimal.of(number) : byRounding(number));
  }

  /** The fewest digits of any number but 0, without zeros at the end. */
  static BigDecimal byRounding(double number) {
    BigDecimal exact = new BigDecimal(number);
    boolean powerOfTwo = (Double.doubleToRawLongBits(number) & MANTISSA) == 0;
    int digits =
        powerOfTwo ? 1 : Math.min(MAX_DIGITS, new BigDecimal(Double.toString(number)).precision());
    BigDecimal rounded = exact.round(new MathContext(digits));
    while (rounded.doubleValue() != number) { // the last of its digits was not the nearest
      rounded = exact.round(new MathContext(++digits));
    }
    BigDecimal shorter = rounded;
    while (digits > 1 && shorter.doubleValue() == number) {
      rounded = shorter;
      shorter = exact.round(new MathContext(--digits));
    }
    return (shorter.doubleValue() == number ? shorter : rounded).stripTrailingZeros();
  }

  private static String text(BigDecimal digits) {
    boolean large = digits.precision() - digits.scale() > MAX_DIGITS; // before the point
    return digits.scale() < 0 && !large ? digits.toPlainString() : digits.toString();
  }
}
