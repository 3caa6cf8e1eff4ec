package dev.makemore.explorer.engine;

import dev.makemore.bigram.net.BigramNet;
import java.util.function.Supplier;
import org.teavm.jso.JSByRef;
import org.teavm.jso.JSExport;

/** The weights at a step of training, which are copied only if they are asked for. */
public final class WeightsOfStep {

  private final Supplier<BigramNet> net;

  WeightsOfStep(Supplier<BigramNet> net) {
    this.net = net;
  }

  /** The weights, V x V, row by row. */
  @JSExport
  @JSByRef
  public double[] get() {
    return TrainedNet.weights(net.get());
  }
}
