package dev.makemore.docs.picture;

import dev.makemore.cli.picture.SvgAxes;
import dev.makemore.cli.picture.SvgCanvas;
import dev.makemore.model.Corpus;
import dev.makemore.model.Evaluation;
import dev.makemore.model.NgramCounts;
import dev.makemore.ngram.NgramModel;
import dev.makemore.ngram.Smoothing;
import dev.makemore.sampling.Xoshiro256PlusPlus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** The pictures of contexts of several characters: pages 9 and 10. */
final class MemoryPages {

  private static final int ORDERS = 8;
  private static final Smoothing ADD = Smoothing.addK(0.1);

  private final NgramCounts train;
  private final NgramCounts heldOut;

  private MemoryPages(Corpus.Split split) {
    this.train = NgramCounts.of(ORDERS, split.train());
    this.heldOut = NgramCounts.of(ORDERS, split.dev());
  }

  /** The names, split as on the pages. */
  static MemoryPages ofNames() {
    try {
      Corpus names = Corpus.read(Path.of("cli-app/src/main/resources/dev/makemore/cli/names.txt"));
      return new MemoryPages(names.split(0.1, 0.1, Xoshiro256PlusPlus.of(42)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The cost on train falls and that on held-out names turns up, where contexts get new. */
  String overfitting() {
    SvgCanvas canvas =
        new SvgCanvas(
            740, 320, "The costs of orders 1 to 8, and how often the context is new to the model");
    SvgAxes costs = new SvgAxes(canvas, 44, 44, 310, 216, 0.7, ORDERS + 0.3, 1.2, 3);
    draw(costs, "%.1f", 1.2, 1.5, 1.8, 2.1, 2.4, 2.7, 3);
    double[] onHeldOut = costs(ADD, heldOut);
    double[] onTrain = costs(ADD, train);
    double[] notSmoothed = costs(Smoothing.addK(0), train);
    line(costs, "gray-line", 0, notSmoothed);
    heldOut(costs, onHeldOut);
    line(costs, "blue-line", 0, onTrain);
    dots(costs, "blue", 3, onTrain);
    lowest(costs, "orange", -12, onHeldOut);
    label(costs, "held out", onHeldOut);
    label(costs, "train", onTrain);
    label(costs, "train, not smoothed", notSmoothed);
    canvas.text(12, 26, "ink", "average cost in nats");

    SvgAxes shares = new SvgAxes(canvas, 530, 44, 194, 216, 0.4, ORDERS + 0.6, 0, 25);
    draw(shares, "%.0f%%", 0, 5, 10, 15, 20, 25);
    for (int order = 1; order <= ORDERS; order++) {
      double top = shares.y(100 * newContexts(order));
      canvas.box(shares.x(order) - 8, top, 16, shares.y(0) - top, "orange");
    }
    canvas.ending(724, 26, "ink", "share of held-out characters whose context is new");
    canvas.text(44, 304, "soft small", "order n: the model looks at n - 1 characters");
    canvas.text(530, 304, "soft small", "order n");
    return canvas.svg();
  }

  /** The cost on held-out names for three ways to smooth. */
  String smoothing() {
    SvgCanvas canvas =
        new SvgCanvas(
            620, 404, "The cost on held-out names for three ways to smooth, at orders 1 to 8");
    SvgAxes axes = new SvgAxes(canvas, 50, 44, 450, 300, 0.7, ORDERS + 0.3, 1.8, 3);
    draw(axes, "%.1f", 1.8, 2.1, 2.4, 2.7, 3);
    double[] add = costs(ADD, heldOut);
    double[] wittenBell = costs(Smoothing.wittenBell(), heldOut);
    double[] kneserNey = costs(Smoothing.kneserNey(), heldOut);
    heldOut(axes, add);
    line(axes, "ink-line", 0, wittenBell);
    dots(axes, "ink", 3, wittenBell);
    line(axes, "ink-line", 0, kneserNey);
    lowest(axes, "orange", -12, add);
    lowest(axes, "ink", -9, wittenBell);
    lowest(axes, "ink", 19, kneserNey);
    label(axes, "add 0.1", add);
    label(axes, "Witten-Bell", wittenBell);
    label(axes, "Kneser-Ney", kneserNey);
    canvas.text(12, 26, "ink", "average cost on held-out names, in nats");
    canvas.text(50, 388, "soft small", "order n: the model looks at n - 1 characters");
    return canvas.svg();
  }

  private static void draw(SvgAxes axes, String format, double... heights) {
    double[] orders = IntStream.rangeClosed(1, ORDERS).asDoubleStream().toArray();
    axes.draw(orders, SvgAxes.labels("%.0f", orders), heights, SvgAxes.labels(format, heights));
  }

  /** The curve for held-out names: so broad that a line upon it does not hide it. */
  private static void heldOut(SvgAxes axes, double[] costs) {
    for (double down : new double[] {-1.2, 0, 1.2}) {
      line(axes, "orange-line", down, costs);
    }
    dots(axes, "orange", 4.5, costs);
  }

  /** A line over the orders from 1 on, {@code down} pixels below its place. */
  private static void line(SvgAxes axes, String style, double down, double[] costs) {
    double[] points = new double[2 * costs.length];
    for (int i = 0; i < costs.length; i++) {
      points[2 * i] = axes.x(i + 1);
      points[2 * i + 1] = axes.y(costs[i]) + down;
    }
    axes.canvas().line(style, points);
  }

  private static void dots(SvgAxes axes, String style, double radius, double[] costs) {
    for (int i = 0; i < costs.length; i++) {
      axes.canvas().dot(axes.x(i + 1), axes.y(costs[i]), radius, style);
    }
  }

  /** A large dot at the lowest cost, and the cost itself {@code down} pixels below it. */
  private static void lowest(SvgAxes axes, String style, double down, double[] costs) {
    int best =
        IntStream.range(0, costs.length)
            .reduce((i, j) -> costs[j] < costs[i] ? j : i)
            .orElseThrow();
    axes.canvas().dot(axes.x(best + 1), axes.y(costs[best]), 6, style);
    String cost = String.format(Locale.ROOT, "%.3f", costs[best]);
    axes.canvas().centered(axes.x(best + 1), axes.y(costs[best]) + down, "ink small", cost);
  }

  /** The name of a line, at its right end. */
  private static void label(SvgAxes axes, String name, double[] costs) {
    double end = costs[costs.length - 1];
    axes.canvas().text(axes.x(ORDERS) + 22, axes.y(end) + 4, "ink", name);
  }

  /** The average cost of a text for each order. */
  private double[] costs(Smoothing smoothing, NgramCounts text) {
    return IntStream.rangeClosed(1, ORDERS)
        .mapToObj(order -> NgramModel.fit(train.ofOrder(order), smoothing))
        .mapToDouble(model -> Evaluation.of(model, text).averageNll())
        .toArray();
  }

  /** The share of the held-out predictions whose context train does not have. */
  private double newContexts(int order) {
    Set<String> seen = new HashSet<>();
    train.ofOrder(order).forEach((context, next, count) -> seen.add(Arrays.toString(context)));
    long[] missing = new long[1];
    heldOut
        .ofOrder(order)
        .forEach(
            (context, next, count) ->
                missing[0] += seen.contains(Arrays.toString(context)) ? 0 : count);
    return (double) missing[0] / heldOut.total();
  }
}
