package dev.makemore.cli.picture;

import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/**
 * A field of a drawing in which numbers have places: x from left to right, y from below.
 *
 * @param canvas the drawing
 * @param left the place of the field in the drawing, in pixels
 * @param top the same, downward
 * @param width its width in pixels
 * @param height its height in pixels
 * @param fromX the number at its left side
 * @param toX the number at its right side
 * @param fromY the number at its foot
 * @param toY the number at its top
 */
public record SvgAxes(
    SvgCanvas canvas,
    double left,
    double top,
    double width,
    double height,
    double fromX,
    double toX,
    double fromY,
    double toY) {

  /** How numbers are shown at an axis, in a format of {@link String#format}. */
  public static String[] labels(String format, double... numbers) {
    return DoubleStream.of(numbers)
        .mapToObj(number -> String.format(Locale.ROOT, format, number))
        .toArray(String[]::new);
  }

  /** The place of a number on the x axis, in pixels of the drawing. */
  public double x(double x) {
    return left + (x - fromX) / (toX - fromX) * width;
  }

  /** The place of a number on the y axis. */
  public double y(double y) {
    return top + height - (y - fromY) / (toY - fromY) * height;
  }

  /** The axes, with a label and a grid line at each of these numbers. */
  public void draw(double[] atX, String[] labelsOfX, double[] atY, String[] labelsOfY) {
    for (int i = 0; i < atY.length; i++) {
      canvas.line("grid", left, y(atY[i]), left + width, y(atY[i]));
      canvas.ending(left - 6, y(atY[i]) + 4, "soft small", labelsOfY[i]);
    }
    for (int i = 0; i < atX.length; i++) {
      canvas.line("grid", x(atX[i]), top, x(atX[i]), top + height);
      canvas.centered(x(atX[i]), top + height + 16, "soft small", labelsOfX[i]);
    }
    canvas.line("axis", left, top, left, top + height, left + width, top + height);
  }

  /** The curve of a function, from {@code from} to {@code to}. */
  public void curve(String style, DoubleUnaryOperator f, double from, double to) {
    int steps = 120;
    double[] points = new double[2 * (steps + 1)];
    for (int i = 0; i <= steps; i++) {
      double x = from + (to - from) * i / steps;
      points[2 * i] = x(x);
      points[2 * i + 1] = y(f.applyAsDouble(x));
    }
    canvas.line(style, points);
  }
}
