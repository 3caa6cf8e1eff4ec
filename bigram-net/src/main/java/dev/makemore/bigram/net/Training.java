package dev.makemore.bigram.net;

import dev.makemore.autograd.Mark;
import dev.makemore.autograd.Tape;
import dev.makemore.autograd.Value;
import dev.makemore.autograd.Values;
import dev.makemore.autograd.Vectors;
import dev.makemore.autograd.nn.Linear;
import dev.makemore.autograd.optim.Optimizer;
import dev.makemore.bigram.net.TrainingResult.Stop;
import dev.makemore.model.Distribution;
import dev.makemore.model.Vocabulary;
import dev.makemore.sampling.Xoshiro256PlusPlus;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of a trainer: gradient descent on the full batch, or on mini-batches.
 *
 * <p>The weights stand at the foot of the tape, and above them one loss at a time. The loss of the
 * full batch is the same expression at every step, so it is recorded once and replayed from then
 * on. The loss of each mini-batch is another expression, which replaces the one before.
 */
final class Training {

  /** A loss on the tape: without the L2 penalty, and with it if there is one. */
  private record Loss(Batch batch, Value nll, Value penalized) {}

  private static final Logger LOG = LoggerFactory.getLogger(BigramTrainer.class);

  /** For how many steps the loss may be above its start, and how often mini-batches look. */
  private static final int PATIENCE = 100;

  private final Settings settings;
  private final Vocabulary vocabulary;
  private final Batch full;

  private final Tape tape = Tape.create();
  private final Linear weights;
  private final Mark foot;
  private final Optimizer optimizer;

  private double startLoss;
  private TrainingStep best;
  private final double[] bestWeights;

  Training(Settings settings, BigramNet start, Batch full) {
    this.settings = settings;
    this.vocabulary = start.vocabulary();
    this.full = full;
    this.best = new TrainingStep(0, Double.POSITIVE_INFINITY, 0, 1);
    this.bestWeights = start.weights();
    this.weights = Linear.of(tape, vocabulary.size(), vocabulary.size(), bestWeights);
    this.foot = tape.mark();
    this.optimizer =
        settings.descent.optimizer(
            weights.parameters(), settings.learningRate(), settings.rowScale(full.contextShares()));
  }

  TrainingResult run() {
    return settings.miniBatches() ? descendOnMiniBatches() : descendOnFullBatch();
  }

  /** The lesson's loop: record the loss, go backward, look, step, and again. */
  private TrainingResult descendOnFullBatch() {
    Loss loss = record(full);
    for (int step = 0; ; step++) {
      TrainingStep now = backward(loss, step);
      Stop stop = look(now, 0);
      tell(now);
      if (stop != null) {
        return result(step, stop);
      }
      optimizer.step();
      tape.replay(foot); // the same loss at the new weights
    }
  }

  /** Each step on a mini-batch of its own, and now and then a look at the full batch. */
  private TrainingResult descendOnMiniBatches() {
    RandomGenerator random = Xoshiro256PlusPlus.of(settings.batchSeed);
    Distribution pairs = full.distribution();
    double uniformLoss = Math.log(vocabulary.size());
    for (int step = 0; ; step++) {
      if (step % PATIENCE == 0
          || step >= settings.maxSteps
          || Thread.currentThread().isInterrupted()) {
        TrainingStep now = backward(record(full), step);
        Stop stop = look(now, uniformLoss);
        if (stop != null) {
          tell(now);
          return result(step, stop);
        }
      }
      Batch batch = full.draw(settings.batchSize, pairs, random);
      tell(backward(record(batch), step));
      optimizer.step();
    }
  }

  /** Records the loss of {@code batch} in place of the one before. */
  private Loss record(Batch batch) {
    tape.rewind(foot);
    Value nll = batch.averageNll(weights);
    return new Loss(batch, nll, settings.l2 > 0 ? nll.plus(penalty()) : nll);
  }

  /** The L2 penalty: its strength times the mean of all squared weights. */
  private Value penalty() {
    List<Value> all = weights.parameters();
    return Values.dot(all, all).times(settings.l2 / all.size());
  }

  /** Leaves the gradient of {@code loss} on the tape, and says where training stands. */
  private TrainingStep backward(Loss loss, int step) {
    loss.nll.backward();
    double totalVariation = loss.batch.totalVariation(weights);
    if (!loss.penalized.equals(loss.nll)) {
      loss.penalized.backward();
    }
    double squares = 0;
    for (double slope : Vectors.gradients(weights.parameters())) {
      squares += slope * slope;
    }
    return new TrainingStep(step, loss.penalized.data(), Math.sqrt(squares), totalVariation);
  }

  /**
   * Decides what follows from where training stands on the full batch. Keeps the weights if they
   * are certified, or are the best so far.
   *
   * @param harmless a loss up to this, in nats, never counts as diverging
   * @return why training ends here, or null if it goes on
   * @throws TrainingDivergedException if it diverges, and is not interrupted
   */
  private @Nullable Stop look(TrainingStep now, double harmless) {
    boolean interrupted = Thread.currentThread().isInterrupted();
    if (!interrupted) {
      checkNotDiverged(now, harmless);
    }
    boolean certified = now.totalVariation() < settings.targetTotalVariation;
    if (certified || now.loss() < best.loss()) {
      keep(now);
    }
    if (certified) {
      return Stop.CERTIFIED;
    }
    if (interrupted) {
      return Stop.INTERRUPTED;
    }
    return now.step() >= settings.maxSteps ? Stop.STEPS : null;
  }

  private void checkNotDiverged(TrainingStep now, double harmless) {
    if (now.step() == 0) {
      startLoss = now.loss();
      if (!Double.isFinite(startLoss)) {
        throw new IllegalArgumentException(
            "the initial weights have a loss of " + startLoss + "; use smaller ones");
      }
    }
    double worst = Math.max(startLoss, harmless);
    boolean worse = now.step() >= PATIENCE && now.loss() > worst + 1e-9 * worst;
    if (!Double.isFinite(now.loss()) || worse) {
      throw new TrainingDivergedException(
          String.format(
              Locale.ROOT,
              "training diverges: the loss was %.7g at the start and is %.7g after %d steps at"
                  + " learning rate %s; use a lower learning rate, a tenth of it for a start",
              startLoss,
              now.loss(),
              now.step(),
              settings.learningRate().at(now.step() - 1L)));
    }
  }

  private void tell(TrainingStep now) {
    PresentNet.tell(settings.listener, now, vocabulary, weights.parameters());
  }

  private void keep(TrainingStep now) {
    best = now;
    List<Value> parameters = weights.parameters();
    for (int i = 0; i < bestWeights.length; i++) {
      bestWeights[i] = parameters.get(i).data();
    }
    LOG.trace("best so far: {}", now);
  }

  private TrainingResult result(int steps, Stop stop) {
    LOG.debug(
        "trained {} tokens by {}: {} after {} steps, loss {}, total variation below {}",
        vocabulary.size(),
        settings.descent,
        stop,
        steps,
        best.loss(),
        best.totalVariation());
    BigramNet net = BigramNet.of(vocabulary, bestWeights);
    return new TrainingResult(
        net, steps, best.loss(), best.gradientNorm(), best.totalVariation(), stop);
  }
}
