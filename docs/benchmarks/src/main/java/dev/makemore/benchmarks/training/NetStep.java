package dev.makemore.benchmarks.training;

import dev.makemore.autograd.Mark;
import dev.makemore.autograd.Tape;
import dev.makemore.autograd.Value;
import dev.makemore.autograd.Values;
import dev.makemore.autograd.optim.GradientDescent;
import dev.makemore.autograd.optim.LearningRate;
import dev.makemore.benchmarks.TextFile;
import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.model.Corpus;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Full-batch gradient descent for the bigram net on the names, from W = 0:
 *
 * <pre>
 *     L = sum over the distinct pairs of -share_ij ln(exp(W_ij) / sum over k of exp(W_ik))
 *         + 0.01 mean(W^2)
 *     W = W - 50 dL/dW
 * </pre>
 *
 * <p>Spelled out two by two these are 5,373 operations on numbers.
 */
final class NetStep {

  static final Path NAMES =
      Path.of("../../cli-app/src/main/resources/dev/makemore/cli/names.txt").normalize();

  private static final double RATE = 50;
  private static final double L2 = 0.01;

  private final int size;
  private final double[] shares; // of each of the V x V pairs
  private final double[] contextShares;

  private NetStep(int size, double[] shares) {
    this.size = size;
    this.shares = shares;
    this.contextShares = new double[size];
    for (int i = 0; i < shares.length; i++) {
      contextShares[i / size] += shares[i];
    }
  }

  static NetStep ofNames() {
    BigramCounts counts = BigramCounts.of(Corpus.of(TextFile.names()));
    int size = counts.vocabulary().size();
    double[] shares = new double[size * size];
    counts.forEach(
        (context, next, count) ->
            shares[context * size + next] = (double) count / (double) counts.total());
    return new NetStep(size, shares);
  }

  /** The gradient worked out by hand, in loops over arrays. */
  Descent handWritten() {
    return new HandWritten();
  }

  /** The expression, recorded operation by operation. */
  Descent recorded() {
    return new Recorded();
  }

  /** The expression, recorded once and replayed from then on. */
  Descent replayed() {
    return new Replayed();
  }

  private final class HandWritten implements Descent {

    private final double[] weights = new double[shares.length];
    private final double[] gradient = new double[shares.length];
    private final double[] p = new double[size];

    @Override
    public void restart() {
      Arrays.fill(weights, 0);
    }

    @Override
    public double step() {
      double loss = 0;
      double squares = 0;
      for (int i = 0; i < size; i++) {
        int row = i * size;
        double total = 0;
        for (int j = 0; j < size; j++) {
          p[j] = StrictMath.exp(weights[row + j]);
          total += p[j];
        }
        for (int j = 0; j < size; j++) {
          double share = shares[row + j];
          double weight = weights[row + j];
          double q = p[j] / total;
          if (share > 0) {
            loss -= share * StrictMath.log(q);
          }
          squares += weight * weight;
          gradient[row + j] = contextShares[i] * q - share + 2 * L2 / weights.length * weight;
        }
      }
      for (int i = 0; i < weights.length; i++) {
        weights[i] -= RATE * gradient[i];
      }
      return loss + L2 / weights.length * squares;
    }

    @Override
    public double[] gradient() {
      return gradient;
    }
  }

  private class Recorded implements Descent {

    final Tape tape = Tape.create();
    final List<Value> weights = tape.values(new double[shares.length]);
    final Mark foot = tape.mark();
    final GradientDescent descent = GradientDescent.of(weights, LearningRate.constant(RATE));

    private final Value[] exps = new Value[size];
    private final Value[] logs;
    private final double[] costs; // of each distinct pair: -share

    Recorded() {
      costs = Arrays.stream(shares).filter(share -> share > 0).map(share -> -share).toArray();
      logs = new Value[costs.length];
    }

    @Override
    public void restart() {
      weights.forEach(weight -> weight.set(0));
    }

    @Override
    public double step() {
      tape.rewind(foot);
      Value loss = loss();
      loss.backward();
      descent.step();
      return loss.data();
    }

    Value loss() {
      int pairs = 0;
      for (int row = 0; row < shares.length; row += size) {
        for (int j = 0; j < size; j++) {
          exps[j] = weights.get(row + j).exp();
        }
        Value total = Values.sum(exps);
        for (int j = 0; j < size; j++) {
          if (shares[row + j] > 0) {
            logs[pairs++] = exps[j].dividedBy(total).log();
          }
        }
      }
      Value penalty = Values.dot(weights, weights).times(L2 / shares.length);
      return Values.dot(costs, Arrays.asList(logs)).plus(penalty);
    }

    @Override
    public double[] gradient() {
      return weights.stream().mapToDouble(Value::gradient).toArray();
    }
  }

  private final class Replayed extends Recorded {

    private final Value loss = loss();

    @Override
    public double step() {
      tape.replay(foot);
      loss.backward();
      descent.step();
      return loss.data();
    }
  }
}
