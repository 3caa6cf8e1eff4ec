package dev.makemore.cli.picture;

import java.util.ArrayList;
import java.util.List;

/** Puts two lists of lines side by side. */
public final class Columns {

  private Columns() {}

  /** The lines of {@code left}, {@code leftWidth} characters each, and those of {@code right}. */
  public static List<String> lines(List<String> left, int leftWidth, List<String> right) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
      String before = i < left.size() ? left.get(i) : "";
      String after = i < right.size() ? right.get(i) : "";
      lines.add((before + pad(leftWidth - before.length()) + after).stripTrailing());
    }
    return lines;
  }

  private static String pad(int length) {
    return " ".repeat(Math.max(1, length));
  }
}
