package dev.makemore.cli.option;

import java.math.BigInteger;
import picocli.CommandLine.TypeConversionException;

/** Numbers as they are typed. */
public final class Numbers {

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
}
