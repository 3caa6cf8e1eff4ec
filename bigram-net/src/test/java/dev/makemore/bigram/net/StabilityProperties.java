package dev.makemore.bigram.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.autograd.Tape;
import dev.makemore.autograd.Value;
import dev.makemore.autograd.nn.Linear;
import dev.makemore.autograd.optim.LearningRate;
import dev.makemore.autograd.optim.Optimizer;
import dev.makemore.bigram.net.TrainingResult.Stop;
import dev.makemore.model.Corpus;
import dev.makemore.model.contract.Corpora;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

/**
 * The two bounds of learning rates that the guide derives ("How long may a step be?", page 6): one
 * under which no step raises the loss, and one that decides what happens near the optimum.
 */
class StabilityProperties {

  /** So that every pair has been seen, and the optimum is where W_cj = ln p_cj. */
  private static final double SMOOTHING = 0.5;

  /** Momentum 0.9 is stable up to this, where plain descent is up to 2 (Polyak 1964). */
  private static final double MOMENTUM_BOUND = 2 * (1 + 0.9);

  @Provide
  Arbitrary<Corpus> corpora() {
    return Corpora.smallNotEmpty();
  }

  // ---- The curvature of a row.

  @Property(tries = 300)
  void theCurvatureOfARowIsAtMostHalfAndAtMostTheLargestProbability(
      @ForAll("corpora") Corpus corpus, @ForAll @DoubleRange(min = 0.01, max = 9) double k) {
    Row row = new Row(corpus, k, 0);
    double largest = DoubleStream.of(row.p).max().getAsDouble();
    assertThat(row.curvature).isPositive().isLessThan(Math.min(0.5, largest) + 1e-12);
  }

  /** Of two tokens, equally likely, the difference of their logits has the curvature 1/2. */
  @Example
  void twoEqualProbabilitiesHaveTheCurvatureOneHalf() {
    assertThat(Row.curvature(0.5, 0.5)).isEqualTo(0.5, within(1e-12));
    assertThat(Row.curvature(0.5, 0.5, 0)).isEqualTo(0.5, within(1e-12));
    assertThat(Row.curvature(0.25, 0.25, 0.25, 0.25)).isEqualTo(0.25, within(1e-12));
  }

  // ---- From anywhere: rate x w_c <= 4.

  /**
   * Beyond rounding: the loss is a sum of terms that are not negative, each good to a few units in
   * its last place, and changes by at most twice the rounding of a weight.
   */
  @Property
  void noStepRaisesTheLossWhileRateTimesShareIsAtMost4(
      @ForAll("corpora") Corpus corpus,
      @ForAll long seed,
      @ForAll @DoubleRange(max = 50) double size,
      @ForAll @DoubleRange(min = 0.01, max = 1) double part) {
    Batch batch = Batch.of(corpus, 0);
    double rate = part * 4 / DoubleStream.of(batch.contextShares()).max().getAsDouble();
    int v = corpus.vocabulary().size();
    double[] start = new Random(seed).doubles(v * v, -1, 1).map(x -> size * x).toArray();
    double[] end = stepped(Descent.PLAIN, rate, 1, batch, start);
    double before = loss(batch, start);
    double largest = DoubleStream.of(end).map(Math::abs).max().getAsDouble();
    assertThat(loss(batch, end)).isLessThanOrEqualTo(before + 1e-14 * before + Math.ulp(largest));
  }

  /** Rate x share is 4.4 where both tokens are equally likely, so the distance grows by 1.2. */
  @Example
  void aStepMayRaiseTheLossWhereRateTimesShareIsMoreThan4() {
    Row row = new Row(Corpus.of("a"), 1e6, 0); // nearly (1/2, 1/2)
    double rate = 4.4 / row.share;
    double[] start = row.nearTheOptimum(0.1);
    double[] end = stepped(Descent.PLAIN, rate, 1, row.batch, start);
    assertThat(loss(row.batch, end)).isGreaterThan(loss(row.batch, start));
  }

