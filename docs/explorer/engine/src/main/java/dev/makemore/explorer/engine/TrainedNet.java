package dev.makemore.explorer.engine;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.bigram.net.BigramNet;
import dev.makemore.bigram.net.BigramTrainer;
import dev.makemore.bigram.net.TrainingResult;
import java.util.Locale;
import org.teavm.jso.JSByRef;
import org.teavm.jso.JSExport;

/** The result of training a net. */
public final class TrainedNet {

  private final TrainingResult result;

  private TrainedNet(TrainingResult result) {
    this.result = result;
  }

  static TrainedNet train(
      BigramCounts counts,
      String descent,
      double learningRate,
      double smoothing,
      int maxSteps,
      double target,
      TrainingObserver observer) {
    return new TrainedNet(
        BigramTrainer.create()
            .withDescent(Engine.descent(descent))
            .withLearningRate(learningRate)
            .withSmoothing(smoothing)
            .withMaxSteps(maxSteps)
            .withTargetTotalVariation(target)
            .withNetListener(
                (step, net) ->
                    observer.step(
                        step.step(), step.loss(), step.totalVariation(), new WeightsOfStep(net)))
            .train(counts));
  }

  static double[] weights(BigramNet net) {
    int size = net.vocabulary().size();
    double[] weights = new double[size * size];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = net.weight(i / size, i % size);
    }
    return weights;
  }

  /** How many steps were made. */
  @JSExport
  public int steps() {
    return result.steps();
  }

  /** The average negative log likelihood of the counts, in nats. */
  @JSExport
  public double loss() {
    return result.loss();
  }

  /** The largest total variation of a row from the counted one, as certified by the gradient. */
  @JSExport
  public double totalVariation() {
    return result.totalVariation();
  }

  /** Why training ended: {@code certified} or {@code steps}. */
  @JSExport
  public String stop() {
    return result.stop().name().toLowerCase(Locale.ROOT);
  }

  /** The weights, V x V, row by row. */
  @JSExport
  @JSByRef
  public double[] weights() {
    return weights(result.net());
  }
}
