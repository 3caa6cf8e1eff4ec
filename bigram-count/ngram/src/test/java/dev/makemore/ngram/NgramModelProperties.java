package dev.makemore.ngram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.bigram.count.CountModel;
import dev.makemore.model.Corpus;
import dev.makemore.model.Distribution;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.NgramCounts;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.contract.Corpora;
import dev.makemore.model.contract.LanguageModelContract;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The contract of a language model, and what holds of smoothed counts alone. */
class NgramModelProperties extends LanguageModelContract {

  @Override
  protected Arbitrary<? extends LanguageModel> models() {
    return NgramModels.any();
  }

  @Provide
  Arbitrary<Corpus> corpora() {
    return NgramModels.corpora();
  }

  @Provide
  Arbitrary<Corpus> small() {
    return Corpora.small();
  }

  @Provide
  Arbitrary<Smoothing> smoothings() {
    return NgramModels.smoothings();
  }

  @Provide
  Arbitrary<Double> ks() {
    return Arbitraries.of(0.0, 0.1, 1.0, 1.0 / 3, 50.0, 1e-300, 2e23);
  }

  /** Every context of the model's length that starts an item, or does not, and may never occur. */
  private static Stream<int[]> contexts(Vocabulary vocabulary, int length) {
    Stream<int[]> contexts = Stream.of(new int[0]);
    for (int i = 0; i < length; i++) {
      contexts =
          contexts.flatMap(
              context ->
                  IntStream.range(0, vocabulary.size())
                      .filter(
                          t ->
                              t != Vocabulary.BOUNDARY
                                  || IntStream.of(context).allMatch(u -> u == Vocabulary.BOUNDARY))
                      .mapToObj(t -> IntStream.concat(IntStream.of(context), IntStream.of(t)))
                      .map(IntStream::toArray));
    }
    return contexts;
  }

  private static void assertPlain(Corpus corpus, int order, boolean kneserNey) {
    Vocabulary v = corpus.vocabulary();
    PlainSmoothing plain = new PlainSmoothing(order, v.size(), kneserNey, corpus.list());
    NgramModel model =
        NgramModel.fit(
            NgramCounts.of(order, corpus),
            kneserNey ? Smoothing.kneserNey() : Smoothing.wittenBell());
    contexts(v, order - 1)
        .forEach(
            context -> {
              boolean starts = IntStream.of(context).anyMatch(t -> t == Vocabulary.BOUNDARY);
              int[] characters = IntStream.of(context).filter(t -> t > 0).toArray();
              String text = (starts ? "<" : "") + v.decode(characters);
              for (int next = 0; next < v.size(); next++) {
                String token = next == Vocabulary.BOUNDARY ? ">" : v.decode(next);
                assertThat(model.probability(next, context))
                    .as("%s after %s", token, text)
                    .isEqualTo(plain.probability(text, token), within(1e-12));
              }
            });
  }

  @Property(tries = 100)
  void kneserNeyIsThatOfItsFormulas(
      @ForAll("corpora") Corpus corpus, @ForAll @IntRange(min = 1, max = 4) int order) {
    assertPlain(corpus, order, true);
  }

  @Property(tries = 100)
  void wittenBellIsThatOfItsFormulas(
      @ForAll("corpora") Corpus corpus, @ForAll @IntRange(min = 1, max = 4) int order) {
    assertPlain(corpus, order, false);
  }

  @Property(tries = 200)
  void addKIsItsFormulaAndUniformWhereNothingOccurred(
      @ForAll("small") Corpus corpus,
      @ForAll @IntRange(min = 1, max = 3) int order,
      @ForAll("ks") double k) {
    NgramCounts counts = NgramCounts.of(order, corpus);
    NgramModel model = NgramModel.fit(counts, Smoothing.addK(k));
    int size = counts.vocabulary().size();
    contexts(counts.vocabulary(), order - 1)
        .forEach(
            context -> {
              double all = 0;
              for (int next = 0; next < size; next++) {
                all += counts.count(next, context);
              }
              for (int next = 0; next < size; next++) {
                double p = (counts.count(next, context) + k) / (all + k * size);
                assertThat(model.probability(next, context))
                    .isEqualTo(all == 0 ? 1.0 / size : p, within(1e-12));
              }
            });
  }

