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

  /** How much the loss of the last step counts in the average that the listener is told. */
  private static final double NEWEST = 0.01;

  /** From how many steps on a loss that is far too large counts as diverging, or at the end. */
  private static final int PATIENCE = 100;

  /** How many times the loss of guessing is far too large. */
  private static final int TOO_LARGE = 3;

  /** How many contexts tell the loss at the end: 1% of the work of a usual training. */
  private static final int CHECKED = 1_024;

  private final PerceptronModel start;
  private final Settings settings;
  private final Contexts text;
  private final Weights weights;
  private final List<Slice> slices = new ArrayList<>();

  private double sum; // of losses, each of which counts less from step to step
  private double count; // the same of ones; sum / count is NaN before the first step

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
      while (listener.goOn((double) taken / Math.max(1, settings.steps()), taken, sum / count)
          && taken < settings.steps()
          && !Thread.currentThread().isInterrupted()) {
        step(++taken, team);
      }
      if (taken == settings.steps()) { // what was stopped may still come back, when it is resumed
        checkLoss(taken, team);
      }
    }
    return model(taken);
  }

  /** The model so far, if it can be saved. */
  private PerceptronModel model(long taken) {
    double[] parameters = weights.data();
    TrainingState state = weights.state(settings, start.training().text());
    if (!isWithin(Shape.LARGEST, parameters)
        || !isWithin(Double.MAX_VALUE, state.firstMoments())
        || !isWithin(Double.MAX_VALUE, state.secondMoments())) {
      throw diverges(taken, "the numbers of the model are too large");
    }
    return PerceptronModel.of(start.vocabulary(), start.shape(), parameters, state);
  }

  private static boolean isWithin(double most, double... numbers) {
    return Arrays.stream(numbers).allMatch(x -> Math.abs(x) <= most); // false for NaN
  }

  /**
   * Looks whether the training has diverged by its last steps, whose effect on the loss no step has
   * seen.
   */
  private void checkLoss(long taken, Team team) {
    int batches = Math.max(1, CHECKED / settings.batchSize());
    double all = 0;
    for (int i = 1; i <= batches; i++) {
      all += compute(taken + i, weights.data(), team);
    }
    checkLoss(all / batches, taken);
  }

  private void checkLoss(double loss, long taken) {
    double uniform = Math.log(start.shape().tokens());
    if (!(loss <= TOO_LARGE * uniform)) { // NaN, too
      throw diverges(
          taken,
          String.format(
              Locale.ROOT, "the loss is %.4g nats, and %.4g is that of guessing", loss, uniform));
    }
  }

  private IllegalArgumentException diverges(long taken, String how) {
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "the training diverges: after %,d steps %s; use a lower 'learning-rate' than %s, a"
                + " tenth of it for a start",
            taken,
            how,
            settings.learningRate()));
  }

  private void step(long number, Team team) {
    double[] parameters = weights.data();
    double loss = compute(number, parameters, team);
    note(loss, number);
    double[] gradient = new double[parameters.length];
    for (Slice slice : slices) {
      double[] part = slice.gradient();
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] += part[i];
      }
    }
    weights.step(gradient);
  }

  /** Computes the loss of the batch of a step, and the gradients of its slices. */
  private double compute(long number, double[] parameters, Team team) {
    int size = settings.batchSize();
    int[] batch = text.draw(size, Xoshiro256PlusPlus.of(settings.seed(), number));
    int from = 0;
    for (Slice slice : slices) {
      slice.set(parameters, text, Arrays.copyOfRange(batch, from, from + slice.size()));
      from += slice.size();
    }
    team.run(slices);
    return slices.stream().mapToDouble(Slice::loss).reduce(0, Double::sum);
  }

  /** Adds the loss of a step to the average, and looks whether the training diverges. */
  private void note(double loss, long number) {
    sum = sum * (1 - NEWEST) + loss;
    count = count * (1 - NEWEST) + 1;
    if (!Double.isFinite(loss)) {
      checkLoss(loss, number - 1);
    } else if (number >= PATIENCE) {
      checkLoss(sum / count, number - 1);
    }
  }
}
