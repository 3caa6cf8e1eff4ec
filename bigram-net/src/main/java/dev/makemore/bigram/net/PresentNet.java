package dev.makemore.bigram.net;

import dev.makemore.autograd.Value;
import dev.makemore.model.Vocabulary;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * The net of the weights at one step, which a listener may ask for while it is told of that step.
 * Later the same values on the tape hold the weights of other steps. Unless a listener asks, no
 * weight is copied.
 */
final class PresentNet implements Supplier<BigramNet> {

  private final TrainingStep step;
  private final Vocabulary vocabulary;
  private final List<Value> weights;
  private final Thread trainer = Thread.currentThread();
  private boolean over; // read and written by the trainer alone

  private PresentNet(TrainingStep step, Vocabulary vocabulary, List<Value> weights) {
    this.step = step;
    this.vocabulary = vocabulary;
    this.weights = weights;
  }

  /** Tells a listener of a step. Until it returns, it may ask for the net of these weights. */
  static void tell(
      BiConsumer<? super TrainingStep, ? super Supplier<BigramNet>> listener,
      TrainingStep step,
      Vocabulary vocabulary,
      List<Value> weights) {
    PresentNet net = new PresentNet(step, vocabulary, weights);
    try {
      listener.accept(step, net);
    } finally {
      net.over = true;
    }
  }

  @Override
  public BigramNet get() {
    if (Thread.currentThread() != trainer || over) {
      throw new IllegalStateException(
          "the net of step "
              + step.step()
              + " is there only while the listener is told of that step, and only on the thread"
              + " that trains; ask for it then, and keep the net instead of its supplier");
    }
    double[] present = weights.stream().mapToDouble(Value::data).toArray();
    for (double weight : present) {
      if (!Double.isFinite(weight)) {
        throw new TrainingDivergedException(
            "training diverges: a weight is "
                + weight
                + " after "
                + step.step()
                + " steps; use a lower learning rate, a tenth of it for a start");
      }
    }
    return BigramNet.of(vocabulary, present);
  }

  @Override
  public String toString() {
    return "PresentNet(step=" + step.step() + ")";
  }
}