  // ---- Near the optimum: rate x w_c x curvature < 2.

  @Property(tries = 300)
  void nearTheOptimumAStepMultipliesTheDistanceByOneMinusRateTimesShareTimesCurvature(
      @ForAll("corpora") Corpus corpus,
      @ForAll int anyContext,
      @ForAll @DoubleRange(min = 0.1, max = 4) double product) {
    Row row = new Row(corpus, SMOOTHING, Math.floorMod(anyContext, corpus.vocabulary().size()));
    double rate = product / (row.share * row.curvature);
    double[] end = stepped(Descent.PLAIN, rate, 1, row.batch, row.nearTheOptimum(1e-5));
    assertThat(row.distance(end) / 1e-5).isEqualTo(1 - product, within(0.01));
  }

  @Property(tries = 100)
  void plainDescentNearTheOptimumComesCloserBelow2AndMovesAwayAbove(
      @ForAll("corpora") Corpus corpus) {
    Row row = Row.ofLargestCurvature(corpus, Descent.PLAIN);
    double bound = 2 / (row.share * row.curvature);
    double[] start = row.nearTheOptimum(1e-8);
    assertThat(row.distance(stepped(Descent.PLAIN, 0.9 * bound, 50, row.batch, start)))
        .isBetween(-1e-11, 1e-11); // 0.8^50 = 1.4e-5
    assertThat(Math.abs(row.distance(stepped(Descent.PLAIN, 1.1 * bound, 50, row.batch, start))))
        .isGreaterThan(1e-5); // 1.2^50 = 9,100
  }

  @Property(tries = 100)
  void scaledMomentumNearTheOptimumComesCloserBelowItsBoundAndMovesAwayAbove(
      @ForAll("corpora") Corpus corpus) {
    Descent momentum = Descent.ROW_SCALED_MOMENTUM;
    Row row = Row.ofLargestCurvature(corpus, momentum);
    double bound = MOMENTUM_BOUND / row.curvature; // at least 7.6
    double[] start = row.nearTheOptimum(1e-9);
    assertThat(row.distance(stepped(momentum, 0.95 * bound, 300, row.batch, start)))
        .isBetween(-1e-12, 1e-12); // the roots are of size 0.95, and 0.95^300 = 2e-7
    assertThat(Math.abs(row.distance(stepped(momentum, 1.05 * bound, 25, row.batch, start))))
        .isGreaterThan(1e-6); // a root is 1.48, and 1.48^25 = 18,000
  }

  /** After a the next is a 6 times of 11: rate x share x 2 x 6/11 x 5/11 is 2.7. */
  @Example
  void aRateTimesAShareTimesALargestProbabilityBelow4MayDiverge() {
    Corpus corpus = Corpus.of("aa", "aa", "aa", "a", "aaaa");
    double[] shares = Batch.of(corpus, 0).contextShares();
    assertThat(shares).containsExactly(5 / 16.0, 11 / 16.0);
    assertThat(8 * shares[0] * 1).isEqualTo(2.5); // below 4 for every context
    assertThat(8 * shares[1] * 6 / 11).isEqualTo(3, within(1e-15));
    BigramTrainer trainer = BigramTrainer.create().withDescent(Descent.PLAIN);
    assertThatThrownBy(() -> trainer.withLearningRate(8).train(corpus))
        .isInstanceOf(TrainingDivergedException.class);
    double bound = 2 / (11 / 16.0 * 2 * 6 / 11 * 5 / 11); // 5.87, and 4 / w_c is 5.82
    assertThat(trainer.withLearningRate(0.98 * bound).train(corpus).stop())
        .isEqualTo(Stop.CERTIFIED);
  }

  // ---- What the tests are made of.

  /** A context of a text in which every pair has been seen, and its direction of most curvature. */
  private static final class Row {

