package dev.makemore.cli.picture;

import java.util.ArrayList;
import java.util.List;

/** Horizontal bars, each with a text before it, and perhaps with a text after it. */
public final class Bars {

  private final int width;
  private final List<Bar> bars = new ArrayList<>();

  private record Bar(String before, double value, String after) {}

  /** Bars, of which the longest is {@code width} characters long. */
  public Bars(int width) {
    this.width = width;
  }

  /**
   * Adds a bar.
   *
   * @param before the text before the bar
   * @param value the number that the bar stands for, >= 0
   */
  public void add(String before, double value) {
    add(before, value, "");
  }

  /**
   * Adds a bar with a text after it. All these texts start where the longest bar ends. This is the
   * place for text whose width on a terminal is not known.
   *
   * @param before the text before the bar
   * @param value the number that the bar stands for, >= 0
   * @param after the text after the bar
   */
  public void add(String before, double value, String after) {
    bars.add(new Bar(before, value, after));
  }

  /** Draws the bars. The largest fills the width, and the others are in proportion to it. */
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
