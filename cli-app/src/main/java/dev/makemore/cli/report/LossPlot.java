package dev.makemore.cli.report;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.bigram.count.CountModel;
import dev.makemore.bigram.net.TrainingStep;
import dev.makemore.cli.picture.SvgLossCurve;
import java.util.ArrayList;
import java.util.List;

/** Notes the loss of every step of a training, and draws it beside that of counting. */
public final class LossPlot {

  private final String what;
  private final List<Double> losses = new ArrayList<>();

  /** A plot of the losses of the text, or of one mini-batch after the other. */
  public LossPlot(boolean miniBatches) {
    this.what = miniBatches ? "the loss of each mini-batch" : "the loss";
  }

  public void add(TrainingStep step) {
    losses.add(step.loss());
  }

  /**
   * The text of an SVG file.
   *
   * @param smoothing of the net and of counting
   */
  public String svg(BigramCounts counts, double smoothing) {
    return new SvgLossCurve(what, losses, CountModel.fit(counts, smoothing).lowestLoss()).svg();
  }
}
