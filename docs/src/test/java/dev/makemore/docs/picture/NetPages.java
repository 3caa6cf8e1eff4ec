package dev.makemore.docs.picture;

import dev.makemore.autograd.Mark;
import dev.makemore.autograd.Tape;
import dev.makemore.autograd.Value;
import dev.makemore.autograd.Values;
import dev.makemore.autograd.nn.Activation;
import dev.makemore.autograd.nn.Linear;
import dev.makemore.autograd.nn.Loss;
import dev.makemore.autograd.nn.MultilayerPerceptron;
import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.bigram.count.CountModel;
import dev.makemore.bigram.net.BigramNet;
import dev.makemore.bigram.net.BigramTrainer;
import dev.makemore.cli.picture.SvgAxes;
import dev.makemore.cli.picture.SvgCanvas;
import dev.makemore.model.Corpus;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import dev.makemore.sampling.Xoshiro256PlusPlus;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The pictures of what is learned by gradients: pages 4 to 6. */
final class NetPages {

  private static final double SHADES = 16;

  private NetPages() {}

  /** The points of page 4, and the line at which the trained perceptron changes sides. */
  static String twoMoons() {
    double[][] moons = new double[40][];
    double[] sides = new double[40];
    for (int i = 0; i < 20; i++) {
      double angle = Math.PI * i / 19;
      moons[2 * i] = new double[] {StrictMath.cos(angle), StrictMath.sin(angle)};
      moons[2 * i + 1] = new double[] {1 - StrictMath.cos(angle), 0.5 - StrictMath.sin(angle)};
      sides[2 * i] = 1;
      sides[2 * i + 1] = -1;
    }
    Tape tape = Tape.create();
    MultilayerPerceptron network =
        MultilayerPerceptron.random(tape, Xoshiro256PlusPlus.of(1), Activation.TANH, 2, 8, 8, 1);
    List<List<Value>> points = Stream.of(moons).map(tape::values).toList();
    Mark mark = tape.mark();
    List<Value> scores = points.stream().map(point -> network.apply(point).get(0)).toList();
    Value loss = Loss.meanSquaredError(scores, sides);
    for (int step = 0; step < 300; step++) {
      loss.backward();
      network.parameters().forEach(knob -> knob.set(knob.data() - 0.1 * knob.gradient()));
      tape.replay(mark);
    }

    SvgCanvas canvas =
        new SvgCanvas(
            560, 330, "Two half moons, and the line that a perceptron has learned between them");
    SvgAxes axes = new SvgAxes(canvas, 20, 20, 520, 290, -1.4, 2.4, -0.9, 1.4);
    tape.rewind(mark);
    new Contour(axes, (x, y) -> score(tape, mark, network, x, y)).draw("ink-line");
    for (int i = 0; i < 40; i++) {
      double x = axes.x(moons[i][0]);
      double y = axes.y(moons[i][1]);
      if (sides[i] > 0) {
        canvas.dot(x, y, 4, "blue");
      } else {
        canvas.box(x - 4, y - 4, 8, 8, "orange");
      }
    }
    canvas.centered(axes.x(0), axes.y(1.12), "ink", "the upper moon, 1");
    canvas.centered(axes.x(1), axes.y(-0.72), "ink", "the lower moon, -1");
    canvas.ending(axes.x(1.95), axes.y(1.2), "soft", "here the score is 0");
    return canvas.svg();
  }

  private static double score(
      Tape tape, Mark mark, MultilayerPerceptron network, double x, double y) {
    double score = network.apply(tape.values(x, y)).get(0).data();
    tape.rewind(mark);
    return score;
  }

