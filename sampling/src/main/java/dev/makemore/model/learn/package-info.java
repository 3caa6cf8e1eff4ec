/**
 * Ways to learn a model, as services: a program asks for one by its name, and a module from outside
 * adds to them.
 *
 * <table class="striped">
 *   <caption>Where to look</caption>
 *   <thead><tr><th scope="col">you want to</th><th scope="col">type</th></tr></thead>
 *   <tbody>
 *   <tr><th scope="row">offer a way to learn</th><td>{@link dev.makemore.model.learn.Learner}</td></tr>
 *   <tr><th scope="row">say what can be chosen about it</th>
 *       <td>{@link dev.makemore.model.learn.LearnerOption}</td></tr>
 *   <tr><th scope="row">learn a model in a way that has a name</th>
 *       <td>{@link dev.makemore.model.learn.Learners}</td></tr>
 *   </tbody>
 * </table>
 */
package dev.makemore.model.learn;
