/**
 * Learning a bigram model by gradient descent, to the same table that counting gives.
 *
 * {@snippet class="dev.makemore.bigram.net.TourTest" region="train"}
 *
 * <h2>Why both routes must meet</h2>
 *
 * <p>Let w_c be the share of context c among all transitions, p_c what follows it in the text, as
 * counted, and q_c the net's prediction. Then, at any weights,
 *
 * <pre>
 *   NLL(net) - NLL(counting) = sum over c of w_c KL(p_c || q_c)  >= 0
 *   d NLL / d W_cj           = w_c (q_cj - p_cj)
 * </pre>
 *
 * <p>The first line says that counting is the best that any net can do, and that a net that gets
 * there has the same rows. The second says how far it still is: the total variation between p_c and
 * q_c, half the sum of |q_cj - p_cj|, is the 1-norm of row c's gradient divided by 2 w_c. So the
 * net certifies its own distance from a table that it never saw.
 */
package dev.makemore.bigram.net;
