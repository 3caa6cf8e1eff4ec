package dev.makemore.autograd.optim;

/**
 * Moves parameters so that a loss becomes smaller. For each step call {@code loss.backward()} and
 * then {@link #step()}.
 *
 * <p>An optimizer is made for a list of parameters, which are leaves of one or more tapes. It keeps
 * what its method has to remember from step to step. Like a tape, it is not thread-safe.
 */
public interface Optimizer {

  /**
   * Reads the gradient of each parameter and sets its data. The gradients stay as they are.
   *
   * @throws IllegalArgumentException if the learning rate at this step is not a finite number &gt;=
   *     0; no parameter has moved then
   */
  void step();

  /** The number of steps taken so far. */
  long steps();
}
