package dev.makemore.ngram;

import dev.makemore.model.Corpus;
import dev.makemore.model.NgramCounts;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.contract.Corpora;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random models, for tests. */
final class NgramModels {

  private NgramModels() {}

  static Arbitrary<Smoothing> smoothings() {
    return Arbitraries.of(
        Smoothing.kneserNey(),
        Smoothing.wittenBell(),
        Smoothing.addK(0),
        Smoothing.addK(0.1),
        Smoothing.addK(1),
        Smoothing.addK(1e-300),
        Smoothing.addK(2e23),
        Smoothing.addK(1.0 / 3));
  }

  /** Of orders 1 to 5, also over more characters than the text has, and with an unknown token. */
  static Arbitrary<NgramModel> any() {
    return Combinators.combine(
            Corpora.small(), Arbitraries.integers().between(1, 5), larger(), smoothings())
        .as(
            (corpus, order, vocabulary, smoothing) ->
                NgramModel.fit(
                    NgramCounts.of(order, corpus.over(corpus.vocabulary().union(vocabulary))),
                    smoothing));
  }

  private static Arbitrary<Vocabulary> larger() {
    return Arbitraries.of(Vocabulary.of(), Vocabulary.of("xyz"), Vocabulary.of("a").withUnknown());
  }

  /** Up to 60 items of up to 7 letters a to c, the skew of whose counts gives real discounts. */
  static Arbitrary<Corpus> corpora() {
    return Arbitraries.frequencyOf(
            Tuple.of(4, Arbitraries.just("a")),
            Tuple.of(2, Arbitraries.just("b")),
            Tuple.of(1, Arbitraries.of("c", "d", "e", "f")))
        .list()
        .ofMinSize(1)
        .ofMaxSize(7)
        .map(characters -> String.join("", characters))
        .list()
        .ofMinSize(1)
        .ofMaxSize(60)
        .map((List<String> items) -> Corpus.of(items));
  }
}
