/**
 * Learns a bigram model by gradient descent, and arrives at the table that counting gives.
 *
 * {@snippet class="dev.makemore.bigram.net.TourTest" region="train"}
 *
 * <table class="striped">
 *   <caption>Where to look</caption>
 *   <thead><tr><th scope="col">you want to</th><th scope="col">type</th></tr></thead>
 *   <tbody>
 *   <tr><th scope="row">train a net, and say how</th><td>{@link dev.makemore.bigram.net.BigramTrainer}</td></tr>
 *   <tr><th scope="row">choose how gradients become steps</th><td>{@link dev.makemore.bigram.net.Descent}</td></tr>
 *   <tr><th scope="row">watch it, step by step</th><td>{@link dev.makemore.bigram.net.TrainingStep}</td></tr>
 *   <tr><th scope="row">see its table at some of the steps</th><td>{@link dev.makemore.bigram.net.BigramTrainer#withNetListener}</td></tr>
 *   <tr><th scope="row">know how it ended, and how close it came</th><td>{@link dev.makemore.bigram.net.TrainingResult}</td></tr>
 *   <tr><th scope="row">predict with it</th><td>{@link dev.makemore.bigram.net.BigramNet}</td></tr>
 *   </tbody>
 * </table>
 *
 * <h2>Why both routes must meet</h2>
 *
 * <p>Let w_c be the share of context c among all transitions, p_c the counted distribution of the
 * token after c, and q_c the net's distribution. Then, at any weights,
 *
 * <pre>
 *   NLL(net) - NLL(counting) = sum over c of w_c KL(p_c || q_c)  >= 0
 *   d NLL / d W_cj           = w_c (q_cj - p_cj)
 * </pre>
 *
 * <p>The first line says that no net has a lower loss than counting, and that a net with the same
 * loss has the same row for every context that occurs. The second line says how far away a net
 * still is: the total variation between p_c and q_c, which is half the sum of |q_cj - p_cj|, is the
 * 1-norm of row c's gradient divided by 2 w_c. So a net can certify its own distance from a table
 * that it never saw.
 */
package dev.makemore.bigram.net;
