package dev.makemore.autograd.optim;

/**
 * Moves parameters so that a loss becomes smaller: call {@code loss.backward()}, then {@link
 * #step()}.
 *
 * <p>An optimiser is made for parameters, leaves of one or more tapes, and remembers what its
 * method needs between steps. It allocates nothing in a step, and is as little thread-safe as the
 * tape is.
 */
public interface Optimizer {

  /**
   * Reads the gradient of each parameter and sets its data. The gradients stay as they are.
   *
   * @throws IllegalArgumentException if the learning rate at this step is not a finite number &gt;=
   *     0; nothing has moved then
   */
  void step();

  /** The number of steps taken so far. */
  long steps();
}
