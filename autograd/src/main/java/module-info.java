import org.jspecify.annotations.NullMarked;

/**
 * A scalar automatic differentiation engine to read in one sitting, and small neural networks on
 * it.
 *
 * <p>A {@link dev.makemore.autograd.Tape} records each operation on its {@linkplain
 * dev.makemore.autograd.Value values} and, played backwards, gives the derivative of a result with
 * respect to all of them. Read it in this order:
 *
 * <ol>
 *   <li>{@link dev.makemore.autograd.Value}: the operations; what each computes stands beside its
 *       derivative in the source of {@code Derivatives}
 *   <li>{@link dev.makemore.autograd.Tape}: where they are recorded, and the chain rule, once
 *   <li>{@link dev.makemore.autograd.Values}: sums, inner products and a softmax that does not
 *       overflow
 *   <li>{@link dev.makemore.autograd.nn}: neurons, layers and losses made of these
 *   <li>{@link dev.makemore.autograd.optim}: gradient descent and Adam, which make a loss small
 * </ol>
 */
@NullMarked
module dev.makemore.autograd {
  requires static org.jspecify;

  exports dev.makemore.autograd;
  exports dev.makemore.autograd.nn;
  exports dev.makemore.autograd.optim;
}
