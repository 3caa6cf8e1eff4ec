package dev.makemore.cli.table;

import java.util.Locale;

/** Numbers for people. */
public final class Figures {

  private Figures() {}

  /** Five digits behind the point; where that says little, two digits and a power of ten. */
  public static String of(double number) {
    if (number == 0) {
      return "0";
    } else if (Double.isInfinite(number)) {
      return "infinite";
    }
    return String.format(Locale.ROOT, Math.abs(number) >= 1e-4 ? "%.5f" : "%.1e", number);
  }
}
