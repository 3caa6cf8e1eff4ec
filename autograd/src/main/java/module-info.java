import org.jspecify.annotations.NullMarked;

/**
 * A scalar automatic differentiation engine that can be read in one sitting, and small neural
 * networks made with it.
 *
 * <p>A {@link dev.makemore.autograd.Tape} records each operation on its {@linkplain
 * dev.makemore.autograd.Value values}. Going backward over the tape gives the derivative of a
 * result with respect to all of them. Read the source in this order:
 *
 * <ol>
 *   <li>{@link dev.makemore.autograd.Value}: the operations, each a documented method
 *   <li>{@code Operation}, an enum that is not public: the result of every operation, and beside it
 *       the partial derivatives
 *   <li>{@link dev.makemore.autograd.Tape}: where operations are recorded, and the chain rule
 *   <li>{@link dev.makemore.autograd.Values}: sums, inner products, and a softmax that does not
 *       overflow
 *   <li>{@link dev.makemore.autograd.Vectors}: the same for vectors and matrices
 *   <li>{@link dev.makemore.autograd.nn}: neurons, layers and losses
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
