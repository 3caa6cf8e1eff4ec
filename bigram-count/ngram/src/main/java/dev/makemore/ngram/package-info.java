/**
 * Learning an n-gram model by counting: count runs of n tokens, smooth, normalize.
 *
 * {@snippet class="dev.makemore.ngram.TourTest" region="fit"}
 *
 * <table class="striped">
 *   <caption>Where to look</caption>
 *   <thead><tr><th scope="col">you want to</th><th scope="col">type</th></tr></thead>
 *   <tbody>
 *   <tr><th scope="row">count the n-grams of a text</th>
 *       <td>{@link dev.makemore.model.NgramCounter}</td></tr>
 *   <tr><th scope="row">turn counts into probabilities</th>
 *       <td>{@link dev.makemore.ngram.NgramModel}</td></tr>
 *   <tr><th scope="row">choose between Kneser-Ney, Witten-Bell and add-k smoothing, and read their
 *       formulas</th><td>{@link dev.makemore.ngram.Smoothing}</td></tr>
 *   <tr><th scope="row">know how a model is saved</th>
 *       <td>{@link dev.makemore.ngram.NgramModelKind}</td></tr>
 *   <tr><th scope="row">offer it by its name, among other ways to learn</th>
 *       <td>{@link dev.makemore.ngram.NgramLearner}</td></tr>
 *   </tbody>
 * </table>
 *
 * <p>The package {@code level}, which is not exported, works the formulas out, for millions of
 * n-grams in flat arrays.
 */
package dev.makemore.ngram;
