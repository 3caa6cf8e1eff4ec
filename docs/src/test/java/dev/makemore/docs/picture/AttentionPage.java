package dev.makemore.docs.picture;

import dev.makemore.cli.picture.SvgCanvas;
import dev.makemore.model.Corpus;
import dev.makemore.model.learn.LearnerSettings;
import dev.makemore.model.learn.LearningListener;
import dev.makemore.model.learn.TrainingText;
import example.gpt.Gpt;
import example.gpt.GptLearner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The picture of what the GPT in docs/examples looks at. */
final class AttentionPage {

  private static final String NAME = "isabella";
  private static final int CELL = 22;
  private static final double SHADES = 16;

  private AttentionPage() {}

  /** For each of the four heads, how much each character looks at itself and at those before it. */
  static String attention() {
    Gpt gpt = learned();
    double[][][] heads = gpt.attention(gpt.vocabulary().encode(NAME));
    SvgCanvas canvas =
        new SvgCanvas(
            560, 574, "What the four heads look at in the name " + NAME + ", stronger where more");
    int side = heads[0].length * CELL;
    for (int head = 0; head < heads.length; head++) {
      double left = 50 + head % 2 * (side + 62);
      double top = 60 + head / 2 * (side + 60);
      canvas.text(left, top - 28, "ink", "head " + (head + 1));
      draw(canvas, heads[head], left, top);
    }
    canvas.text(
        50,
        538,
        "soft small",
        "A row is a place in the name, and looks from the character on its left.");
    canvas.text(
        50,
        556,
        "soft small",
        "A column is a place that it looks at. The dot is the start. Each row adds up to 1.");
    return canvas.svg();
  }

  private static void draw(SvgCanvas canvas, double[][] shares, double left, double top) {
    SortedMap<Integer, List<double[]>> byShade = new TreeMap<>();
    for (int row = 0; row < shares.length; row++) {
      String character = row == 0 ? "." : NAME.substring(row - 1, row);
      canvas.ending(left - 7, top + row * CELL + 15, "ink mono", character);
      canvas.centered(left + row * CELL + (CELL - 2) / 2, top - 7, "ink mono", character);
      for (int column = 0; column <= row; column++) {
        int shade = (int) Math.round(SHADES * shares[row][column]);
        double[] corner = {left + column * CELL, top + row * CELL};
        byShade.computeIfAbsent(shade, s -> new ArrayList<>()).add(corner);
      }
    }
    byShade.forEach(
        (shade, corners) ->
            canvas.squares("blue", Math.max(0.06, shade / SHADES), CELL - 2.0, corners));
  }

  private static Gpt learned() {
    try {
      Corpus names = Corpus.read(Path.of("cli-app/src/main/resources/dev/makemore/cli/names.txt"));
      return new GptLearner()
          .learn(TrainingText.of(names), LearnerSettings.defaults(), LearningListener.none());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
