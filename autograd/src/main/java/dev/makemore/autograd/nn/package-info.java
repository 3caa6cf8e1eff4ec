/**
 * Small neural networks, whose weights are leaves on a tape, and losses to train them by.
 *
 * <table>
 * <caption>The classes of this package</caption>
 * <tr><th>type</th><th>from</th><th>to</th><th>parameters</th></tr>
 * <tr><td>{@link dev.makemore.autograd.nn.Neuron}</td>
 *     <td>n inputs</td><td>1 output</td><td>n + 1</td></tr>
 * <tr><td>{@link dev.makemore.autograd.nn.Layer}</td>
 *     <td>n inputs</td><td>m outputs</td><td>(n + 1) m</td></tr>
 * <tr><td>{@link dev.makemore.autograd.nn.MultilayerPerceptron}</td>
 *     <td colspan="2">as its layers</td><td>those of all layers</td></tr>
 * <tr><td>{@link dev.makemore.autograd.nn.Linear}</td>
 *     <td>n inputs</td><td>m outputs</td><td>n m, no bias, no activation</td></tr>
 * <tr><td>{@link dev.makemore.autograd.nn.Embedding}</td>
 *     <td>one of n tokens</td><td>a vector of m entries</td><td>n m</td></tr>
 * <tr><td>{@link dev.makemore.autograd.nn.Normalization}</td>
 *     <td>n inputs</td><td>n outputs</td><td>none</td></tr>
 * <tr><td>{@link dev.makemore.autograd.nn.Attention}</td>
 *     <td>a query, keys and values</td><td>a mean of the values</td><td>none</td></tr>
 * <tr><td>{@link dev.makemore.autograd.nn.Activation}</td>
 *     <td>a value</td><td>a value</td><td>none</td></tr>
 * <tr><td>{@link dev.makemore.autograd.nn.Loss}</td>
 *     <td>predictions and targets</td><td>a value to make small</td><td>none</td></tr>
 * </table>
 *
 * <p>Make the network first, then a {@linkplain dev.makemore.autograd.Tape#mark() mark}. Every
 * training step rewinds the tape to that mark, which keeps the parameters. This network learns
 * exclusive or:
 *
 * {@snippet class="dev.makemore.autograd.TourTest" region="network"}
 *
 * <p>Random weights are uniform on [-b, b) with b = (3 / inputs)<sup>1/2</sup>, so their mean is 0
 * and their variance is 1 / inputs. A weighted sum of inputs of variance 1 then has variance 1
 * again, whatever the number of inputs (Y. LeCun, L. Bottou, G. Orr and K.-R. Müller, "Efficient
 * BackProp", 1998, section 4.6). {@link dev.makemore.autograd.nn.InitialWeights} draws them, each
 * from one call of {@link java.util.random.RandomGenerator#nextLong() nextLong()} and from nothing
 * else.
 */
package dev.makemore.autograd.nn;
