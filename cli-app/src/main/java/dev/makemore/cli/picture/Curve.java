package dev.makemore.cli.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A curve that falls toward a floor. Each value has a column, and the floor is a dashed line. */
public final class Curve {

  private final List<Double> values;
  private final double floor;
  private final int height;

  /**
   * The curve of {@code values}.
   *
   * @param values none below the floor
   * @param floor the number that they fall toward
   * @param height the number of lines
   */
  public Curve(List<Double> values, double floor, int height) {
    this.values = List.copyOf(values);
    this.floor = floor;
    this.height = height;
  }

  /** Draws the curve, with the numbers of its top and of the floor on the left. */
  public List<String> lines(Ink ink) {
    double top = values.stream().mapToDouble(Double::doubleValue).max().orElse(floor);
    List<String> lines = new ArrayList<>();
    for (int level = height - 1; level >= 0; level--) {
      StringBuilder line = new StringBuilder();
      for (double value : values) {
        boolean here = levelOf(value, top) == level;
        line.append(here ? ink.accent("*") : level == 0 ? ink.faint("-") : " ");
      }
      String axis = level == height - 1 ? number(top) : level == 0 ? number(floor) : "";
      lines.add(String.format("%6s |%s", axis, line.toString().stripTrailing()));
    }
    return lines;
  }

  private long levelOf(double value, double top) {
    return top == floor ? 0 : Math.round((value - floor) / (top - floor) * (height - 1));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
