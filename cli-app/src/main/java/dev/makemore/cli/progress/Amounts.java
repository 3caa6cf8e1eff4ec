package dev.makemore.cli.progress;

import java.util.Locale;

/** Amounts in a few characters. */
final class Amounts {

  private static final String PREFIXES = "kMGTPE";

  private Amounts() {}

  /** Bytes by powers of 1,000, in three digits or so: {@code 512 B}, {@code 1.4 MB}. */
  static String bytes(long bytes) {
    if (bytes < 1_000) {
      return String.format(Locale.ROOT, "%d B", bytes);
    }
    double amount = bytes / 1e3;
    int prefix = 0;
    while (amount >= 999.5 && prefix < PREFIXES.length() - 1) {
      amount /= 1_000;
      prefix++;
    }
    String format = amount < 9.95 ? "%.1f %sB" : "%.0f %sB";
    return String.format(Locale.ROOT, format, amount, PREFIXES.charAt(prefix));
  }

  /** A time, as a clock shows it: {@code 0:07}, {@code 1:02:03}. */
  static String time(double seconds) {
    long whole = (long) Math.ceil(seconds);
    long hours = whole / 3_600;
    return hours == 0
        ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
        : String.format(Locale.ROOT, "%d:%02d:%02d", hours, whole / 60 % 60, whole % 60);
  }
}
