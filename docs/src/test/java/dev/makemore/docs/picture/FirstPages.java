package dev.makemore.docs.picture;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.bigram.count.CountModel;
import dev.makemore.cli.picture.SvgAxes;
import dev.makemore.cli.picture.SvgCanvas;
import dev.makemore.model.Distribution;
import dev.makemore.model.Vocabulary;

/** The pictures of what a model is and how its quality is measured: pages 1 to 3. */
final class FirstPages {

  private FirstPages() {}

  /** The pairs of {@code .emma.} under a window of two. */
  static String slidingPairs() {
    String text = ".emma.";
    int cell = 44;
    SvgCanvas canvas =
        new SvgCanvas(
            470, 292, "A window of two characters slides over the text .emma. in five steps");
    for (int step = 0; step < text.length() - 1; step++) {
      double top = 20 + step * 52;
      for (int i = 0; i < text.length(); i++) {
        boolean inWindow = i == step || i == step + 1;
        canvas.box(
            24 + i * cell, top, cell - 4, 38, i == step ? "pale" : inWindow ? "sand" : "paper");
        canvas.box(24 + i * cell, top, cell - 4, 38, "frame");
        String style = inWindow ? "ink mono large" : "soft mono large";
        canvas.centered(24 + i * cell + 20, top + 25, style, text.substring(i, i + 1));
      }
      String before = text.substring(step, step + 1);
      String after = text.substring(step + 1, step + 2);
      canvas.text(312, top + 25, "ink", "after");
      canvas.centered(358, top + 25, "ink mono large", before);
      canvas.text(374, top + 25, "ink", "came");
      canvas.centered(424, top + 25, "ink mono large", after);
    }
    return canvas.svg();
  }

  /** A row laid end to end from 0 to 1, and two random numbers that fall on it. */
  static String rowAndDie() {
    SvgCanvas canvas =
        new SvgCanvas(
            560,
            150,
            "The row of a from 0 to 1: the boundary up to 0.75, then v. 0.660 falls on the boundary,"
                + " 0.768 on v");
    double left = 30;
    double width = 500;
    canvas.box(left, 60, 0.75 * width, 40, "pale");
    canvas.box(left + 0.75 * width, 60, 0.25 * width, 40, "sand");
    canvas.box(left, 60, width, 40, "frame");
    canvas.centered(left + 0.375 * width, 86, "ink", "the boundary, 3 of 4");
    canvas.centered(left + 0.875 * width, 86, "ink", "v, 1 of 4");
    for (double mark : new double[] {0, 0.75, 1}) {
      canvas.line("axis", left + mark * width, 100, left + mark * width, 108);
      canvas.centered(
          left + mark * width, 124, "soft small", mark == 0.75 ? "0.75" : "" + (int) mark);
    }
    fall(canvas, left + 0.660 * width, "0.660", "blue");
    fall(canvas, left + 0.768 * width, "0.768", "orange");
    return canvas.svg();
  }

  private static void fall(SvgCanvas canvas, double x, String number, String color) {
    canvas.centered(x, 24, color, number);
    canvas.line(color + "-line", x, 30, x, 58);
    canvas.line(color + "-line", x - 4, 51, x, 58, x + 4, 51);
  }

  /** The row of q, as bars. */
  static String rowBars(BigramCounts names) {
    Vocabulary vocabulary = names.vocabulary();
    int q = vocabulary.token('q');
    Distribution row = CountModel.fit(names).next(q);
    SvgCanvas canvas = new SvgCanvas(640, 260, "What comes after q in the names, as bars");
    SvgAxes axes = new SvgAxes(canvas, 48, 20, 570, 190, -0.5, 26.5, 0, 0.8);
    double[] heights = {0, 0.2, 0.4, 0.6, 0.8};
    axes.draw(
        new double[0], new String[0], heights, new String[] {"0", "0.2", "0.4", "0.6", "0.8"});
    for (int token = 0; token < vocabulary.size(); token++) {
      double p = row.probability(token);
      canvas.box(axes.x(token) - 8, axes.y(p), 16, axes.y(0) - axes.y(p), "blue");
      canvas.centered(axes.x(token), 226, "ink mono", vocabulary.text(token));
      long count = names.count(q, token);
      if (count > 0) {
        canvas.centered(axes.x(token), axes.y(p) - 4, "soft small", "" + count);
      }
    }
    canvas.text(
        48, 250, "soft small", "probability after q; above each bar, how often the pair came");
    return canvas.svg();
  }

  /** What a probability costs: minus its logarithm. */
  static String minusLogP() {
    SvgCanvas canvas =
        new SvgCanvas(560, 330, "The curve of minus the logarithm of p, for p from 0 to 1");
    SvgAxes axes = new SvgAxes(canvas, 48, 20, 480, 250, 0, 1, 0, 5);
    double[] ps = {0, 0.2, 0.4, 0.6, 0.8, 1};
    double[] costs = {0, 1, 2, 3, 4, 5};
    axes.draw(ps, SvgAxes.labels("%.1f", ps), costs, SvgAxes.labels("%.0f", costs));
    axes.curve("blue-line", p -> -StrictMath.log(p), StrictMath.exp(-5), 1);
    point(canvas, axes, 0.8, "0.8 costs 0.223", -30, -14);
    point(canvas, axes, 0.2, "0.2 costs 1.609", 12, -6);
    point(canvas, axes, 1.0 / 27, "1/27 costs 3.296", 12, 0);
    canvas.dot(axes.x(1), axes.y(0), 4, "blue");
    canvas.ending(axes.x(1) + 22, axes.y(0) - 12, "ink", "1: free");
    canvas.text(70, 36, "ink", "toward 0: without end");
    canvas.text(48, 318, "soft small", "p, the probability of what came");
    canvas.ending(528, 318, "soft small", "upward: the cost -ln p, in nats");
    return canvas.svg();
  }

  private static void point(
      SvgCanvas canvas, SvgAxes axes, double p, String label, double right, double down) {
    double x = axes.x(p);
    double y = axes.y(-StrictMath.log(p));
    canvas.dot(x, y, 4, "orange");
    canvas.text(x + right, y + down, "ink", label);
  }
}
