package dev.makemore.cli.picture;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table of numbers as shades. A cell is two characters wide, which makes it about square on a
 * terminal.
 *
 * <p>With 256 colors a cell is a patch of background, from nearly black to pale yellow. The dark
 * cells of shade 0 are drawn, too, so that the map looks the same on dark and on light terminals.
 * With fewer colors, or none, a cell is a character that covers more of its place the higher the
 * shade is.
 *
 * <p>Rows and columns have the same labels. The label of a column is written downward.
 */
public final class HeatMap {

  private static final String CHARACTERS = " .:-=+*#%@";
  private static final int[] COLORS = {233, 17, 54, 90, 126, 162, 204, 209, 215, 229};
  private static final int CELL = 2;

  /** The largest width of a map with its legend beside it. A legend that is wider stands below. */
  private static final int WIDTH = 80;

  private final List<String> labels;
  private final double[][] values;
  private final Scale scale;
  private final int widest; // that the map may be
  private final int cell; // how wide one is

  /**
   * The map of {@code values}.
   *
   * @param labels the labels of the rows from the top, and of the columns from the left; their
   *     {@link DisplayWidth} must be known
   * @param values a number >= 0 for each row and column
   * @param scale the shades of the numbers
   */
  public HeatMap(List<String> labels, double[][] values, Scale scale) {
    this(labels, values, scale, WIDTH);
  }

  private HeatMap(List<String> labels, double[][] values, Scale scale, int widest) {
    this.labels = List.copyOf(labels);
    this.values = values.clone();
    this.scale = scale;
    this.widest = widest;
    this.cell = margin(labels) + CELL * labels.size() <= widest ? CELL : 1;
  }

  /** This map, but in {@code columns} columns if possible: cells may become half as wide. */
  public HeatMap within(int columns) {
    return new HeatMap(labels, values, scale, columns);
  }

  /**
   * How many columns fit if {@code beside} characters of every line are taken by something else.
   */
  public static int fitting(List<String> labels, int beside) {
    return (WIDTH - margin(labels) - beside) / CELL;
  }

  /** Draws the map, with the legend on its right if there is room, and otherwise below. */
  public List<String> lines(Ink ink) {
    List<String> legend = legend(ink);
    int legendWidth = 2 + legend(Ink.plain()).stream().mapToInt(String::length).max().orElse(0);
    return width() + legendWidth <= widest
        ? besideGrid(legend, ink)
        : linesWithNotes(List.of(), ink);
  }

  /** Draws the map with a note of any width on the right of each row, and the legend below. */
  public List<String> linesWithNotes(List<String> notes, Ink ink) {
    List<String> lines = new ArrayList<>(besideGrid(notes, ink));
    lines.add("");
    lines.addAll(legend(ink));
    return lines;
  }

  /** The map with {@code notes} beside it, the first of them beside the first row. */
  private List<String> besideGrid(List<String> notes, Ink ink) {
    List<String> lines = header();
    for (int row = 0; row < Math.max(values.length, notes.size()); row++) {
      String cells = row < values.length ? row(row, ink) : " ".repeat(width());
      String note = row < notes.size() ? "  " + notes.get(row) : "";
      lines.add((cells + note).stripTrailing());
    }
    return lines;
  }

  private int width() {
    return margin(labels) + cell * labels.size();
  }

  private String row(int row, Ink ink) {
    StringBuilder line = new StringBuilder();
    line.append(" ".repeat(margin(labels) - 1 - width(labels.get(row))));
    line.append(labels.get(row)).append(' ');
    for (double value : values[row]) {
      line.append(cell(scale.shade(value), ink));
    }
    return line.toString();
  }

  /** The labels of the columns, written downward so that they end just above the first row. */
  private List<String> header() {
    int height = labels.stream().mapToInt(label -> glyphs(label).size()).max().orElse(0);
    List<String> lines = new ArrayList<>();
    for (int fromEnd = height; fromEnd > 0; fromEnd--) {
      StringBuilder line = new StringBuilder(" ".repeat(margin(labels)));
      for (String label : labels) {
        List<String> glyphs = glyphs(label);
        String glyph = fromEnd > glyphs.size() ? "" : glyphs.get(glyphs.size() - fromEnd);
        line.append(glyph).append(" ".repeat(Math.max(0, cell - width(glyph))));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  private static List<String> glyphs(String label) {
    return label.codePoints().mapToObj(Character::toString).collect(Collectors.toList());
  }

  /** The number of characters to the left of the first column. */
  private static int margin(List<String> labels) {
    return labels.isEmpty() ? 1 : 1 + Collections.max(labels.stream().map(HeatMap::width).toList());
  }

  private static int width(String label) {
    return DisplayWidth.of(label).orElse(label.length());
  }

  private String cell(int shade, Ink ink) {
    String plain = String.valueOf(CHARACTERS.charAt(shade)).repeat(cell);
    return ink.hasShades() ? ink.on(COLORS[shade], " ".repeat(cell)) : plain;
  }

  /** One line for each shade in use: its cell, and the numbers that it stands for. */
  private List<String> legend(Ink ink) {
    List<String> lines = new ArrayList<>();
    for (int shade = 0; shade < Scale.SHADES; shade++) {
      String cell = cell(shade, ink);
      scale.meaning(shade).ifPresent(meaning -> lines.add(cell + " " + meaning));
    }
    return lines;
  }
}
