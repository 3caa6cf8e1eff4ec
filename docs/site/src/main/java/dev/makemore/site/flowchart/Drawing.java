package dev.makemore.site.flowchart;

import dev.makemore.site.html.Html;
import java.util.List;
import java.util.Locale;

/** A chart with a place for everything in it, in pixels. */
final class Drawing {

  private static final double LETTER = 7.4;
  private static final double LINE = 17;
  private static final double PADDING = 10;
  private static final double GAP = 16;
  private static final double LAYER_GAP = 44;
  private static final double TIP = 7;

  private final Flowchart chart;
  private final Layers layers;
  private final double[] widths;
  private final double[] heights;
  private final double[] xs; // of centers
  private final double[] ys;

  private Drawing(Flowchart chart) {
    this.chart = chart;
    layers = new Layers(chart.boxes().size(), chart.arrows());
    int places = layers.before.size();
    widths = new double[places];
    heights = new double[places];
    for (int i = 0; i < chart.boxes().size(); i++) {
      List<String> lines = chart.boxes().get(i);
      int longest = lines.stream().mapToInt(String::length).max().orElse(0);
      widths[i] = longest * LETTER + 2 * PADDING;
      heights[i] = lines.size() * LINE + 2 * PADDING - 4;
    }
    double[] along = Spread.centers(layers, chart.across() ? heights : widths, GAP);
    double[] down = centers(chart.across() ? widths : heights);
    xs = chart.across() ? down : along;
    ys = chart.across() ? along : down;
  }

  static Drawing of(Flowchart chart) {
    return new Drawing(chart);
  }

  /**
   * Where each place has its center, seen along the arrows. A point at which an arrow goes through
   * a layer becomes as long as the layer.
   */
  private double[] centers(double[] sizes) {
    double[] centers = new double[sizes.length];
    double start = 0;
    for (List<Integer> layer : layers.order) {
      double size = layer.stream().mapToDouble(place -> sizes[place]).max().orElse(0);
      for (int place : layer) {
        centers[place] = start + size / 2;
        sizes[place] = place < chart.boxes().size() ? sizes[place] : size;
      }
      start += size + LAYER_GAP;
    }
    return centers;
  }

  String svg() {
    double width = 0;
    double height = 0;
    for (int i = 0; i < xs.length; i++) {
      width = Math.max(width, xs[i] + widths[i] / 2);
      height = Math.max(height, ys[i] + heights[i] / 2);
    }
    StringBuilder svg = new StringBuilder();
    svg.append("<div class=\"chart\">");
    svg.append(
        format(
            "<svg viewBox=\"-2 -2 %.0f %.0f\" width=\"%.0f\" style=\"--width: %.0fpx\""
                + " role=\"img\" aria-label=\"%s\">",
            width + 4, height + 4, width + 4, width + 4, Html.escape(chart.description())));
    layers.routes.forEach(route -> appendArrow(route, svg));
    for (int i = 0; i < chart.boxes().size(); i++) {
      appendBox(i, svg);
    }
    return svg.append("</svg></div>").toString();
  }

  private void appendBox(int i, StringBuilder svg) {
    svg.append(
        format(
            "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"6\"/>",
            xs[i] - widths[i] / 2, ys[i] - heights[i] / 2, widths[i], heights[i]));
    List<String> lines = chart.boxes().get(i);
    for (int line = 0; line < lines.size(); line++) {
      double y = ys[i] + (line - (lines.size() - 1) / 2.0) * LINE + 4.5;
      svg.append(
          format("<text x=\"%.1f\" y=\"%.1f\">%s</text>", xs[i], y, Html.escape(lines.get(line))));
    }
  }

  /**
   * An arrow that leaves and enters its boxes along the direction of the chart. It curves between
   * layers only, and goes straight through a layer, beside the boxes of that.
   */
  private void appendArrow(List<Integer> route, StringBuilder svg) {
    int from = route.get(0);
    int to = route.get(route.size() - 1);
    boolean across = chart.across();
    double[] along = across ? xs : ys;
    double[] sizes = across ? widths : heights;
    double[] beside = across ? ys : xs;
    double out = along[from] + sizes[from] / 2;
    double side = beside[from];
    StringBuilder path = new StringBuilder("M" + point(out, side));
    for (int place : route.subList(1, route.size())) {
      double in = along[place] - sizes[place] / 2 - (place == to ? TIP : 0);
      double middle = (out + in) / 2;
      path.append('C').append(point(middle, side)).append(' ');
      side = beside[place];
      path.append(point(middle, side)).append(' ').append(point(in, side));
      out = along[place] + sizes[place] / 2;
      if (place != to) {
        path.append('L').append(point(out, side));
      }
    }
    svg.append("<path class=\"line\" d=\"").append(path).append("\"/>");
    double tip = along[to] - sizes[to] / 2;
    svg.append("<path class=\"tip\" d=\"M").append(point(tip - TIP, side - 4));
    svg.append('L').append(point(tip, side)).append('L').append(point(tip - TIP, side + 4));
    svg.append("z\"/>");
  }

  private String point(double along, double beside) {
    return format("%.1f %.1f", chart.across() ? along : beside, chart.across() ? beside : along);
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
