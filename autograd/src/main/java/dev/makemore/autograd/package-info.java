/**
 * Reverse-mode automatic differentiation of scalars: compute an expression, and have the derivative
 * of its result with respect to everything that went into it.
 *
 * {@snippet class="dev.makemore.autograd.TourTest" region="derivative"}
 *
 * <table>
 * <caption>What there is</caption>
 * <tr><th>for</th><th>see</th></tr>
 * <tr><td>inputs and parameters; marks, rewinds and replays</td>
 *     <td>{@link dev.makemore.autograd.Tape}</td></tr>
 * <tr><td>one number: arithmetic, functions, gradients</td>
 *     <td>{@link dev.makemore.autograd.Value}</td></tr>
 * <tr><td>many numbers: sum, mean, dot, logSumExp, softmax, cross-entropy</td>
 *     <td>{@link dev.makemore.autograd.Values}</td></tr>
 * <tr><td>doubts about a derivative</td>
 *     <td>{@link dev.makemore.autograd.GradientCheck}</td></tr>
 * <tr><td>a picture of an expression</td>
 *     <td>{@link dev.makemore.autograd.ExpressionGraph}</td></tr>
 * </table>
 *
 * <p>In a loop, mark the tape above what is to stay and rewind it before every round:
 *
 * {@snippet class="dev.makemore.autograd.TourTest" region="training"}
 *
 * <p>An expression that is the same in every round need be recorded only once:
 *
 * {@snippet class="dev.makemore.autograd.TourTest" region="replay"}
 *
 * <p>All numbers are doubles and all functions those of {@link StrictMath}: one program gives the
 * same bits on every JDK and every machine. No parameter and no result is ever null, and nothing
 * here is thread-safe: a tape belongs to one thread at a time.
 */
package dev.makemore.autograd;
