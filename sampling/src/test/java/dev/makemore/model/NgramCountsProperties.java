package dev.makemore.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/**
 * Counts of n-grams, compared with a map that is filled by cutting each padded item into pieces.
 */
class NgramCountsProperties {

  @Provide
  Arbitrary<Corpus> corpora() {
    return Arbitraries.strings()
        .withChars('a', 'b', 'c', '.', 'é')
        .ofMinLength(1)
        .ofMaxLength(6)
        .list()
        .ofMinSize(1)
        .ofMaxSize(8)
        .map(Corpus::of);
  }

  private static Map<List<Integer>, Long> plain(int order, Corpus corpus) {
    Map<List<Integer>, Long> counts = new HashMap<>();
    for (String item : corpus.list()) {
      int[] tokens = corpus.vocabulary().encode(item);
      int[] padded = new int[order - 1 + tokens.length + 1];
      System.arraycopy(tokens, 0, padded, order - 1, tokens.length);
      for (int end = order; end <= padded.length; end++) {
        List<Integer> gram = IntStream.range(end - order, end).mapToObj(i -> padded[i]).toList();
        counts.merge(gram, 1L, Long::sum);
      }
    }
    return counts;
  }

  private static Map<List<Integer>, Long> visited(NgramCounts counts) {
    Map<List<Integer>, Long> visited = new HashMap<>();
    counts.forEach(
        (context, next, count) -> {
          List<Integer> gram =
              IntStream.concat(IntStream.of(context), IntStream.of(next)).boxed().toList();
          assertThat(visited.put(gram, count)).isNull();
          assertThat(counts.count(next, context)).isEqualTo(count);
        });
    return visited;
  }

  @Property
  void everyPredictionIsOneNgram(
      @ForAll("corpora") Corpus corpus, @ForAll @IntRange(min = 1, max = 6) int order) {
    NgramCounts counts = NgramCounts.of(order, corpus);
    assertThat(visited(counts)).isEqualTo(plain(order, corpus));
    assertThat(counts.total()).isEqualTo(corpus.total());
    assertThat(counts.items()).isEqualTo(corpus.items());
    assertThat(counts.distinct()).isEqualTo(plain(order, corpus).size());
  }

  @Property
  void ngramsAreVisitedInAscendingOrder(
      @ForAll("corpora") Corpus corpus, @ForAll @IntRange(min = 1, max = 4) int order) {
    int[][] last = {{}};
    NgramCounts.of(order, corpus)
        .forEach(
            (context, next, count) -> {
              int[] gram = IntStream.concat(IntStream.of(context), IntStream.of(next)).toArray();
              assertThat(Arrays.compare(last[0], gram)).isNegative();
              last[0] = gram;
            });
  }

  @Property
  void theCountsOfTwoTextsAreThoseOfBothTogether(
      @ForAll("corpora") Corpus one,
      @ForAll("corpora") Corpus other,
      @ForAll @IntRange(min = 1, max = 4) int order) {
    Corpus both = Corpus.of(Stream.of(one, other).flatMap(c -> c.list().stream()).toList());
    assertThat(NgramCounts.of(order, one).merge(NgramCounts.of(order, other)))
        .isEqualTo(NgramCounts.of(order, both))
        .hasSameHashCodeAs(NgramCounts.of(order, both));
  }

  @Property
  void shorterNgramsAreCountedByLongerOnes(
      @ForAll("corpora") Corpus corpus,
      @ForAll @IntRange(min = 1, max = 5) int order,
      @ForAll @IntRange(min = 1, max = 5) int smaller) {
    if (smaller <= order) {
      assertThat(NgramCounts.of(order, corpus).ofOrder(smaller))
          .isEqualTo(NgramCounts.of(smaller, corpus));
    }
  }

  @Property
  void aWeightIsSoManyCopies(
      @ForAll("corpora") Corpus corpus,
      @ForAll @IntRange(max = 3) int weight,
      @ForAll @IntRange(min = 1, max = 4) int order) {
    NgramCounter weighted = NgramCounter.create(order, corpus.vocabulary());
    NgramCounter copied = NgramCounter.create(order, corpus.vocabulary());
    for (String item : corpus.list()) {
      weighted.add(item, weight);
      for (int i = 0; i < weight; i++) {
        copied.add(item);
      }
    }
    assertThat(weighted.counts()).isEqualTo(copied.counts());
  }

  @Property
  void countsOfPairsAreTransitions(@ForAll("corpora") Corpus corpus) {
    Map<List<Integer>, Long> pairs = new HashMap<>();
    corpus.forEach((context, next, count) -> pairs.merge(List.of(context, next), count, Long::sum));
    assertThat(visited(NgramCounts.of(2, corpus))).isEqualTo(pairs);
    assertThat(NgramCounts.ofPairs(corpus)).isEqualTo(NgramCounts.of(2, corpus));
    assertThat(NgramCounter.create(1).addAll((Transitions) corpus).counts())
        .isEqualTo(NgramCounts.of(1, corpus));
  }

  @Property
  void ngramsTellThePairsOfTheirText(
      @ForAll("corpora") Corpus corpus, @ForAll @IntRange(min = 2, max = 5) int order) {
    Transitions pairs = NgramCounts.of(order, corpus).pairs();
    assertThat(pairs.vocabulary()).isEqualTo(corpus.vocabulary());
    assertThat(pairs.items()).isEqualTo(corpus.items());
    assertThat(NgramCounts.ofPairs(pairs)).isEqualTo(NgramCounts.ofPairs(corpus));
  }

  @Property
  void whatIsCollectedInTheOrderOfAVisitIsTheSameCounts(
      @ForAll("corpora") Corpus corpus, @ForAll @IntRange(min = 1, max = 5) int order) {
    NgramCounts counts = NgramCounts.of(order, corpus);
    OrderedNgrams ordered = OrderedNgrams.create(order, corpus.vocabulary());
    counts.forEach(ordered::add);
    assertThat(ordered.counts()).isEqualTo(counts).hasSameHashCodeAs(counts);
    assertThat(ordered.total()).isEqualTo(counts.total());
  }

  @Property
  void charactersWithoutATokenShareCounts(
      @ForAll("corpora") Corpus corpus, @ForAll @IntRange(min = 1, max = 4) int order) {
    Vocabulary ab = Vocabulary.of("ab").withUnknown();
    Corpus replaced =
        Corpus.of(corpus.list().stream().map(item -> item.replaceAll("[^ab]", "\uFFFD")).toList());
    assertThat(NgramCounts.of(order, corpus).over(ab))
        .isEqualTo(NgramCounts.of(order, corpus.over(ab)))
        .isEqualTo(NgramCounts.of(order, replaced.over(ab)));
  }
}
