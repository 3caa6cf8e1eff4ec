package dev.makemore.docs.picture;

import dev.makemore.cli.picture.SvgAxes;
import java.util.function.DoubleBinaryOperator;

/**
 * The line on which a function of two numbers is 0.
 *
 * <p>The field is cut into small squares. Where two neighboring corners of a square have different
 * signs, the line crosses the edge between them, at a place found by a straight line between their
 * values. A square that is crossed has two such places, and gets a piece of the line (marching
 * squares; Lorensen and Cline, "Marching cubes", 1987, in two dimensions).
 */
record Contour(SvgAxes axes, DoubleBinaryOperator f) {

  private static final int SQUARES = 60;

  void draw(String style) {
    double stepX = (axes.toX() - axes.fromX()) / SQUARES;
    double stepY = (axes.toY() - axes.fromY()) / SQUARES;
    for (int i = 0; i < SQUARES; i++) {
      for (int j = 0; j < SQUARES; j++) {
        square(style, axes.fromX() + i * stepX, axes.fromY() + j * stepY, stepX, stepY);
      }
    }
  }

  private void square(String style, double x, double y, double width, double height) {
    double[] xs = {x, x + width, x + width, x};
    double[] ys = {y, y, y + height, y + height};
    double[] crossings = new double[8];
    int found = 0;
    for (int k = 0; k < 4; k++) {
      int next = (k + 1) % 4;
      double here = f.applyAsDouble(xs[k], ys[k]);
      double there = f.applyAsDouble(xs[next], ys[next]);
      if (here > 0 != there > 0) {
        double way = here / (here - there);
        crossings[found++] = axes.x(xs[k] + way * (xs[next] - xs[k]));
        crossings[found++] = axes.y(ys[k] + way * (ys[next] - ys[k]));
      }
    }
    if (found == 4) {
      axes.canvas().line(style, crossings[0], crossings[1], crossings[2], crossings[3]);
    }
  }
}