  /** The net's table after some numbers of steps. */
  static String netTables(BigramCounts names) {
    int cell = 10;
    int side = 27 * cell;
    int[] steps = {0, 5, 20, 291};
    SvgCanvas canvas =
        new SvgCanvas(
            620, 660, "The table of the net after 0, 5, 20 and 291 steps, stronger where likelier");
    for (int i = 0; i < steps.length; i++) {
      double left = 34 + i % 2 * (side + 26);
      double top = 46 + i / 2 * (side + 46);
      BigramNet net = BigramTrainer.create().withMaxSteps(steps[i]).train(names).net();
      canvas.text(
          left, top - 18, "ink", steps[i] == 0 ? "at the start" : "after " + steps[i] + " steps");
      table(canvas, net, left, top, cell);
      double rowOfQ = top + net.vocabulary().token('q') * cell;
      canvas.box(left - 12, rowOfQ - 1, side + 13, cell + 1, "frame");
    }
    return canvas.svg();
  }

  private static void table(
      SvgCanvas canvas, LanguageModel model, double left, double top, int cell) {
    Vocabulary vocabulary = model.vocabulary();
    SortedMap<Integer, List<double[]>> byShade = new TreeMap<>();
    for (int c = 0; c < vocabulary.size(); c++) {
      canvas.ending(left - 3, top + c * cell + 8, "soft tiny", vocabulary.text(c));
      canvas.centered(left + c * cell + 5, top - 3, "soft tiny", vocabulary.text(c));
      for (int j = 0; j < vocabulary.size(); j++) {
        int shade = (int) (SHADES * StrictMath.sqrt(model.next(c).probability(j)));
        double[] corner = {left + j * cell, top + c * cell};
        byShade.computeIfAbsent(shade, s -> new ArrayList<>()).add(corner);
      }
    }
    byShade.forEach(
        (shade, corners) ->
            canvas.squares("blue", Math.max(0.04, shade / SHADES), cell - 1.0, corners));
  }

  /** The gradient of a row beside the mistakes of the row, at the weights of page 6. */
  static String gradientAndMistake() {
    Corpus corpus = Corpus.of("an", "an", "nab", "ban");
    BigramCounts counts = BigramCounts.of(corpus);
    double[] weights = {1, -2, 0.5, 3, 0, 1, -1, 2, 2, 2, -3, 0, 1, 0, 1, -1};
    BigramNet net = BigramNet.of(corpus.vocabulary(), weights);
    CountModel counted = CountModel.fit(counts);
    Tape tape = Tape.create();
    Linear w = Linear.of(tape, 4, 4, weights);
    List<Value> costs = new ArrayList<>();
    corpus.forEach((context, next, count) -> costs.add(Values.crossEntropy(w.row(context), next)));
    Values.mean(costs).backward();
    double share = (double) counts.rowTotal(1) / counts.total();

    SvgCanvas canvas =
        new SvgCanvas(
            560, 300, "For each token after a, the mistake and the gradient: the same bars");
    SvgAxes axes = new SvgAxes(canvas, 56, 40, 480, 200, -0.5, 3.5, -0.4, 0.4);
    double[] heights = {-0.4, -0.2, 0, 0.2, 0.4};
    axes.draw(new double[0], new String[0], heights, SvgAxes.labels("%.1f", heights));
    for (int j = 0; j < 4; j++) {
      double mistake = net.next(1).probability(j) - counted.next(1).probability(j);
      bar(axes, j - 0.16, mistake, "blue");
      bar(axes, j + 0.16, w.weight(1, j).gradient() / share, "orange");
      canvas.centered(axes.x(j), 262, "ink mono", corpus.vocabulary().text(j));
    }
    canvas.line("axis", axes.x(-0.5), axes.y(0), axes.x(3.5), axes.y(0));
    canvas.box(70, 12, 12, 12, "blue");
    canvas.text(88, 22, "ink", "the mistake q - p");
    canvas.box(230, 12, 12, 12, "orange");
    canvas.text(248, 22, "ink", "the gradient on the tape, divided by w_c");
    canvas.text(56, 288, "soft small", "the token that may come after a");
    return canvas.svg();
  }

  private static void bar(SvgAxes axes, double x, double height, String style) {
    double top = Math.min(axes.y(height), axes.y(0));
    double size = Math.abs(axes.y(height) - axes.y(0));
    axes.canvas().box(axes.x(x) - 18, top, 36, size, style);
  }
}