    private final Batch batch;
    private final int context;
    private final double[] logits; // ln p of all rows, which is the optimum
    private final double[] p;
    private final double[] direction;
    private final double curvature;
    private final double share;

    Row(Corpus corpus, double smoothing, int context) {
      int v = corpus.vocabulary().size();
      this.batch = Batch.of(corpus, smoothing);
      this.context = context;
      this.logits = new double[v * v];
      Arrays.fill(logits, smoothing);
      corpus.forEach((c, next, count) -> logits[c * v + next] += count);
      for (int c = 0; c < v; c++) {
        double total = Arrays.stream(logits, c * v, (c + 1) * v).sum();
        for (int j = 0; j < v; j++) {
          logits[c * v + j] = Math.log(logits[c * v + j] / total);
        }
      }
      this.p = Arrays.stream(logits, context * v, (context + 1) * v).map(Math::exp).toArray();
      this.direction = mostCurved(p);
      this.curvature = variance(p, direction);
      this.share = batch.contextShares()[context];
    }

    /** The row that limits the rate: of all rows the first to leave the optimum. */
    static Row ofLargestCurvature(Corpus corpus, Descent descent) {
      return IntStream.range(0, corpus.vocabulary().size())
          .mapToObj(c -> new Row(corpus, SMOOTHING, c))
          .max((a, b) -> Double.compare(a.limiting(descent), b.limiting(descent)))
          .orElseThrow();
    }

    private double limiting(Descent descent) {
      return descent == Descent.PLAIN ? share * curvature : curvature;
    }

    static double curvature(double... p) {
      return variance(p, mostCurved(p));
    }

    /** v of length 1 for which v' (diag p - p p') v is largest, by power iteration. */
    private static double[] mostCurved(double... p) {
      double[] v = new Random(7).doubles(p.length, -1, 1).toArray();
      for (int i = 0; i < 5_000; i++) {
        double mean = mean(p, v);
        double squares = 0;
        for (int j = 0; j < p.length; j++) {
          v[j] = p[j] * (v[j] - mean);
          squares += v[j] * v[j];
        }
        for (int j = 0; j < p.length; j++) {
          v[j] /= Math.sqrt(squares);
        }
      }
      return v;
    }

    private static double mean(double[] p, double... v) {
      double mean = 0;
      for (int j = 0; j < p.length; j++) {
        mean += p[j] * v[j];
      }
      return mean;
    }

    private static double variance(double[] p, double... v) {
      double mean = mean(p, v);
      double variance = 0;
      for (int j = 0; j < p.length; j++) {
        variance += p[j] * (v[j] - mean) * (v[j] - mean);
      }
      return variance;
    }

    /** The optimum, with this row moved along its direction. */
    double[] nearTheOptimum(double distance) {
      double[] weights = logits.clone();
      for (int j = 0; j < p.length; j++) {
        weights[context * p.length + j] += distance * direction[j];
      }
      return weights;
    }

    /** How far weights are from the optimum, along the direction of this row. */
    double distance(double... weights) {
      return IntStream.range(0, p.length)
          .map(j -> context * p.length + j)
          .mapToDouble(i -> (weights[i] - logits[i]) * direction[i % p.length])
          .sum();
    }
  }

  private static double[] stepped(
      Descent descent, double rate, int steps, Batch batch, double... start) {
    int v = batch.contextShares().length;
    Linear weights = Linear.of(Tape.create(), v, v, start);
    List<Value> parameters = weights.parameters();
    double[] scale = new Settings().rowScale(batch.contextShares());
    Optimizer optimizer = descent.optimizer(parameters, LearningRate.constant(rate), scale);
    for (int step = 0; step < steps; step++) {
      batch.averageNll(weights).backward();
      optimizer.step();
    }
    return parameters.stream().mapToDouble(Value::data).toArray();
  }

  private static double loss(Batch batch, double... weights) {
    int v = batch.contextShares().length;
    return batch.averageNll(Linear.of(Tape.create(), v, v, weights)).data();
  }
}
