/**
 * Ways to make a loss small by moving the parameters it was computed from.
 *
 * <table>
 * <caption>Which optimizer to use when</caption>
 * <tr><th>optimizer</th><th>when</th></tr>
 * <tr><td>{@link dev.makemore.autograd.optim.GradientDescent GradientDescent.of(parameters, rate)}</td>
 *     <td>to see how descent works; for losses with one minimum</td></tr>
 * <tr><td>{@code GradientDescent.of(...).withMomentum(0.9)}</td>
 *     <td>for the same losses, when progress along a valley is slow</td></tr>
 * <tr><td>{@code GradientDescent.of(...).withScale(scales)}</td>
 *     <td>when you know how steep the loss is in each parameter</td></tr>
 * <tr><td>{@link dev.makemore.autograd.optim.Adam Adam.of(parameters, rate)}</td>
 *     <td>for networks with hidden layers, where you do not know that</td></tr>
 * </table>
 *
 * <p>A {@link dev.makemore.autograd.optim.LearningRate} gives the learning rate at each step; start
 * with a {@linkplain dev.makemore.autograd.optim.LearningRate#constant constant} one.
 */
package dev.makemore.autograd.optim;
