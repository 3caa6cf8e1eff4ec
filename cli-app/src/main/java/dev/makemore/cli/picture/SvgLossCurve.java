package dev.makemore.cli.picture;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/**
 * The loss of a net, step by step, as an SVG picture with two fields. The left one shows the loss
 * beside the loss that counting has, which no net can beat. The right one shows how far it is above
 * that, with a field of the same height for each factor of ten.
 */
public final class SvgLossCurve {

  private static final int MOST_POINTS = 400; // more can't be seen
  private static final int WIDTH = 330; // of a field
  private static final int HEIGHT = 230;
  private static final int TOP = 44;
  private static final int LOWEST = -5; // the power of ten at the foot of the right field

  private final String what;
  private final double[] losses; // by step
  private final double floor;

  /**
   * The curve of {@code losses}, at least one.
   *
   * @param what the losses are of, such as {@code the loss}
   * @param losses in nats, at the start and after each step
   * @param floor the loss of counting
   */
  public SvgLossCurve(String what, List<Double> losses, double floor) {
    this.what = what;
    this.losses = losses.stream().mapToDouble(Double::doubleValue).toArray();
    this.floor = floor;
  }

  /** The text of the SVG file. */
  public String svg() {
    SvgCanvas canvas = new SvgCanvas(820, 320, "The loss after each step, beside that of counting");
    int steps = Math.max(1, losses.length - 1);
    double top =
        Math.max(floor + 1e-3, DoubleStream.of(losses).filter(Double::isFinite).max().orElse(0));
    double margin = (top - floor) / 12;
    SvgAxes linear =
        new SvgAxes(canvas, 56, TOP, WIDTH, HEIGHT, 0, steps, floor - margin, top + margin);
    double[] heights = {floor, top};
    String format = top < 1_000 ? "%.3f" : "%.1e";
    linear.draw(
        ticks(steps),
        SvgAxes.labels("%.0f", ticks(steps)),
        heights,
        SvgAxes.labels(format, heights));
    linear
        .canvas()
        .line("gray-line", linear.x(0), linear.y(floor), linear.x(steps), linear.y(floor));
    curve(linear, loss -> loss);
    canvas.text(56, 26, "ink", what + ", in nats");
    canvas.ending(
        56 + WIDTH - 4, linear.y(floor) + 13, "soft small", "counting " + shown("%.4f", floor));

    double highest = Math.ceil(StrictMath.log10(Math.max(1e-4, top - floor)));
    SvgAxes log = new SvgAxes(canvas, 470, TOP, WIDTH, HEIGHT, 0, steps, LOWEST, highest);
    double apart = Math.ceil((highest - LOWEST) / 8); // so that labels don't touch
    double[] powers = DoubleStream.iterate(LOWEST, p -> p <= highest, p -> p + apart).toArray();
    String[] powerLabels =
        DoubleStream.of(powers).mapToObj(SvgLossCurve::powerOfTen).toArray(String[]::new);
    log.draw(ticks(steps), SvgAxes.labels("%.0f", ticks(steps)), powers, powerLabels);
    curve(log, loss -> StrictMath.log10(loss - floor));
    canvas.text(470, 26, "ink", "how far above counting, by factors of ten");
    canvas.centered(56 + WIDTH / 2.0, 308, "soft small", "steps");
    canvas.centered(470 + WIDTH / 2.0, 308, "soft small", "steps");
    return canvas.svg();
  }

  private void curve(SvgAxes axes, DoubleUnaryOperator height) {
    int stride = Math.max(1, losses.length / MOST_POINTS);
    DoubleStream.Builder points = DoubleStream.builder();
    for (int step = 0; step < losses.length; step += stride) {
      double y = height.applyAsDouble(losses[step]);
      if (y >= axes.fromY() && y <= axes.toY()) { // not NaN, nor beyond the field
        points.add(axes.x(step)).add(axes.y(y));
      }
    }
    double[] places = points.build().toArray();
    if (places.length == 2) {
      axes.canvas().dot(places[0], places[1], 3, "blue"); // a line of one point can't be seen
    }
    axes.canvas().line("blue-line", places);
  }

  private static String powerOfTen(double power) {
    return Math.abs(power) <= 5
        ? BigDecimal.ONE.scaleByPowerOfTen((int) power).toPlainString()
        : "1e" + (int) power;
  }

  /** Round numbers of steps, at most four of them, and the last step. */
  private static double[] ticks(int steps) {
    double power = StrictMath.pow(10, Math.floor(StrictMath.log10(Math.max(1, steps / 4.0))));
    double distance =
        DoubleStream.of(1, 2, 5, 10)
            .map(m -> m * power)
            .filter(d -> steps / d <= 4)
            .min()
            .orElse(1);
    DoubleStream round =
        DoubleStream.iterate(0, t -> t < steps - distance / 3, t -> t + Math.ceil(distance));
    return DoubleStream.concat(round, DoubleStream.of(steps)).toArray();
  }

  private static String shown(String format, double number) {
    return String.format(Locale.ROOT, format, number);
  }
}
