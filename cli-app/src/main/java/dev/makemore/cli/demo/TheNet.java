package dev.makemore.cli.demo;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.bigram.count.CountModel;
import dev.makemore.bigram.net.BigramNet;
import dev.makemore.bigram.net.BigramTrainer;
import dev.makemore.bigram.net.TrainingResult;
import dev.makemore.bigram.net.TrainingStep;
import dev.makemore.cli.picture.Curve;
import dev.makemore.cli.progress.LiveLine;
import dev.makemore.model.Evaluation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The same model again, as a net that learns from its mistakes. */
final class TheNet {

  private static final int BAR_WIDTH = 40;
  private static final int BESIDE_BAR = 30; // its brackets, and what stands after it
  private static final Set<Integer> LISTED = Set.of(0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000);
  private static final int CURVE_WIDTH = 60;
  private static final int CURVE_HEIGHT = 10;
  private static final int BESIDE_CURVE = 8; // the numbers of its axis

  private final CountModel counted;
  private Optional<BigramNet> trained = Optional.empty();

  /** The net that learns what {@code counted} has counted. */
  TheNet(CountModel counted) {
    this.counted = counted;
  }

  /** The net that was trained when the chapter was told. */
  BigramNet net() {
    return trained.orElseThrow();
  }

  void tell(Page page) {
    BigramCounts counts = counted.counts();
    int size = counts.vocabulary().size();
    page.say(
        """
        Now learn the same table without dividing any counts. The net has %d x %d weights, all 0 \
        at first, so that every token is equally likely. A softmax turns the row of weights of a \
        letter into the probabilities of the next one. The gradient says which way to change each \
        weight to lower the average NLL; change all of them a little, and repeat. The error of a \
        row is half the sum of its absolute differences from the counted row, and the gradient \
        tells that, too.""",
        size, size);
    List<TrainingStep> steps = new ArrayList<>();
    page.showLine("step     NLL  largest error of a row");
    TrainingResult result =
        BigramTrainer.create()
            .withListener(
                step -> {
                  steps.add(step);
                  show(page, steps.get(0), step);
                })
            .train(counts);
    trained = Optional.of(result.net());
    end(page, steps.get(steps.size() - 1));
    double floor = Evaluation.of(counted, counts).averageNll();
    int shown = Math.min(CURVE_WIDTH, page.room() - BESIDE_CURVE);
    List<Double> losses = steps.stream().limit(shown).map(TrainingStep::loss).toList();
    page.say(
        """
        After %d steps the average NLL is %.5f; by counting it is %.5f. Training stops when the \
        gradient proves that no row has an error above %.4f. The first %d steps, with counting as \
        a dashed line:""",
        result.steps(),
        result.loss(),
        floor,
        BigramTrainer.DEFAULT_TARGET_TOTAL_VARIATION,
        losses.size());
    page.show(new Curve(losses, floor, CURVE_HEIGHT).lines(page.ink()));
  }

  /** A line for some of the steps; and on a terminal, a bar that fills as the net improves. */
  private static void show(Page page, TrainingStep first, TrainingStep now) {
    if (page.isLive()) {
      double share =
          now.shareOfTheWay(first.totalVariation(), BigramTrainer.DEFAULT_TARGET_TOTAL_VARIATION);
      String note = String.format(Locale.ROOT, "step %3d  NLL %.4f", now.step(), now.loss());
      int width = Math.max(1, Math.min(BAR_WIDTH, page.room() - BESIDE_BAR));
      page.redraw("    " + LiveLine.bar(width, share, note, page.ink()));
    }
    if (LISTED.contains(now.step())) {
      page.showLine(row(now));
    }
  }

  private static void end(Page page, TrainingStep last) {
    page.endLine();
    if (!LISTED.contains(last.step())) {
      page.showLine(row(last));
    }
    page.endTable();
  }

  private static String row(TrainingStep step) {
    return String.format(
        Locale.ROOT, "%4d  %.4f  %.4f", step.step(), step.loss(), step.totalVariation());
  }
}
