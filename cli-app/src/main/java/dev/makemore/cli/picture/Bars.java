package dev.makemore.cli.picture;

import java.util.ArrayList;
import java.util.List;

/** Horizontal bars with a text before each, and perhaps one after it. */
public final class Bars {

  private final int width;
  private final List<Bar> bars = new ArrayList<>();

  private record Bar(String before, double value, String after) {}

  /** Bars of which the longest is {@code width} characters long. */
  public Bars(int width) {
    this.width = width;
  }

  /**
   * Adds a bar.
   *
   * @param before what stands before it
   * @param value what it stands for, >= 0
   */
  public void add(String before, double value) {
    add(before, value, "");
  }

  /**
   * Adds a bar with a text behind it, where the longest bar ends: the place for text that may be
   * wider or narrower than it seems.
   *
   * @param before what stands before it
   * @param value what it stands for, >= 0
   * @param after what stands after it
   */
  public void add(String before, double value, String after) {
    bars.add(new Bar(before, value, after));
  }

  /** Draws the bars: the largest fills the width, the others in proportion. */
  public List<String> lines(Ink ink) {
    double largest = bars.stream().mapToDouble(Bar::value).max().orElse(0);
    return bars.stream().map(bar -> line(bar, largest, ink)).toList();
  }

  private String line(Bar bar, double largest, Ink ink) {
    int length = largest == 0 ? 0 : (int) Math.round(bar.value() / largest * width);
    String line = bar.before() + "  " + ink.bar(length);
    return bar.after().isEmpty()
        ? line.stripTrailing()
        : line + " ".repeat(width - length) + "  " + bar.after();
  }
}
