package dev.makemore.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OrderedNgramsTest {

  private static final Vocabulary AB = Vocabulary.of("ab");

  private static OrderedNgrams bigrams() {
    return OrderedNgrams.create(2, AB).add(new int[] {0}, 1, 1).add(new int[] {1}, 0, 1);
  }

  private static void assertRefused(int context, int next, long count, String message) {
    OrderedNgrams ngrams = bigrams();
    assertThatThrownBy(() -> ngrams.add(new int[] {context}, next, count))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
    assertThat(ngrams.counts()).isEqualTo(NgramCounts.of(2, Corpus.of("a")).over(AB));
  }

  @Test
  void whatCanNotBeIsRefusedAndChangesNothing() {
    assertRefused(0, 2, 1, "ascending order");
    assertRefused(1, 0, 1, "ascending order");
    assertRefused(1, 1, 0, "a count must be at least 1, was 0");
    assertRefused(3, 1, 1, "was 3");
    assertRefused(1, 3, 1, "was 3");
    assertRefused(0, 0, 1, "the boundary can't follow itself");
  }

  @Test
  void boundariesAreAtTheStartOfAContextAlone() {
    OrderedNgrams trigrams = OrderedNgrams.create(3, AB).add(new int[] {0, 0}, 1, 1);
    assertThatThrownBy(() -> trigrams.add(new int[] {1, 0}, 1, 1))
        .hasMessageContaining("boundaries at its start only");
    assertThatThrownBy(() -> trigrams.add(new int[] {1}, 1, 1))
        .hasMessage("a context has 2 tokens here, not 1");
  }

  @Test
  void theSumOfTheCountsFitsInALong() {
    OrderedNgrams ngrams = OrderedNgrams.create(1, AB).add(new int[0], 0, Long.MAX_VALUE - 1);
    assertThatThrownBy(() -> ngrams.add(new int[0], 1, 2)).isInstanceOf(ArithmeticException.class);
    assertThat(ngrams.add(new int[0], 1, 1).total()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void anOrderOutOfRangeIsNamed() {
    assertThatThrownBy(() -> OrderedNgrams.create(17, AB))
        .hasMessage("order must be from 1 to 16, was 17");
  }

  @Test
  void moreMayBeAddedLater() {
    OrderedNgrams ngrams = bigrams();
    NgramCounts before = ngrams.counts();
    ngrams.add(new int[] {1}, 1, 1);
    assertThat(before).isEqualTo(NgramCounts.of(2, Corpus.of("a")).over(AB));
    assertThat(ngrams.counts()).isEqualTo(NgramCounts.of(2, Corpus.of("aa")).over(AB));
  }
}
