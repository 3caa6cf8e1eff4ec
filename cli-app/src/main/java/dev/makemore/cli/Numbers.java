package dev.makemore.cli;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import picocli.CommandLine.TypeConversionException;

/** Numbers as they are typed, and as other programs read them. */
final class Numbers {

  private Numbers() {}

  /** Reads an option's value. */
  static long wholeNumber(String text) {
    try {
      return new BigInteger(text).longValueExact();
    } catch (NumberFormatException e) {
      throw new TypeConversionException("'" + text + "' is not a whole number");
    } catch (ArithmeticException e) {
      throw new TypeConversionException("'" + text + "' is too large");
    }
  }

  /** Reads an option's value that fits an int. */
  static int smallWholeNumber(String text) {
    long number = wholeNumber(text);
    if (number != (int) number) {
      throw new TypeConversionException("'" + text + "' is too large");
    }
    return (int) number;
  }

  /** Reads an option's value. */
  static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new TypeConversionException("'" + text + "' is not a number");
    }
  }

  /**
   * The JSON value that reads back as the same double, in the fewest digits that do; what is
   * infinite, for which JSON has no number, is the string {@code "Infinity"}.
   *
   * <p>{@link Double#toString} will not do: before JDK 19 it printed some numbers with more digits
   * than they need (2e23 as 1.9999999999999998E23), so the same result would look different on
   * different JDKs. Rounding the exact value to 1, 2, 3 ... digits until it reads back takes at
   * most 17 tries, since 17 digits always do.
   */
  static String json(double number) {
    if (Double.isInfinite(number)) {
      return number > 0 ? "\"Infinity\"" : "\"-Infinity\"";
    }
    BigDecimal exact = new BigDecimal(number);
    BigDecimal rounded = exact;
    for (int digits = 1; digits <= 17; digits++) {
      rounded = exact.round(new MathContext(digits));
      if (rounded.doubleValue() == number) {
        break;
      }
    }
    boolean large = rounded.precision() - rounded.scale() > 17; // digits before the point
    return rounded.scale() < 0 && !large ? rounded.toPlainString() : rounded.toString();
  }
}
