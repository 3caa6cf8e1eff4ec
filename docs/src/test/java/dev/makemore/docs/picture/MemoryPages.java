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
            690, 320, "The costs of orders 1 to 8, and how often the context is new to the model");
    SvgAxes costs = new SvgAxes(canvas, 44, 44, 340, 216, 0.7, ORDERS + 0.3, 1.2, 3);
    draw(costs, "%.1f", 1.2, 1.5, 1.8, 2.1, 2.4, 2.7, 3);
    curve(costs, "gray-line", "gray", costs(Smoothing.addK(0), train));
    curve(costs, "blue-line", "blue", costs(ADD, train));
    curve(costs, "orange-line", "orange", costs(ADD, heldOut));
    canvas.text(44, 26, "ink", "average cost in nats");
    canvas.ending(costs.x(8.2), costs.y(2.66), "ink", "held out");
    canvas.ending(costs.x(8.2), costs.y(1.84), "ink", "train");
    canvas.ending(costs.x(8.2), costs.y(1.27), "soft small", "train, without smoothing");

    SvgAxes shares = new SvgAxes(canvas, 476, 44, 194, 216, 0.4, ORDERS + 0.6, 0, 0.25);
    draw(shares, "%.2f", 0, 0.05, 0.1, 0.15, 0.2, 0.25);
    for (int order = 1; order <= ORDERS; order++) {
      double top = shares.y(newContexts(order));
      canvas.box(shares.x(order) - 8, top, 16, shares.y(0) - top, "orange");
    }
    canvas.text(436, 26, "ink", "held-out characters in a new context");
    canvas.text(44, 304, "soft small", "the order n: the model looks at n - 1 characters");
    return canvas.svg();
  }

  /** The cost on held-out names for three ways to smooth. */
  String smoothing() {
    SvgCanvas canvas =
        new SvgCanvas(
            620, 340, "The cost on held-out names for three ways to smooth, at orders 1 to 8");
    SvgAxes axes = new SvgAxes(canvas, 50, 44, 430, 236, 0.7, ORDERS + 0.3, 1.9, 2.9);
    draw(axes, "%.1f", 1.9, 2.1, 2.3, 2.5, 2.7, 2.9);
    String[] lines = {"gray-line", "orange-line", "blue-line"};
    String[] dots = {"gray", "orange", "blue"};
    String[] names = {"add 0.1", "Witten-Bell", "Kneser-Ney"};
    Smoothing[] ways = {ADD, Smoothing.wittenBell(), Smoothing.kneserNey()};
    for (int i = 0; i < ways.length; i++) {
      double[] costs = costs(ways[i], heldOut);
      curve(axes, lines[i], dots[i], costs);
      canvas.text(axes.x(ORDERS) + 22, axes.y(costs[ORDERS - 1]) + 4, "ink", names[i]);
    }
    canvas.text(50, 26, "ink", "average cost on held-out names, in nats");
    canvas.text(50, 324, "soft small", "the order n: the model looks at n - 1 characters");
    return canvas.svg();
  }

  private static void draw(SvgAxes axes, String format, double... heights) {
    double[] orders = IntStream.rangeClosed(1, ORDERS).asDoubleStream().toArray();
    axes.draw(orders, SvgAxes.labels("%.0f", orders), heights, SvgAxes.labels(format, heights));
  }

  /** A curve over the orders from 1 on; unless it is gray, with a dot at each. */
  private static void curve(SvgAxes axes, String line, String dot, double[] costs) {
    double[] points = new double[2 * costs.length];
    for (int i = 0; i < costs.length; i++) {
      points[2 * i] = axes.x(i + 1);
      points[2 * i + 1] = axes.y(costs[i]);
    }
    axes.canvas().line(line, points);
    for (int i = 0; i < costs.length && !dot.equals("gray"); i++) {
      axes.canvas().dot(points[2 * i], points[2 * i + 1], 3, dot);
    }
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
