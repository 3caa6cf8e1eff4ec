package dev.makemore.benchmarks;

import java.util.List;
import java.util.Locale;

/**
 * A line of the table: a ratio, and what it should be.
 *
 * @param work what is compared
 * @param numerator the name of the measurement that is divided
 * @param denominator the name of the measurement that it is divided by
 * @param atLeast whether the goal is a minimum, and not a maximum
 * @param goal what the ratio should be
 */
record Row(String work, String numerator, String denominator, boolean atLeast, double goal) {

  /** How many times as fast as the reference it should be, at least. */
  static Row speed(String work, String ours, String reference, double goal) {
    return new Row(work, reference, ours, true, goal);
  }

  /** How many times as long as the reference it may take, at most. */
  static Row time(String work, String ours, String reference, double goal) {
    return new Row(work, ours, reference, false, goal);
  }

  /** Whether both were measured. */
  boolean isMeasured(Rounds rounds) {
    return rounds.has(numerator) && rounds.has(denominator);
  }

  /** As a row of Markdown: work, goal, median, the least and the most, whether it is reached. */
  String of(Rounds rounds) {
    List<Double> ratios = rounds.ratios(numerator, denominator);
    double median = Rounds.median(ratios);
    boolean reached = atLeast ? median >= goal : median <= goal;
    return String.format(
        Locale.ROOT,
        "| %s | %s %s | **%.2f** | %.2f to %.2f | %s |",
        work,
        atLeast ? "at least" : "at most",
        String.format(Locale.ROOT, "%.2f", goal).replaceAll("\\.?0+$", ""),
        median,
        ratios.get(0),
        ratios.get(ratios.size() - 1),
        reached ? "yes" : "no");
  }
}
