/**
 * Ways to make a loss small by moving the parameters it was computed from.
 *
 * <table>
 * <caption>Which optimiser for what</caption>
 * <tr><th>optimiser</th><th>when</th></tr>
 * <tr><td>{@link dev.makemore.autograd.optim.GradientDescent GradientDescent.of(parameters, rate)}</td>
 *     <td>to see what happens; for losses with one minimum</td></tr>
 * <tr><td>{@code ....withMomentum(0.9)}</td>
 *     <td>for the same, when progress is slow along a valley</td></tr>
 * <tr><td>{@code ....withScale(scales)}</td>
 *     <td>when it is known how steep the loss is towards each parameter</td></tr>
 * <tr><td>{@link dev.makemore.autograd.optim.Adam Adam.of(parameters, rate)}</td>
 *     <td>for networks with hidden layers, where it is not known</td></tr>
 * </table>
 *
 * <p>A {@link dev.makemore.autograd.optim.LearningRate} is a number for each step; {@link
 * dev.makemore.autograd.optim.LearningRate#constant constant} ones do for a start.
 */
package dev.makemore.autograd.optim;
