package dev.makemore.cli.picture;

import java.util.List;
import java.util.Locale;

/**
 * A table of pairs as an SVG picture. Each pair has a cell, which is darker the larger its number
 * is.
 *
 * <p>The picture has its own background, so it looks the same on a light and on a dark page.
 */
public final class SvgHeatMap {

  private static final int CELL = 36;
  private static final int MARGIN = 10;
  private static final int CAPTION = 22;

  private static final double PAIR_SIZE = 13;
  private static final double VALUE_SIZE = 9.5;

  /** The width of a character of font size 1 in the usual monospaced fonts. */
  private static final double GLYPH = 0.6;

  /**
   * One cell.
   *
   * @param pair the label of the pair
   * @param value the number of the pair, as text
   * @param shade from 0, which is white and only for the number 0, to 1
   */
  public record Cell(String pair, String value, double shade) {}

  private final String title;
  private final String caption;
  private final List<List<Cell>> rows;

  /**
   * The picture of {@code rows}, all of the same length.
   *
   * @param title a description of the picture, for people who can't see it
   * @param caption the text below the picture; may be empty
   */
  public SvgHeatMap(String title, String caption, List<List<Cell>> rows) {
    this.title = title;
    this.caption = caption;
    this.rows = List.copyOf(rows);
  }

  /** The text of the SVG file. */
  public String svg() {
    int width = rows.stream().mapToInt(List::size).max().orElse(0) * CELL + 2 * MARGIN;
    int height = rows.size() * CELL + 2 * MARGIN + (caption.isEmpty() ? 0 : CAPTION);
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" \
            font-family="monospace" text-anchor="middle">
            <title>%3$s</title>
            <style>.p{font-size:13px}.n{font-size:9.5px}.d{fill:#123}.l{fill:#fff}.z{fill:#8a97a5}</style>
            <rect width="%1$d" height="%2$d" rx="6" fill="#fff"/>
            """,
            width,
            height,
            SvgCanvas.escaped(title)));
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < rows.get(row).size(); column++) {
        svg.append(cell(MARGIN + column * CELL, MARGIN + row * CELL, rows.get(row).get(column)));
      }
    }
    if (!caption.isEmpty()) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<text x=\"%d\" y=\"%d\" class=\"p d\" text-anchor=\"start\">%s</text>\n",
              MARGIN,
              height - MARGIN,
              SvgCanvas.escaped(caption)));
    }
    return svg.append("</svg>\n").toString();
  }

  private static String cell(int x, int y, Cell cell) {
    String ink = cell.shade() == 0 ? "z" : cell.shade() < 0.66 ? "d" : "l";
    int middle = x + CELL / 2;
    return String.format(
        Locale.ROOT,
        """
        <g class="%s"><rect x="%d" y="%d" width="%d" height="%d" fill="%s"/>\
        <text x="%d" y="%d" class="p"%s>%s</text><text x="%d" y="%d" class="n"%s>%s</text></g>
        """,
        ink,
        x,
        y,
        CELL - 1,
        CELL - 1,
        color(cell.shade()),
        middle,
        y + 16,
        fitted(cell.pair(), PAIR_SIZE),
        SvgCanvas.escaped(cell.pair()),
        middle,
        y + 29,
        fitted(cell.value(), VALUE_SIZE),
        SvgCanvas.escaped(cell.value()));
  }

  /** An attribute with a smaller font size for text that would not fit its cell; or nothing. */
  private static String fitted(String text, double size) {
    int length = text.codePointCount(0, text.length());
    double fitting = (CELL - 4) / (GLYPH * Math.max(1, length));
    return fitting >= size
        ? ""
        : String.format(Locale.ROOT, " style=\"font-size:%.1fpx\"", fitting);
  }

  /** A color from white at 0 to a dark blue at 1. */
  private static String color(double shade) {
    return String.format(
        Locale.ROOT,
        "#%02x%02x%02x",
        mix(255, 8, shade),
        mix(255, 64, shade),
        mix(255, 129, shade));
  }

  private static int mix(int from, int to, double shade) {
    return (int) Math.round(from + (to - from) * shade);
  }
}
