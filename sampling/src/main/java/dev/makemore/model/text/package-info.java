/**
 * Text on its way to a model: where it comes from, reading it in one pass whatever its size, and
 * writing it in one form, such as lower case.
 *
 * <table class="striped">
 *   <caption>Where to look</caption>
 *   <thead><tr><th scope="col">you want to</th><th scope="col">type</th></tr></thead>
 *   <tbody>
 *   <tr><th scope="row">say where a text comes from: a file, a stream, anything else</th>
 *       <td>{@link dev.makemore.model.text.TextSource}</td></tr>
 *   <tr><th scope="row">read items without holding them in memory</th>
 *       <td>{@link dev.makemore.model.text.CorpusReader}</td></tr>
 *   <tr><th scope="row">turn text into lower case, or into a normalization form</th>
 *       <td>{@link dev.makemore.model.text.TextForm}</td></tr>
 *   </tbody>
 * </table>
 *
 * <p>This package passes on code points and knows nothing about tokens or models. {@link
 * dev.makemore.model.Corpus} reads with it.
 */
package dev.makemore.model.text;