  @Property
  void addKOfOrderTwoIsTheBigramModelByCounting(
      @ForAll("small") Corpus text, @ForAll("ks") double k) {
    Corpus corpus = text.over(text.vocabulary().union(Vocabulary.of("z"))); // uniform after it
    CountModel bigrams = CountModel.fit(corpus, k);
    NgramModel model = NgramModel.fit(NgramCounts.of(2, corpus), Smoothing.addK(k));
    for (int context = 0; context < corpus.vocabulary().size(); context++) {
      for (int next = 0; next < corpus.vocabulary().size(); next++) {
        assertThat(model.probability(next, context))
            .isEqualTo(bigrams.probability(next, context), within(1e-12));
      }
    }
  }

  @Property
  void aModelOfMergedCountsIsThatOfBothTexts(
      @ForAll("small") Corpus one,
      @ForAll("small") Corpus other,
      @ForAll @IntRange(min = 1, max = 5) int order,
      @ForAll("smoothings") Smoothing smoothing) {
    Corpus both = Corpus.of(Stream.of(one, other).flatMap(c -> c.list().stream()).toList());
    NgramModel merged =
        NgramModel.fit(NgramCounts.of(order, one).merge(NgramCounts.of(order, other)), smoothing);
    NgramModel counted = NgramModel.fit(NgramCounts.of(order, both), smoothing);
    NgramCounts.of(order, both)
        .forEach(
            (context, next, count) ->
                assertThat(merged.next(context)).isEqualTo(counted.next(context)));
  }

  @Property
  void interpolationLeavesNothingImpossible(
      @ForAll("corpora") Corpus text, @ForAll @IntRange(min = 1, max = 3) int order) {
    Corpus corpus = text.over(text.vocabulary().union(Vocabulary.of("z")).withUnknown());
    NgramCounts counts = NgramCounts.of(order, corpus);
    for (Smoothing smoothing : new Smoothing[] {Smoothing.kneserNey(), Smoothing.wittenBell()}) {
      NgramModel model = NgramModel.fit(counts, smoothing);
      contexts(corpus.vocabulary(), order - 1)
          .forEach(
              context -> {
                Distribution next = model.next(context);
                assertThat(next.supportSize()).isEqualTo(corpus.vocabulary().size());
              });
    }
  }

  @Property
  void everyRowSumsToOneToTwelvePlaces(
      @ForAll("corpora") Corpus corpus,
      @ForAll @IntRange(min = 1, max = 3) int order,
      @ForAll("smoothings") Smoothing smoothing) {
    NgramModel model = NgramModel.fit(NgramCounts.of(order, corpus), smoothing);
    contexts(corpus.vocabulary(), order - 1)
        .forEach(
            context -> {
              double sum = 0;
              for (int next = 0; next < corpus.vocabulary().size(); next++) {
                sum += model.probability(next, context);
              }
              assertThat(sum).isEqualTo(1, within(1e-12));
            });
  }

  @Property
  void theTextOfEverySmoothingIsReadBack(@ForAll double k) {
    Smoothing smoothing = Smoothing.addK(Math.abs(k));
    assertThat(Smoothing.parse(smoothing.toString())).isEqualTo(smoothing);
  }

  @Property
  void charactersThatNeverOccurChangeNothingButTheUniformShare(
      @ForAll("corpora") Corpus corpus, @ForAll @IntRange(min = 1, max = 4) int order) {
    NgramCounts counts = NgramCounts.of(order, corpus);
    Vocabulary larger = corpus.vocabulary().union(Vocabulary.of("z"));
    NgramModel own = NgramModel.fit(counts, Smoothing.kneserNey());
    NgramModel with = NgramModel.fit(counts.over(larger), Smoothing.kneserNey());
    // z is the last token, so the others keep their numbers. A row gives V' of V + 1 to them.
    counts.forEach(
        (context, next, count) -> {
          double z = with.probability(larger.token('z'), context);
          double uniform = z * larger.size(); // the share of 1 / V in the row
          assertThat(with.probability(next, context))
              .isEqualTo(
                  own.probability(next, context) - uniform / corpus.vocabulary().size() + z,
                  within(1e-12));
        });
  }
}
