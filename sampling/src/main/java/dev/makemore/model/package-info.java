/**
 * Language models over characters: the interface, the text they learn from, and how good they are.
 *
 * <table class="striped">
 *   <caption>Where to look</caption>
 *   <thead><tr><th scope="col">you want to</th><th scope="col">type</th></tr></thead>
 *   <tbody>
 *   <tr><th scope="row">predict the next token</th><td>{@link dev.makemore.model.LanguageModel}</td></tr>
 *   <tr><th scope="row">look at a prediction, draw from it</th><td>{@link dev.makemore.model.Distribution}</td></tr>
 *   <tr><th scope="row">turn characters into tokens and back</th><td>{@link dev.makemore.model.Vocabulary}</td></tr>
 *   <tr><th scope="row">hold items in memory, split them</th><td>{@link dev.makemore.model.Corpus}</td></tr>
 *   <tr><th scope="row">read a text of any size in one pass</th><td>{@link dev.makemore.model.text.TextSource}, {@link dev.makemore.model.text.CorpusReader}</td></tr>
 *   <tr><th scope="row">read text in lower case, or normalized</th><td>{@link dev.makemore.model.text.TextForm}</td></tr>
 *   <tr><th scope="row">keep the answers of a slow model</th><td>{@link dev.makemore.model.CachedModel}</td></tr>
 *   <tr><th scope="row">hand pairs of tokens to a learner</th><td>{@link dev.makemore.model.Transitions}</td></tr>
 *   <tr><th scope="row">describe a model by listed pairs, and a backoff for all others</th><td>{@link dev.makemore.model.arpa.BackoffModel}</td></tr>
 *   <tr><th scope="row">measure a model on text</th><td>{@link dev.makemore.model.Evaluation}</td></tr>
 *   <tr><th scope="row">score single texts, and say why</th><td>{@link dev.makemore.model.Scorer}</td></tr>
 *   <tr><th scope="row">compare two models</th><td>{@link dev.makemore.model.Divergence}</td></tr>
 *   </tbody>
 * </table>
 *
 * <p>All types are immutable and safe for use by several threads, unless they say otherwise. No
 * argument or result is null. Logarithms are natural, so costs are in nats. {@link StrictMath} is
 * used wherever rounding could decide a result, so that results are the same on every JDK.
 */
package dev.makemore.model;
