package dev.makemore.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A picture of how time grows, as SVG: both axes logarithmic, so that growth in proportion is a
 * line as steep as the gray one, which is drawn through the last point.
 */
final class Plot {

  private static final int WIDTH = 420;
  private static final int HEIGHT = 300;
  private static final int LEFT = 70;
  private static final int BOTTOM = 50;
  private static final int TOP = 40;
  private static final int RIGHT = 30;

  private record Point(double x, double y, String label) {}

  private final String title;
  private final String xAxis;
  private final List<Point> points = new ArrayList<>();

  Plot(String title, String xAxis) {
    this.title = title;
    this.xAxis = xAxis;
  }

  /** Adds a point: a size, and the seconds that it took. */
  void add(double size, double seconds) {
    points.add(new Point(size, seconds, text(seconds)));
  }

  private static String text(double seconds) {
    return seconds < 1
        ? String.format(Locale.ROOT, "%.3g ms", seconds * 1e3)
        : String.format(Locale.ROOT, "%.3g s", seconds);
  }

  /** The picture. */
  String svg() {
    double minX = points.stream().mapToDouble(Point::x).min().orElseThrow();
    double maxX = points.stream().mapToDouble(Point::x).max().orElseThrow();
    Point last = points.get(points.size() - 1);
    double minY =
        Math.min(
            last.y() * minX / last.x(), points.stream().mapToDouble(Point::y).min().orElseThrow());
    double maxY = points.stream().mapToDouble(Point::y).max().orElseThrow();
    Scale x = new Scale(minX, maxX, LEFT, WIDTH - RIGHT);
    Scale y = new Scale(minY, maxY, HEIGHT - BOTTOM, TOP);
    StringBuilder svg = new StringBuilder();
    line(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
            + " font-size=\"12\">",
        WIDTH,
        HEIGHT);
    line(svg, "<rect width=\"%d\" height=\"%d\" fill=\"white\"/>", WIDTH, HEIGHT);
    line(svg, "<text x=\"%d\" y=\"20\" font-size=\"14\">%s</text>", LEFT, title);
    line(
        svg,
        "<path d=\"M%.1f %.1fL%.1f %.1f\" stroke=\"#bbb\" fill=\"none\"/>",
        x.of(minX),
        y.of(last.y() * minX / last.x()),
        x.of(last.x()),
        y.of(last.y()));
    StringBuilder path = new StringBuilder();
    for (Point point : points) {
      double px = x.of(point.x());
      double py = y.of(point.y());
      path.append(
          String.format(Locale.ROOT, "%s%.1f %.1f", path.length() == 0 ? "M" : "L", px, py));
      line(svg, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"#1f5f8b\"/>", px, py);
      line(
          svg,
          "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
          px - 8,
          py - 4,
          point.label());
      line(
          svg,
          "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%.0f</text>",
          px,
          HEIGHT - BOTTOM + 20,
          point.x());
    }
    line(svg, "<path d=\"%s\" stroke=\"#1f5f8b\" fill=\"none\"/>", path);
    line(
        svg,
        "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>",
        (LEFT + WIDTH - RIGHT) / 2,
        HEIGHT - 10,
        xAxis);
    return svg.append("</svg>\n").toString();
  }

  private static void line(StringBuilder svg, String format, Object... arguments) {
    svg.append(String.format(Locale.ROOT, format, arguments)).append('\n');
  }

  /** From numbers to places, by their logarithms. */
  private record Scale(double min, double max, double from, double to) {
    double of(double number) {
      return from + (to - from) * Math.log(number / min) / Math.log(max / min);
    }
  }
}
