package dev.makemore.mlp;

import dev.makemore.model.learn.LearningListener;
import dev.makemore.sampling.Xoshiro256PlusPlus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One run of a trainer, on several threads.
 *
 * <p>Each step cuts its batch into slices, {@value #SLICES} if it has as many contexts, whatever
 * the number of threads. Each slice has a tape of its own, and is computed by any thread. The
 * gradients are added in the order of the slices, so the sum has the same bits however many threads
 * there are. Four slices keep four threads busy, and the price is four copies of the parameters: to
 * set them and to add their gradients takes a tenth of a step.
 *
 * <p>The batch of a step is drawn by a generator of that step. So a training that is resumed need
 * not know what was drawn before.
 */
final class Training {

  static final int SLICES = 4;

  /** How much the loss of the last step counts in the average that is shown. */
  private static final double NEWEST = 0.01;

  /** From how many steps on a loss that is far too large counts as diverging. */
  private static final int PATIENCE = 100;

  private final PerceptronModel start;
  private final Settings settings;
  private final Contexts text;
  private final Weights weights;
  private final List<Slice> slices = new ArrayList<>();

  private double sum; // of losses, each of which counts less from step to step
  private double count; // the same of ones

  Training(PerceptronModel start, Settings settings, Contexts text) {
    this.start = start;
    this.settings = settings;
    this.text = text;
    this.weights = new Weights(start.parameters(), start.training(), settings);
    int size = settings.batchSize();
    int parts = Math.min(SLICES, size);
    for (int i = 0; i < parts; i++) {
      slices.add(new Slice(start.shape(), end(i, parts, size) - end(i - 1, parts, size), size));
    }
  }

  /** Where slice {@code i} of a batch ends; the slices differ by one context at most. */
  private static int end(int i, int parts, int size) {
    return (int) ((i + 1L) * size / parts);
  }

  /** Takes all steps, or as many as the listener wants. */
  PerceptronModel run(int threads, LearningListener listener) {
    long taken = start.training().taken();
    try (Team team = new Team(Math.min(threads, slices.size()))) {
      while (listener.goOn((double) taken / Math.max(1, settings.steps()), state(taken))
          && taken < settings.steps()
          && !Thread.currentThread().isInterrupted()) {
        step(++taken, team);
      }
    }
    return PerceptronModel.of(
        start.vocabulary(),
        start.shape(),
        weights.data(),
        weights.state(settings, start.training().predictions()));
  }

  private String state(long taken) {
    String step = "step " + taken;
    return count == 0 ? step : String.format(Locale.ROOT, "%s, loss %.4f", step, sum / count);
  }

  private void step(long number, Team team) {
    int size = settings.batchSize();
    int[] batch = text.draw(size, Xoshiro256PlusPlus.of(settings.seed(), number));
    double[] parameters = weights.data();
    int from = 0;
    for (Slice slice : slices) {
      slice.set(parameters, text, Arrays.copyOfRange(batch, from, from + slice.size()));
      from += slice.size();
    }
    team.run(slices);
    double loss = 0;
    double[] gradient = new double[parameters.length];
    for (Slice slice : slices) {
      loss += slice.loss();
      double[] part = slice.gradient();
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] += part[i];
      }
    }
    note(loss, number);
    weights.step(gradient);
  }

  /** Adds the loss of a step to the average, and looks whether the training diverges. */
  private void note(double loss, long number) {
    sum = sum * (1 - NEWEST) + loss;
    count = count * (1 - NEWEST) + 1;
    double uniform = Math.log(start.shape().tokens());
    if (!Double.isFinite(loss) || (number >= PATIENCE && sum / count > 3 * uniform)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the training diverges: after %d steps the loss is %.4g nats, and %.4g is that of"
                  + " guessing; use a lower 'learning-rate' than %s, a tenth of it for a start",
              number - 1,
              loss,
              uniform,
              settings.learningRate()));
    }
  }
}
