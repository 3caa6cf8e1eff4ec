/**
 * Learning a bigram model by counting: count, add k, normalise.
 *
 * <pre>{@code
 * BigramCounts counts = BigramCounts.of(Corpus.of("emma", "olivia", "ava"));
 * LanguageModel model = CountModel.fit(counts);
 * }</pre>
 */
package dev.makemore.bigram.count;
