package dev.makemore.bigram.net;

import dev.makemore.autograd.Mark;
import dev.makemore.autograd.Tape;
import dev.makemore.autograd.Value;
import dev.makemore.autograd.Values;
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
 * One run of a trainer: record the loss, go backward, look where it stands, step; again.
 *
 * <p>The weights stand at the foot of the tape, and a loss above them. That of the full batch is
 * the same expression at every step, so it is recorded once and replayed from then on; that of a
 * mini-batch drops the one before. The tape grows once and is then as long as one loss.
 */
final class Training {

  /** A loss on the tape: without the L2 penalty, and with it if there is one. */
  private record Loss(Examples examples, Value nll, Value penalized) {}

  private static final Logger LOG = LoggerFactory.getLogger(BigramTrainer.class);

  /** How many steps the loss may stay above its start, and how often mini-batches look at it. */
  private static final int PATIENCE = 100;

  private final Settings settings;
  private final Vocabulary vocabulary;
  private final Examples all;

  private final Tape tape = Tape.create();
  private final Linear weights;
  private final Mark foot;
  private final Optimizer optimizer;

  private @Nullable Loss recorded; // what stands on the tape above the weights

  private double startLoss;
  private TrainingStep best;
  private final double[] bestWeights;

  Training(Settings settings, BigramNet start, Examples all) {
    this.settings = settings;
    this.vocabulary = start.vocabulary();
    this.all = all;
    this.best = new TrainingStep(0, Double.POSITIVE_INFINITY, 0, 1);
    this.bestWeights = start.weights();
    this.weights = Linear.of(tape, vocabulary.size(), vocabulary.size(), bestWeights);
    this.foot = tape.mark();
    this.optimizer =
        settings.descent.optimizer(weights.parameters(), settings.learningRate(), rowScale());
  }

  /**
   * 1 / w_c for every weight of row c, so that the curvature of each row's loss is at most 1/2. A
   * penalty of l2 / V^2 W^2 adds 2 l2 / V^2 to the curvature, w_c / 2 at most, and so counts as 4
   * l2 / V^2 more of w_c. A row that is expected less than once in a mini-batch moves as if it were
   * there once; one that never occurs has no gradient to scale.
   */
  private double[] rowScale() {
    double smallestShare = settings.miniBatches() ? 1.0 / settings.batchSize : 0;
    double[] contextShares = all.contextShares();
    int size = contextShares.length;
    double[] scale = new double[size * size];
    for (int i = 0; i < scale.length; i++) {
      double share = Math.max(contextShares[i / size], smallestShare);
      double curvature = share + 4 * settings.l2 / scale.length;
      scale[i] = curvature == 0 ? 1 : 1 / curvature;
    }
    return scale;
  }

  TrainingResult run() {
    RandomGenerator random = Xoshiro256PlusPlus.of(settings.batchSeed);
    Distribution pairs = all.distribution();
    for (int step = 0; ; step++) {
      boolean interrupted = Thread.currentThread().isInterrupted();
      boolean last = interrupted || step >= settings.maxSteps;
      if (!settings.miniBatches() || last || step % PATIENCE == 0) {
        TrainingStep now = measure(step, all);
        if (!interrupted) {
          checkNotDiverged(now);
        }
        boolean certified = keepIfBest(now);
        if (certified || last || !settings.miniBatches()) {
          settings.listener.accept(now);
        }
        if (certified || last) {
          return result(
              step, certified ? Stop.CERTIFIED : interrupted ? Stop.INTERRUPTED : Stop.STEPS);
        }
      }
      if (settings.miniBatches()) {
        settings.listener.accept(measure(step, all.draw(settings.batchSize, pairs, random)));
      }
      optimizer.step();
    }
  }

  /** Computes the loss of {@code examples}, and leaves its gradient on the tape. */
  private TrainingStep measure(int step, Examples examples) {
    Loss loss = lossOf(examples);
    loss.nll.backward();
    double totalVariation = certifiedTotalVariation(examples.contextShares());
    if (loss.penalized != loss.nll) {
      loss.penalized.backward();
    }
    double squares = 0;
    for (Value weight : weights.parameters()) {
      double slope = weight.gradient();
      squares += slope * slope;
    }
    return new TrainingStep(step, loss.penalized.data(), Math.sqrt(squares), totalVariation);
  }

  /** Replays the loss if that of the same examples was the last, and else records it. */
  private Loss lossOf(Examples examples) {
    Loss last = recorded;
    if (last != null && last.examples == examples) {
      tape.replay(foot);
      return last;
    }
    tape.rewind(foot);
    Value nll = examples.averageNll(weights);
    Loss loss = new Loss(examples, nll, settings.l2 > 0 ? nll.plus(penalty()) : nll);
    recorded = loss;
    return loss;
  }

  private Value penalty() {
    List<Value> all = weights.parameters();
    return Values.dot(all, all).times(settings.l2 / all.size());
  }

  /** The largest 1-norm of a row's gradient / (2 w_c), over the contexts that occur. */
  private double certifiedTotalVariation(double[] shares) {
    double largest = 0;
    for (int context = 0; context < shares.length; context++) {
      if (shares[context] > 0) {
        double norm = 0;
        for (Value weight : weights.row(context)) {
          norm += Math.abs(weight.gradient());
        }
        largest = Math.max(largest, norm / (2 * shares[context]));
      }
    }
    return largest;
  }

  private void checkNotDiverged(TrainingStep now) {
    if (now.step() == 0) {
      startLoss = now.loss();
      if (!Double.isFinite(startLoss)) {
        throw new IllegalArgumentException(
            "the initial weights have a loss of " + startLoss + "; use smaller ones");
      }
    }
    double worst =
        settings.miniBatches() ? Math.max(startLoss, Math.log(vocabulary.size())) : startLoss;
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

  /** Keeps the weights that are certified or have the lowest loss; returns whether certified. */
  private boolean keepIfBest(TrainingStep now) {
    boolean certified = now.totalVariation() < settings.targetTotalVariation;
    if (certified || now.loss() < best.loss()) {
      best = now;
      List<Value> parameters = weights.parameters();
      for (int i = 0; i < bestWeights.length; i++) {
        bestWeights[i] = parameters.get(i).data();
      }
      LOG.trace("best so far: {}", now);
    }
    return certified;
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
    return new TrainingResult(net, steps, best.loss(), best.totalVariation(), stop);
  }
}
