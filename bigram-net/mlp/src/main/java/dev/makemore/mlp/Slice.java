package dev.makemore.mlp;

import dev.makemore.autograd.Mark;
import dev.makemore.autograd.Tape;
import dev.makemore.autograd.Value;
import dev.makemore.autograd.Values;
import dev.makemore.autograd.Vectors;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a batch, on a tape of its own: its loss is recorded once, and computed again for each
 * batch. The tokens of the contexts and the shares of the tokens after them are leaves, which are
 * set.
 *
 * <p>A slice is computed by one thread at a time. How a batch is cut into slices does not depend on
 * the threads, so their gradients do not, either.
 */
final class Slice implements Runnable {

  /** A context and the shares of the tokens after it. */
  private record Example(List<Value> context, List<Value> shares) {}

  private final Tape tape = Tape.create();
  private final List<Value> parameters;
  private final List<Example> examples = new ArrayList<>();
  private final Mark foot;
  private final Value loss;

  /**
   * Records the loss of a slice.
   *
   * @param size how many contexts it has
   * @param batchSize how many all slices have
   */
  Slice(Shape shape, int size, int batchSize) {
    Network network = new Network(tape, shape, new double[(int) shape.parameters()]);
    parameters = network.parameters();
    for (int i = 0; i < size; i++) {
      examples.add(
          new Example(
              tape.values(new double[shape.context()]), tape.values(new double[shape.tokens()])));
    }
    foot = tape.mark();
    List<Value> costs = new ArrayList<>();
    for (Example example : examples) {
      List<Value> logits = network.logits(example.context);
      costs.add(Values.logSumExp(logits).minus(Values.dot(example.shares, logits)));
    }
    loss = Values.sum(costs).dividedBy(batchSize);
  }

  /** The number of its contexts. */
  int size() {
    return examples.size();
  }

  /** Sets the parameters and the contexts of the next {@link #run}. */
  void set(double[] values, Contexts text, int... contexts) {
    Vectors.set(parameters, values);
    for (int i = 0; i < contexts.length; i++) {
      Vectors.set(examples.get(i).context, text.tokens(contexts[i]));
      Vectors.set(examples.get(i).shares, text.shares(contexts[i]));
    }
  }

  /** Computes the loss and its gradient. */
  @Override
  public void run() {
    tape.replay(foot);
    loss.backward();
  }

  /** The loss of this slice: its share of the average over the batch, in nats. */
  double loss() {
    return loss.data();
  }

  /** The gradient of that by each parameter. */
  double[] gradient() {
    return Vectors.gradients(parameters);
  }
}
