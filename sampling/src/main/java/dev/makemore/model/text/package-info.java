/**
 * Text on its way to a model: reading a corpus of any size in one pass, and bringing what is read
 * into one form.
 *
 * <table class="striped">
 *   <caption>Where to look</caption>
 *   <thead><tr><th scope="col">you want to</th><th scope="col">type</th></tr></thead>
 *   <tbody>
 *   <tr><th scope="row">read items, one a line, without holding them in memory</th>
 *       <td>{@link dev.makemore.model.text.CorpusReader}</td></tr>
 *   <tr><th scope="row">write all letters in lower case, or in one normalization form</th>
 *       <td>{@link dev.makemore.model.text.TextForm}</td></tr>
 *   </tbody>
 * </table>
 *
 * <p>This package knows nothing of tokens or models: it passes on code points. {@link
 * dev.makemore.model.Corpus} reads through it.
 */
package dev.makemore.model.text;
