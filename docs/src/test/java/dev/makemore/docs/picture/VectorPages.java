package dev.makemore.docs.picture;

import dev.makemore.autograd.Mark;
import dev.makemore.autograd.Tape;
import dev.makemore.autograd.Value;
import dev.makemore.autograd.Values;
import dev.makemore.autograd.Vectors;
import dev.makemore.autograd.nn.Embedding;
import dev.makemore.autograd.nn.Linear;
import dev.makemore.autograd.optim.Adam;
import dev.makemore.autograd.optim.LearningRate;
import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.cli.picture.SvgAxes;
import dev.makemore.cli.picture.SvgCanvas;
import dev.makemore.model.Vocabulary;
import dev.makemore.sampling.Xoshiro256PlusPlus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The pictures of vectors and of what nets cost: pages 11 and 13. */
final class VectorPages {

  private static final Path MEASURED = Path.of("docs/guide/pictures/nll-against-seconds.tsv");
  private static final int STEPS = 500;

  /** A row of the file of measurements. */
  private record Cost(String model, double seconds, double nll, String label, boolean above) {}

  private VectorPages() {}

  /** The 27 vectors of page 11. */
  static String lettersInThePlane(BigramCounts names) {
    Embedding letters = learned(names);
    SvgCanvas canvas = new SvgCanvas(620, 420, "The vectors of 27 tokens in the plane");
    SvgAxes axes = new SvgAxes(canvas, 50, 40, 540, 320, -3.2, 1.6, -2.1, 1.5);
    double[] x = {-3, -2, -1, 0, 1};
    double[] y = {-2, -1, 0, 1};
    axes.draw(x, SvgAxes.labels("%.0f", x), y, SvgAxes.labels("%.0f", y));
    for (int token = 0; token < names.vocabulary().size(); token++) {
      double[] vector = Vectors.data(letters.row(token));
      String name = names.vocabulary().text(token);
      String style = "aeiou".contains(name) ? "orange" : "blue";
      if (token == Vocabulary.BOUNDARY) {
        canvas.dot(axes.x(vector[0]), axes.y(vector[1]), 3, "ink");
        canvas.centered(axes.x(vector[0]), axes.y(vector[1]) + 18, "soft small", "boundary");
      } else {
        canvas.centered(axes.x(vector[0]), axes.y(vector[1]) + 4, style + " mono", name);
      }
    }
    canvas.box(50, 14, 12, 12, "orange");
    canvas.text(68, 24, "ink", "vowels");
    canvas.box(140, 14, 12, 12, "blue");
    canvas.text(158, 24, "ink", "other letters");
    canvas.text(50, 402, "soft small", "Across: the first number of a vector. Upward: the second.");
    return canvas.svg();
  }

  /** The embedding of page 11, trained on all pairs of the names. */
  private static Embedding learned(BigramCounts names) {
    Xoshiro256PlusPlus random = Xoshiro256PlusPlus.of(1);
    Tape tape = Tape.create();
    Embedding letters = Embedding.random(tape, 27, 2, random);
    Linear output = Linear.random(tape, 2, 27, random);
    List<Value> bias = tape.values(new double[27]);
    Mark mark = tape.mark();
    List<Value> costs = new ArrayList<>();
    for (int c = 0; c < 27; c++) {
      int context = c;
      double[] row = IntStream.range(0, 27).mapToDouble(j -> names.count(context, j)).toArray();
      List<Value> logits = Vectors.plus(output.apply(letters.row(c)), bias);
      costs.add(Values.crossEntropy(logits, row));
    }
    Value loss = Values.sum(costs).dividedBy((double) names.total());
    List<Value> parameters =
        Vectors.concat(List.of(letters.parameters(), output.parameters(), bias));
    Adam adam = Adam.of(parameters, LearningRate.linear(0.1, 0, STEPS));
    for (int step = 0; step < STEPS; step++) {
      loss.backward();
      adam.step();
      tape.replay(mark);
    }
    return letters;
  }

  /** What held-out names cost, against the time that it took, as measured for page 13. */
  static String nllAgainstSeconds() {
    SvgCanvas canvas =
        new SvgCanvas(740, 400, "The cost on held-out names against the seconds that it took");
    SvgAxes axes = new SvgAxes(canvas, 50, 44, 600, 290, 0, 3, 1.95, 2.5);
    double[] x = {0, 1, 2, 3};
    double[] y = {2, 2.1, 2.2, 2.3, 2.4, 2.5};
    axes.draw(x, new String[] {"1", "10", "100", "1,000"}, y, SvgAxes.labels("%.1f", y));
    draw(axes, "n-grams", "blue");
    draw(axes, "perceptron", "ink");
    draw(axes, "GPT", "orange");
    canvas.text(12, 26, "ink", "average cost on held-out names, in nats");
    canvas.text(50, 378, "soft small", "processor seconds to learn and to evaluate, logarithmic");
    return canvas.svg();
  }

  private static void draw(SvgAxes axes, String model, String style) {
    List<Cost> costs = measured().stream().filter(cost -> cost.model.equals(model)).toList();
    for (Cost cost : costs) {
      axes.canvas().dot(x(axes, cost), axes.y(cost.nll), 4, style);
      if (cost.above) {
        axes.canvas().centered(x(axes, cost), axes.y(cost.nll) - 9, "ink small", cost.label);
      } else {
        axes.canvas().text(x(axes, cost) + 9, axes.y(cost.nll) + 4, "ink small", cost.label);
      }
    }
  }

  private static double x(SvgAxes axes, Cost cost) {
    return axes.x(StrictMath.log10(cost.seconds));
  }

  private static List<Cost> measured() {
    try {
      return Files.readAllLines(MEASURED).stream()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .map(VectorPages::cost)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Cost cost(String... fields) {
    double nll = Double.parseDouble(fields[3]);
    String label = String.format(Locale.ROOT, "%s: %.3f", fields[1], nll);
    return new Cost(
        fields[0], Double.parseDouble(fields[2]), nll, label, fields[5].equals("above"));
  }
}
