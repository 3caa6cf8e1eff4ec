/**
 * Learns a language model as a multilayer perceptron, by gradient descent on the scalar engine.
 *
 * {@snippet class="dev.makemore.mlp.TourTest" region="train"}
 *
 * <table class="striped">
 *   <caption>Where to look</caption>
 *   <thead><tr><th scope="col">you want to</th><th scope="col">type</th></tr></thead>
 *   <tbody>
 *   <tr><th scope="row">train a perceptron, and say how</th>
 *       <td>{@link dev.makemore.mlp.PerceptronTrainer}</td></tr>
 *   <tr><th scope="row">predict with it, look at its embeddings, and read its formulas</th>
 *       <td>{@link dev.makemore.mlp.PerceptronModel}</td></tr>
 *   <tr><th scope="row">know how a model is saved</th>
 *       <td>{@link dev.makemore.mlp.PerceptronModelKind}</td></tr>
 *   <tr><th scope="row">offer it by its name, among other ways to learn</th>
 *       <td>{@link dev.makemore.mlp.PerceptronLearner}</td></tr>
 *   </tbody>
 * </table>
 *
 * <p>Inside, {@code Network} is the expression, {@code Slice} a part of a batch on a tape of its
 * own, and {@code Training} the loop.
 */
package dev.makemore.mlp;
