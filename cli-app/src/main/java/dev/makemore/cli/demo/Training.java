package dev.makemore.cli.demo;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.bigram.count.CountModel;
import dev.makemore.bigram.net.BigramTrainer;
import dev.makemore.bigram.net.TrainingResult;
import dev.makemore.bigram.net.TrainingStep;
import dev.makemore.cli.picture.Curve;
import dev.makemore.cli.progress.ProgressBar;
import dev.makemore.model.Evaluation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The same model again, as a net that learns from its mistakes. */
final class Training implements Chapter {

  private static final ProgressBar BAR = new ProgressBar(40);
  private static final Set<Integer> TOLD = Set.of(0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000);
  private static final int CURVE_WIDTH = 60;
  private static final int CURVE_HEIGHT = 10;

  private final BigramCounts counts;
  private @Nullable TrainingResult result;

  Training(BigramCounts counts) {
    this.counts = counts;
  }

  /** What came out. Only after it was told. */
  TrainingResult result() {
    if (result == null) {
      throw new IllegalStateException("the training has not been told yet");
    }
    return result;
  }

  @Override
  public String title() {
    return "Learn it again, with a neural net";
  }

  @Override
  public void tell(Page page) {
    int size = counts.vocabulary().size();
    page.say(
        """
        Now without dividing counts. The net has %d x %d weights, all 0 at first, so that every \
        token is equally likely. A softmax turns the row of weights of the letter before into \
        probabilities of the next. The gradient says which way to change each weight to lower the \
        average NLL; change all of them a little, and repeat. The error of a row is half the sum \
        of its differences from the row of counting, and the gradient tells that too.""",
        size, size);
    List<TrainingStep> steps = new ArrayList<>();
    TrainingResult trained =
        BigramTrainer.create()
            .withListener(
                step -> {
                  steps.add(step);
                  if (page.isLive()) {
                    redraw(page, steps.get(0), step);
                  } else {
                    addLine(page, step);
                  }
                })
            .train(counts);
    endProgress(page, steps.get(steps.size() - 1));
    result = trained;
    double floor = Evaluation.of(CountModel.fit(counts), counts).averageNll();
    List<Double> losses = steps.stream().limit(CURVE_WIDTH).map(TrainingStep::loss).toList();
    page.say(
        """
        After %d steps the average NLL is %.5f, by counting it is %.5f. Training stops when the \
        gradient proves that no row has an error above %.4f. The first %d steps, with counting as \
        a dashed line:""",
        trained.steps(),
        trained.loss(),
        floor,
        BigramTrainer.DEFAULT_TARGET_TOTAL_VARIATION,
        losses.size());
    page.show(new Curve(losses, floor, CURVE_HEIGHT).lines(page.ink()));
  }

  /** On a terminal: a bar that fills as the net gets closer, in orders of magnitude. */
  private static void redraw(Page page, TrainingStep first, TrainingStep now) {
    double share =
        Math.log(now.totalVariation() / first.totalVariation())
            / Math.log(BigramTrainer.DEFAULT_TARGET_TOTAL_VARIATION / first.totalVariation());
    String note = String.format(Locale.ROOT, "step %3d   NLL %.4f", now.step(), now.loss());
    page.redraw(BAR.line(share, note, page.ink()));
  }

  /** Elsewhere: a line now and then. */
  private static void addLine(Page page, TrainingStep now) {
    if (now.step() == 0) {
      page.showLine("step      NLL   largest error of a row");
    }
    if (TOLD.contains(now.step())) {
      page.showLine(row(now));
    }
  }

  private static void endProgress(Page page, TrainingStep last) {
    if (page.isLive()) {
      page.endLine();
    } else if (!TOLD.contains(last.step())) {
      page.showLine(row(last));
    }
    page.endLine();
  }

  private static String row(TrainingStep step) {
    return String.format(
        Locale.ROOT, "%4d   %.4f   %.4f", step.step(), step.loss(), step.totalVariation());
  }
}
