/**
 * ARPA files, in which n-gram programs such as KenLM, SRILM and IRSTLM exchange models, and the
 * kind of model that such a file holds.
 *
 * <table class="striped">
 *   <caption>Where to look</caption>
 *   <thead><tr><th scope="col">you want to</th><th scope="col">type</th></tr></thead>
 *   <tbody>
 *   <tr><th scope="row">read or write an ARPA file</th><td>{@link dev.makemore.model.arpa.Arpa}</td></tr>
 *   <tr><th scope="row">describe a model by some listed n-grams, and backoffs for all others</th>
 *       <td>{@link dev.makemore.model.arpa.BackoffModel}</td></tr>
 *   </tbody>
 * </table>
 */
package dev.makemore.model.arpa;
