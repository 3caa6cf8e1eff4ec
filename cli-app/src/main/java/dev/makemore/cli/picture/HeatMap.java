package dev.makemore.cli.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * A table of counts as shades: two characters a cell, which makes it about square on a terminal.
 *
 * <p>Shades go by the logarithm of the count, since a few pairs occur a thousand times as often as
 * most. Shade 0 is kept for what never occurs. In colour a cell is a patch of background, from
 * nearly black to pale yellow; the dark of shade 0 is drawn too, so that the map looks the same on
 * dark and on light terminals. Without colours it is a character that puts as much ink on the page.
 */
public final class HeatMap {

  private static final String CHARACTERS = " .:-=+*#%@";
  private static final int[] COLORS = {233, 17, 54, 90, 126, 162, 204, 209, 215, 229};
  private static final int SHADES = COLORS.length;

  private final List<String> labels;
  private final long[][] counts;
  private final double largest;

  /**
   * The map of {@code counts}.
   *
   * @param labels of the rows from the top and of the columns from the left, one character each
   * @param counts as many rows and columns, none negative
   */
  public HeatMap(List<String> labels, long[][] counts) {
    this.labels = List.copyOf(labels);
    this.counts = counts.clone();
    this.largest = LongStream.of(flat(counts)).max().orElse(0);
  }

  private static long[] flat(long[][] rows) {
    return Arrays.stream(rows).flatMapToLong(LongStream::of).toArray();
  }

  /** From 0 for a count of 0, and 1 for a count of 1, to 9 for the largest. */
  int shade(long count) {
    if (count <= 1) {
      return count == 0 ? 0 : 1;
    }
    double share = StrictMath.log((double) count) / StrictMath.log(largest); // from 0 to 1
    return 1 + (int) Math.min(SHADES - 2, share * (SHADES - 1));
  }

  /** How many times as many a shade stands for as the one before. */
  public double factor() {
    return StrictMath.pow(Math.max(1, largest), 1.0 / (SHADES - 1));
  }

  /** Draws the map, with a legend on its right. */
  public List<String> lines(Ink ink) {
    List<String> legend = legend(ink);
    List<String> lines = new ArrayList<>();
    lines.add(("  " + String.join(" ", labels)).stripTrailing());
    for (int row = 0; row < counts.length; row++) {
      StringBuilder line = new StringBuilder(labels.get(row)).append(' ');
      for (long count : counts[row]) {
        line.append(cell(shade(count), ink));
      }
      if (row < legend.size()) {
        line.append("  ").append(legend.get(row));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  private static String cell(int shade, Ink ink) {
    String plain = String.valueOf(CHARACTERS.charAt(shade)).repeat(2);
    return ink.isColored() ? ink.on(COLORS[shade], "  ") : plain;
  }

  /** One line a shade that is in use: what it looks like, and the counts that it stands for. */
  private List<String> legend(Ink ink) {
    List<String> lines = new ArrayList<>();
    lines.add(cell(0, ink) + " never");
    long from = 1;
    while (from <= largest) {
      int shade = shade(from);
      long to = last(from, shade);
      String range = from == to ? grouped(from) : grouped(from) + " to " + grouped(to);
      lines.add(cell(shade, ink) + " " + range);
      from = to + 1;
    }
    return lines;
  }

  /** The last count from {@code from} on with the same shade, by bisection: shades only rise. */
  private long last(long from, int shade) {
    long low = from;
    long high = (long) largest;
    while (low < high) {
      long middle = low + (high - low + 1) / 2;
      if (shade(middle) == shade) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private static String grouped(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
