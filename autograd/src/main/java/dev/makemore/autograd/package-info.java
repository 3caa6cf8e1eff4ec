/**
 * Reverse-mode automatic differentiation of scalars: compute an expression, then get the derivative
 * of its result with respect to everything that it was computed from.
 *
 * {@snippet class="dev.makemore.autograd.TourTest" region="derivative"}
 *
 * <table>
 * <caption>The classes of this package</caption>
 * <tr><th>for</th><th>see</th></tr>
 * <tr><td>inputs and parameters; marks, rewinds and replays</td>
 *     <td>{@link dev.makemore.autograd.Tape}</td></tr>
 * <tr><td>one number: arithmetic, functions, gradients</td>
 *     <td>{@link dev.makemore.autograd.Value}</td></tr>
 * <tr><td>many numbers: sum, mean, dot, logSumExp, softmax, cross-entropy</td>
 *     <td>{@link dev.makemore.autograd.Values}</td></tr>
 * <tr><td>vectors: sums, products with a matrix; the numbers of many values</td>
 *     <td>{@link dev.makemore.autograd.Vectors}</td></tr>
 * <tr><td>an expression as a function, without its tape</td>
 *     <td>{@link dev.makemore.autograd.FrozenFunction}</td></tr>
 * <tr><td>checking a derivative</td>
 *     <td>{@link dev.makemore.autograd.GradientCheck}</td></tr>
 * <tr><td>a picture of an expression; its nodes and edges</td>
 *     <td>{@link dev.makemore.autograd.ExpressionGraph}</td></tr>
 * </table>
 *
 * <p>In a loop, mark the tape above the values to keep, and rewind it to the mark in every round:
 *
 * {@snippet class="dev.makemore.autograd.TourTest" region="training"}
 *
 * <p>An expression that is the same in every round need be recorded only once, and is replayed
 * then:
 *
 * {@snippet class="dev.makemore.autograd.TourTest" region="replay"}
 *
 * <p>All numbers are doubles, and all functions are those of {@link StrictMath}, so that a program
 * gives the same bits on every JDK and every machine. Derivatives are accurate to a few units in
 * the last place, also of numbers that are huge, tiny or nearly equal. No result is ever null, and
 * a null parameter is a {@link NullPointerException} of the call that is given it. Nothing here but
 * a frozen function is thread-safe: a {@linkplain dev.makemore.autograd.Tape tape} belongs to one
 * thread at a time.
 *
 * <p>To read the source, start with a method of {@code Value}, such as {@code times}. It records an
 * {@code Operation}, the enum whose method {@code compute} has all results and their partial
 * derivatives side by side. {@code Tape} stores these, and its method {@code propagate} is the
 * chain rule. That is the whole engine. {@code Logits} has the operations that softmax is made of,
 * {@code Dot} the inner product, and {@code Picked} the choice by an index. {@code StridedView} and
 * {@code StridedMatrix} are lists that know where their values are on the tape, which only makes
 * operations on them faster.
 */
package dev.makemore.autograd;
