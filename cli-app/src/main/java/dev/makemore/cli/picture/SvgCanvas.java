package dev.makemore.cli.picture;

import java.util.List;
import java.util.Locale;

/**
 * A drawing as SVG, with its own background, that can be read on a light and on a dark page. Points
 * are in pixels from the upper left corner, and numbers have at most one decimal.
 *
 * <p>What things look like is said by the names of the style sheet: {@code ink} and {@code soft}
 * for text, {@code frame}, {@code grid} and {@code axis} for lines, and {@code blue}, {@code
 * orange} and {@code pale} for what is filled. A name that ends in {@code -line} is a line of that
 * color. The colors are those of Okabe and Ito, "Color universal design" (2008), which people with
 * the common kinds of color blindness can tell apart.
 */
public final class SvgCanvas {

  private static final String STYLE =
      """
      text{font-family:ui-sans-serif,system-ui,sans-serif;font-size:13px}
      .mono{font-family:ui-monospace,monospace}.small{font-size:11px}.large{font-size:18px}.tiny{font-size:8px}
      .paper{fill:#fff}.ink{fill:#1b2430}.soft{fill:#5b6675}
      .blue{fill:#0072b2}.orange{fill:#d55e00}.pale{fill:#dbe9f4}.sand{fill:#fbe6d4}
      .on{fill:#fff}
      .frame,.grid,.axis,.ink-line,.blue-line,.orange-line,.gray-line{fill:none;stroke-width:1}
      .frame{stroke:#9aa5b1}.grid{stroke:#e4e8ec}.axis{stroke:#5b6675}
      .ink-line{stroke:#1b2430;stroke-width:1.5;stroke-linecap:round}
      .blue-line{stroke:#0072b2;stroke-width:2}.orange-line{stroke:#d55e00;stroke-width:2}
      .gray-line{stroke:#8a94a0;stroke-width:1.5;stroke-dasharray:5 4}
      @media (prefers-color-scheme:dark){
      .paper{fill:#12171e}.ink{fill:#e8edf2}.soft{fill:#a3aeba}
      .blue{fill:#56b4e9}.orange{fill:#f0954b}.pale{fill:#1d3a50}.sand{fill:#4a2f1b}
      .on{fill:#0b0f14}
      .frame{stroke:#5b6675}.grid{stroke:#252d37}.axis{stroke:#a3aeba}.ink-line{stroke:#e8edf2}
      .blue-line{stroke:#56b4e9}.orange-line{stroke:#f0954b}.gray-line{stroke:#7d8894}}
      """;

  private final StringBuilder svg = new StringBuilder();

  /**
   * An empty drawing.
   *
   * @param title what it shows, for people who can't see it
   */
  public SvgCanvas(int width, int height, String title) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$d %2$d\" width=\"%1$d\""
                + " role=\"img\">%n<title>%3$s</title>%n<style>%n%4$s</style>%n",
            width,
            height,
            escaped(title),
            STYLE));
    svg.append(
        String.format(
            Locale.ROOT,
            "<rect class=\"paper\" width=\"%d\" height=\"%d\" rx=\"8\"/>%n",
            width,
            height));
  }

  /** A box whose upper left corner is at a point. */
  public void box(double x, double y, double width, double height, String style) {
    svg.append(
        String.format(
            "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>%n",
            style, number(x), number(y), number(width), number(height)));
  }

  /**
   * Squares of one color.
   *
   * @param opacity from 0, which can't be seen, to 1
   * @param corners x and y of the upper left corner of each
   */
  public void squares(String style, double opacity, double side, List<double[]> corners) {
    StringBuilder path = new StringBuilder();
    for (double[] corner : corners) {
      path.append('M').append(number(corner[0])).append(' ').append(number(corner[1]));
      path.append('h').append(number(side)).append('v').append(number(side));
      path.append('h').append(number(-side)).append('z');
    }
    svg.append(
        String.format(
            Locale.ROOT, "<path class=\"%s\" opacity=\"%.2f\" d=\"%s\"/>%n", style, opacity, path));
  }

  /** A circle around a point. */
  public void dot(double x, double y, double radius, String style) {
    svg.append(
        String.format(
            "<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"%s\"/>%n",
            style, number(x), number(y), number(radius)));
  }

  /** A line through points: x and y of the first, of the second, and so on. */
  public void line(String style, double... points) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < points.length; i += 2) {
      text.append(i == 0 ? "" : " ").append(number(points[i])).append(',');
      text.append(number(points[i + 1]));
    }
    svg.append(String.format("<polyline class=\"%s\" points=\"%s\"/>%n", style, text));
  }

  /** Text that starts at a point. */
  public void text(double x, double y, String style, String text) {
    anchored("start", x, y, style, text);
  }

  /** Text whose middle is at a point. */
  public void centered(double x, double y, String style, String text) {
    anchored("middle", x, y, style, text);
  }

  /** Text that ends at a point. */
  public void ending(double x, double y, String style, String text) {
    anchored("end", x, y, style, text);
  }

  private void anchored(String anchor, double x, double y, String style, String text) {
    svg.append(
        String.format(
            "<text class=\"%s\" x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>%n",
            style, number(x), number(y), anchor, escaped(text)));
  }

  private static String number(double number) {
    String text = String.format(Locale.ROOT, "%.1f", number);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  /** Escapes the characters that XML uses for markup, and replaces those that it does not allow. */
  public static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                default -> escaped.appendCodePoint(isAllowed(c) ? c : '\uFFFD');
              }
            });
    return escaped.toString();
  }

  /** Whether XML 1.0 (section 2.2) allows it; tab, line feed and carriage return are left out. */
  private static boolean isAllowed(int codePoint) {
    return codePoint >= 0x20
        && Character.getType(codePoint) != Character.SURROGATE
        && codePoint != 0xFFFE
        && codePoint != 0xFFFF;
  }

  /** The text of the file. */
  public String svg() {
    return (svg + "</svg>\n").replace("\r\n", "\n");
  }
}
