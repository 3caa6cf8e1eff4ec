/**
 * Small neural networks whose weights are leaves on a tape.
 *
 * <table>
 * <caption>What there is</caption>
 * <tr><th>type</th><th>from</th><th>to</th><th>parameters</th></tr>
 * <tr><td>{@link dev.makemore.autograd.nn.Neuron}</td>
 *     <td>n inputs</td><td>1 output</td><td>n + 1</td></tr>
 * <tr><td>{@link dev.makemore.autograd.nn.Layer}</td>
 *     <td>n inputs</td><td>m outputs</td><td>(n + 1) m</td></tr>
 * <tr><td>{@link dev.makemore.autograd.nn.MultilayerPerceptron}</td>
 *     <td colspan="2">layers in a row</td><td>those of all layers</td></tr>
 * <tr><td>{@link dev.makemore.autograd.nn.Linear}</td>
 *     <td>n inputs</td><td>m outputs</td><td>n m, no bias, no activation</td></tr>
 * <tr><td>{@link dev.makemore.autograd.nn.Activation}</td>
 *     <td>a value</td><td>a value</td><td>none</td></tr>
 * <tr><td>{@link dev.makemore.autograd.nn.Loss}</td>
 *     <td>predictions and targets</td><td>a value to make small</td><td>none</td></tr>
 * </table>
 *
 * <p>Make the network first and take a {@link dev.makemore.autograd.Tape#mark() mark} above it;
 * then every training step rewinds the tape to the mark and the parameters stay. A network that
 * learns exclusive or:
 *
 * {@snippet class="dev.makemore.autograd.TourTest" region="network"}
 *
 * <p>Random weights are uniform on [-b, b) with b = (3 / inputs)<sup>1/2</sup>, so their mean is 0
 * and their variance 1 / inputs: a weighted sum of inputs of variance 1 has variance 1 again,
 * however many they are (Y. LeCun, L. Bottou, G. Orr and K.-R. Müller, "Efficient BackProp", 1998,
 * section 4.6). They depend on nothing but {@link java.util.random.RandomGenerator#nextLong()
 * nextLong()} of the generator given, one call a weight.
 */
package dev.makemore.autograd.nn;
