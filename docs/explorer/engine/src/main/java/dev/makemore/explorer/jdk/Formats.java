package dev.makemore.explorer.jdk;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Formats text in place of {@link String#format(Locale, String, Object...)}: the conversions that
 * the libraries use, {@code %s %d %,d %f %g %X}, with a precision or a width. That of the
 * compiler's class library lacks {@code %g}, and is a third of all JavaScript.
 */
public final class Formats {

  private final StringBuilder result = new StringBuilder();
  private final String format;
  private int at;

  private Formats(String format) {
    this.format = format;
  }

  /**
   * Formats as in the root locale, whatever {@code locale} is.
   *
   * @throws IllegalArgumentException if there is another conversion
   */
  public static String format(Locale locale, String format, Object... arguments) {
    return new Formats(format).format(arguments);
  }

  private String format(Object... arguments) {
    int next = 0;
    while (at < format.length()) {
      char c = format.charAt(at++);
      if (c != '%') {
        result.append(c);
      } else if (format.charAt(at) == '%') {
        result.append(format.charAt(at++));
      } else {
        conversion(arguments[next++]);
      }
    }
    return result.toString();
  }

  /** Reads what follows a percent sign: flags, a width, a precision, and a letter. */
  private void conversion(Object argument) {
    boolean grouped = take(',');
    boolean zeros = take('0');
    int width = number(0);
    int precision = take('.') ? number(0) : 6;
    char letter = format.charAt(at++);
    String text =
        switch (letter) {
          case 's' -> String.valueOf(argument);
          case 'd' -> grouped ? grouped(argument.toString()) : argument.toString();
          case 'X' -> Integer.toHexString(((Number) argument).intValue()).toUpperCase(Locale.ROOT);
          case 'f' -> fixed(((Number) argument).doubleValue(), precision);
          case 'g' -> general(((Number) argument).doubleValue(), precision);
          default -> throw new IllegalArgumentException("no conversion %" + letter);
        };
    result.append((zeros ? "0" : " ").repeat(Math.max(0, width - text.length()))).append(text);
  }

  private boolean take(char wanted) {
    boolean found = format.charAt(at) == wanted;
    at += found ? 1 : 0;
    return found;
  }

  private int number(int soFar) {
    int number = soFar;
    while (Character.isDigit(format.charAt(at))) {
      number = 10 * number + (format.charAt(at++) - '0');
    }
    return number;
  }

  private static String grouped(String digits) {
    StringBuilder grouped = new StringBuilder(digits);
    int first = digits.startsWith("-") ? 1 : 0;
    for (int i = digits.length() - 3; i > first; i -= 3) {
      grouped.insert(i, ',');
    }
    return grouped.toString();
  }

  private static String fixed(double number, int places) {
    if (!Double.isFinite(number)) {
      return Double.toString(number);
    }
    return sign(number) + size(number).setScale(places, RoundingMode.HALF_UP).toPlainString();
  }

  /** With a number of significant digits: plain from 1e-4 up to as many digits, else scientific. */
  private static String general(double number, int digits) {
    if (!Double.isFinite(number) || number == 0) {
      return fixed(number, digits - 1);
    }
    BigDecimal rounded = size(number).round(new MathContext(digits, RoundingMode.HALF_UP));
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (exponent >= -4 && exponent < digits) {
      return sign(number) + rounded.setScale(digits - 1 - exponent).toPlainString();
    }
    String mantissa = rounded.scaleByPowerOfTen(-exponent).setScale(digits - 1).toPlainString();
    String power = Integer.toString(Math.abs(exponent));
    return sign(number)
        + mantissa
        + (exponent < 0 ? "e-" : "e+")
        + (power.length() < 2 ? "0" : "")
        + power;
  }

  /** A minus also for -0.0, and for what is rounded to 0. */
  private static String sign(double number) {
    return number < 0 || 1 / number < 0 ? "-" : "";
  }

  private static BigDecimal size(double number) {
    return new BigDecimal(Double.toString(Math.abs(number))); // the digits that people see
  }
}
