package dev.makemore.benchmarks.training;

import dev.makemore.autograd.Mark;
import dev.makemore.autograd.Tape;
import dev.makemore.autograd.Value;
import dev.makemore.autograd.Values;
import dev.makemore.autograd.Vectors;
import dev.makemore.autograd.nn.Embedding;
import dev.makemore.autograd.optim.GradientDescent;
import dev.makemore.autograd.optim.LearningRate;
import dev.makemore.benchmarks.TextFile;
import dev.makemore.mlp.ArrayPerceptron;
import dev.makemore.model.Corpus;
import dev.makemore.model.NgramCounts;
import dev.makemore.sampling.Xoshiro256PlusPlus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Gradient descent on one batch of 32 contexts of three characters, for the perceptron that {@code
 * makemore train --model mlp} trains: embeddings of 10 numbers, 200 hidden neurons, softmax.
 */
final class EmbeddingStep {

  private static final int BATCH = 32;
  private static final int CONTEXT = 3;
  private static final int EMBEDDING = 10;
  private static final int HIDDEN = 200;
  private static final double RATE = 0.1;

  private final int tokens;
  private final int[][] contexts = new int[BATCH][];
  private final double[][] shares;
  private final double[] start;

  /** Contexts of the names. */
  static EmbeddingStep ofNames() {
    return new EmbeddingStep(NgramCounts.of(CONTEXT + 1, Corpus.of(TextFile.names())));
  }

  /** A batch of contexts of a text, evenly spaced. */
  private EmbeddingStep(NgramCounts text) {
    tokens = text.vocabulary().size();
    shares = new double[BATCH][tokens];
    List<int[]> all = new ArrayList<>();
    text.forEach(
        (context, next, count) -> {
          if (all.isEmpty() || !Arrays.equals(all.get(all.size() - 1), context)) {
            all.add(context.clone());
          }
        });
    for (int i = 0; i < BATCH; i++) {
      int[] context = all.get(i * all.size() / BATCH);
      contexts[i] = context;
      Arrays.setAll(shares[i], next -> text.count(next, context));
      double sum = Arrays.stream(shares[i]).sum();
      Arrays.setAll(shares[i], next -> text.count(next, context) / sum);
    }
    start = new ArrayPerceptron(tokens, CONTEXT, EMBEDDING, HIDDEN).parameters;
    RandomGenerator random = Xoshiro256PlusPlus.of(1);
    Arrays.setAll(start, i -> random.nextDouble() - 0.5);
  }

  /** The expression, recorded once and replayed from then on. */
  Descent replayed() {
    return new Replayed();
  }

  /** Loops over arrays. */
  Descent handWritten() {
    return new HandWritten();
  }

  private final class Replayed implements Descent {
    private final Tape tape = Tape.create();
    private final List<Value> parameters;
    private final Mark foot;
    private final Value loss;
    private final GradientDescent descent;

    Replayed() {
      Embedding embedding =
          Embedding.of(tape, tokens, EMBEDDING, Arrays.copyOf(start, tokens * EMBEDDING));
      List<Value> rest = tape.values(Arrays.copyOfRange(start, tokens * EMBEDDING, start.length));
      parameters = Vectors.concat(List.of(embedding.parameters(), rest));
      int inputs = CONTEXT * EMBEDDING;
      int biases = inputs * HIDDEN;
      int output = biases + HIDDEN;
      int outputBiases = output + HIDDEN * tokens;
      List<List<Value>> in = new ArrayList<>();
      List<List<Value>> out = new ArrayList<>();
      for (int i = 0; i < BATCH; i++) {
        in.add(tape.values(Arrays.stream(contexts[i]).asDoubleStream().toArray()));
        out.add(tape.values(shares[i]));
      }
      foot = tape.mark();
      List<Value> costs = new ArrayList<>();
      for (int i = 0; i < BATCH; i++) {
        List<Value> x = Vectors.concat(in.get(i).stream().map(embedding::row).toList());
        List<Value> sums =
            Vectors.dots(
                x, Vectors.rows(rest.subList(0, biases), inputs), rest.subList(biases, output));
        List<Value> h = Vectors.map(sums, Value::tanh);
        List<Value> logits =
            Vectors.dots(
                h,
                Vectors.rows(rest.subList(output, outputBiases), HIDDEN),
                rest.subList(outputBiases, rest.size()));
        costs.add(Values.logSumExp(logits).minus(Values.dot(out.get(i), logits)));
      }
      loss = Values.mean(costs);
      descent = GradientDescent.of(parameters, LearningRate.constant(RATE));
    }

    @Override
    public void restart() {
      Vectors.set(parameters, start);
    }

    @Override
    public double step() {
      tape.replay(foot);
      loss.backward();
      descent.step();
      return loss.data();
    }

    @Override
    public double[] gradient() {
      return Vectors.gradients(parameters);
    }
  }

  private final class HandWritten implements Descent {
    private final ArrayPerceptron net = new ArrayPerceptron(tokens, CONTEXT, EMBEDDING, HIDDEN);

    @Override
    public void restart() {
      System.arraycopy(start, 0, net.parameters, 0, start.length);
    }

    @Override
    public double step() {
      Arrays.fill(net.gradient, 0);
      double loss = 0;
      for (int i = 0; i < BATCH; i++) {
        loss += net.addGradient(1.0 / BATCH, shares[i], contexts[i]) / BATCH;
      }
      for (int i = 0; i < start.length; i++) {
        net.parameters[i] -= RATE * net.gradient[i];
      }
      return loss;
    }

    @Override
    public double[] gradient() {
      return net.gradient;
    }
  }
}
