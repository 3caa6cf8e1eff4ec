package dev.makemore.autograd.nn;

import dev.makemore.autograd.Value;
import java.util.List;
import java.util.Locale;

/** How weights are shown: with two decimals, and no more of them than fit on a line. */
final class Shown {

  private static final int LINE = 72; // characters

  private Shown() {}

  /** The data of values, after {@code start}. */
  static String line(String start, List<Value> values) {
    StringBuilder line = new StringBuilder(start);
    for (Value value : values) {
      String number = String.format(Locale.ROOT, " %.2f", value.data());
      if (line.length() + number.length() > LINE) {
        return line.append(" ...").toString();
      }
      line.append(number);
    }
    return line.toString();
  }
}
