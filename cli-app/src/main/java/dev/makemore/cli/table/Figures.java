package dev.makemore.cli.table;

import java.util.Locale;

/** Numbers as people read them in tables. An infinite number is {@code infinite}. */
public final class Figures {

  private Figures() {}

  /** A number with five decimals; below 0.0001, two digits and a power of ten. */
  public static String of(double number) {
    if (number == 0) {
      return "0";
    } else if (Math.abs(number) >= 1e-4) {
      return rounded(number, 5);
    }
    return String.format(Locale.ROOT, "%.1e", number);
  }

  /** A number with {@code decimals} digits after the point, such as {@code 1,234.567}. */
  public static String rounded(double number, int decimals) {
    return Double.isInfinite(number)
        ? "infinite"
        : String.format(Locale.ROOT, "%,." + decimals + "f", number);
  }

  /** A number of things: {@code 1 item}, {@code 1,234 items}. */
  public static String counted(long number, String thing) {
    return grouped(number) + " " + thing + (number == 1 ? "" : "s");
  }

  /** A whole number with its digits in groups of three: {@code 1,234}. */
  public static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
