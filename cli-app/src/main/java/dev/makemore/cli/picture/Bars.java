package dev.makemore.cli.picture;

import java.util.ArrayList;
import java.util.List;

/** Horizontal bars with a text before each. */
public final class Bars {

  private final int width;
  private final List<String> labels = new ArrayList<>();
  private final List<Long> values = new ArrayList<>();

  /** Bars of which the longest is {@code width} characters long. */
  public Bars(int width) {
    this.width = width;
  }

  /**
   * Adds a bar.
   *
   * @param label what stands before it
   * @param value what it stands for, >= 0
   */
  public void add(String label, long value) {
    labels.add(label);
    values.add(value);
  }

  /** Draws the bars: the largest fills the width, the others in proportion. */
  public List<String> lines(Ink ink) {
    double largest = values.stream().mapToLong(Long::longValue).max().orElse(0);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      long length = largest == 0 ? 0 : Math.round(values.get(i) / largest * width);
      lines.add((labels.get(i) + "  " + ink.bar((int) length)).stripTrailing());
    }
    return lines;
  }
}
