package dev.makemore.docs.picture;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.bigram.count.CountModel;
import dev.makemore.cli.picture.SvgAxes;
import dev.makemore.cli.picture.SvgCanvas;
import dev.makemore.model.Distribution;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import dev.makemore.sampling.Temperature;

/** The pictures of how names are drawn: page 7. */
final class SamplingPage {

  private SamplingPage() {}

  /** Four weights as columns, and the same area as four columns of equal height. */
  static String aliasTable() {
    SvgCanvas canvas =
        new SvgCanvas(
            620, 280, "Weights 8, 7, 3 and 2 as columns, and cut into four columns of height 5");
    int unit = 22;
    double floor = 230;
    String[] tokens = {"a", "b", "c", "d"};
    String[] colors = {"blue", "orange", "pale", "sand"};
    int[] weights = {8, 7, 3, 2};
    canvas.text(40, 30, "ink", "the weights");
    canvas.text(350, 30, "ink", "the alias table");
    for (int i = 0; i < 4; i++) {
      piece(canvas, 40 + i * 60, floor, weights[i] * unit, colors[i], tokens[i] + " " + weights[i]);
      canvas.centered(40 + i * 60 + 24, floor + 20, "ink mono", tokens[i]);
    }
    canvas.line("gray-line", 30, floor - 5 * unit, 290, floor - 5 * unit);
    canvas.ending(300, floor - 5 * unit - 6, "soft small", "5, the mean");
    int[] own = {3, 5, 3, 2};
    int[] alias = {1, 1, 0, 0};
    for (int i = 0; i < 4; i++) {
      double x = 350 + i * 60;
      piece(canvas, x, floor, own[i] * unit, colors[i], tokens[i] + " " + own[i]);
      if (own[i] < 5) {
        String label = tokens[alias[i]] + " " + (5 - own[i]);
        piece(canvas, x, floor - own[i] * unit, (5 - own[i]) * unit, colors[alias[i]], label);
      }
      canvas.centered(x + 24, floor + 20, "ink mono", tokens[i]);
    }
    canvas.text(
        40,
        272,
        "soft small",
        "The same areas of each color, but now all columns are equally likely.");
    return canvas.svg();
  }

  private static void piece(
      SvgCanvas canvas, double x, double floor, double height, String color, String label) {
    canvas.box(x, floor - height, 48, height, color);
    canvas.box(x, floor - height, 48, height, "frame");
    boolean dark = color.equals("blue") || color.equals("orange");
    canvas.centered(x + 24, floor - height / 2 + 5, dark ? "on" : "ink", label);
  }

  /** The row of m at three temperatures. */
  static String temperature(BigramCounts names) {
    Vocabulary vocabulary = names.vocabulary();
    LanguageModel model = CountModel.fit(names);
    int m = vocabulary.token('m');
    int[] shown = model.next(m).mostLikely(10);
    double[] temperatures = {0.5, 1, 2};
    SvgCanvas canvas = new SvgCanvas(660, 270, "The row of m at temperatures 0.5, 1 and 2");
    for (int t = 0; t < 3; t++) {
      Distribution row = Temperature.of(model, temperatures[t]).next(m);
      SvgAxes axes = new SvgAxes(canvas, 44 + t * 210, 44, 160, 170, -0.5, 9.5, 0, 0.75);
      double[] heights = {0, 0.25, 0.5, 0.75};
      axes.draw(new double[0], new String[0], heights, SvgAxes.labels("%.2f", heights));
      canvas.text(axes.left(), 28, "ink", "T = " + (t == 0 ? "0.5" : "" + (int) temperatures[t]));
      for (int i = 0; i < shown.length; i++) {
        double p = row.probability(shown[i]);
        canvas.box(axes.x(i) - 7, axes.y(p), 14, axes.y(0) - axes.y(p), t == 1 ? "blue" : "orange");
        canvas.centered(axes.x(i), 230, "ink mono", vocabulary.text(shown[i]));
      }
    }
    canvas.text(44, 258, "soft small", "the ten likeliest tokens after m, and their probabilities");
    return canvas.svg();
  }
}
