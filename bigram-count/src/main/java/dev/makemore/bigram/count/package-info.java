/**
 * Learning a bigram model by counting: count pairs, add k, normalize.
 *
 * {@snippet class="dev.makemore.bigram.count.TourTest" region="count"}
 *
 * <table class="striped">
 *   <caption>Where to look</caption>
 *   <thead><tr><th scope="col">you want to</th><th scope="col">type</th></tr></thead>
 *   <tbody>
 *   <tr><th scope="row">count the pairs of a corpus, of a file or of a stream, and add up
 *       counts</th><td>{@link dev.makemore.bigram.count.BigramCounts}</td></tr>
 *   <tr><th scope="row">count items that have weights, such as a table of names and how often each
 *       was given</th><td>{@link dev.makemore.bigram.count.BigramCounter}</td></tr>
 *   <tr><th scope="row">turn counts into probabilities</th>
 *       <td>{@link dev.makemore.bigram.count.CountModel}</td></tr>
 *   <tr><th scope="row">know how a model is saved</th>
 *       <td>{@link dev.makemore.bigram.count.CountModelKind}</td></tr>
 *   </tbody>
 * </table>
 *
 * <p>{@code PairCounter} holds the counts while a text is read. A text that needs no change of form
 * is counted byte by byte by the package {@code utf8}, which is not exported, and any other text
 * character by character. Both give the same counts.
 */
package dev.makemore.bigram.count;
