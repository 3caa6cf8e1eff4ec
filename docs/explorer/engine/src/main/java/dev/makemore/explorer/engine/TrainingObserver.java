package dev.makemore.explorer.engine;

import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/** A function of the page that is told of every step of training. */
@JSFunctor
@FunctionalInterface
public interface TrainingObserver extends JSObject {

  /**
   * Takes a step.
   *
   * @param step how many steps were made
   * @param loss the average negative log likelihood, in nats
   * @param totalVariation the largest total variation of a row from the counted one, as certified
   * @param weights gives the weights at this step if it is asked during the call
   */
  void step(int step, double loss, double totalVariation, WeightsOfStep weights);
}
