package dev.makemore.explorer.math;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Compares results bit by bit, and keeps the first differences. All NaNs count as one. */
final class BitComparison {

  private static final int KEPT = 10;

  private final List<String> differences = new ArrayList<>();
  private long count;

  /** Compares the two results for the arguments. */
  void add(double actual, double expected, double... arguments) {
    count++;
    if (Double.doubleToLongBits(actual) != Double.doubleToLongBits(expected)
        && differences.size() < KEPT) {
      differences.add(
          "%s: %s instead of %s"
              .formatted(
                  Arrays.stream(arguments).mapToObj(Double::toHexString).toList(),
                  Double.toHexString(actual),
                  Double.toHexString(expected)));
    }
  }

  /** How many results were compared. */
  long count() {
    return count;
  }

  /** The first arguments for which the results differ. */
  List<String> differences() {
    return Collections.unmodifiableList(differences);
  }
}
