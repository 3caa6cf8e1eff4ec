package dev.makemore.mlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makemore.model.Corpus;
import dev.makemore.model.Distribution;
import dev.makemore.model.NgramCounts;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.contract.ChiSquare;
import dev.makemore.sampling.Xoshiro256PlusPlus;
import org.junit.jupiter.api.Test;

class ContextsTest {

  /** ab, ab and b: the contexts .. three times, .a and ab twice each, and .b once. */
  private static final NgramCounts TEXT = NgramCounts.of(3, Corpus.of("ab", "ab", "b"));

  @Test
  void aContextHasItsTokensAndTheSharesOfWhatFollows() {
    Contexts contexts = new Contexts(TEXT);
    assertThat(contexts.tokens(0)).containsExactly(0, 0);
    assertThat(contexts.shares(0)).containsExactly(0, 2.0 / 3, 1.0 / 3);
    assertThat(contexts.tokens(1)).containsExactly(0, 1);
    assertThat(contexts.shares(1)).containsExactly(0, 0, 1);
    assertThat(contexts.tokens(2)).containsExactly(0, 2);
    assertThat(contexts.shares(2)).containsExactly(1, 0, 0);
    assertThat(contexts.tokens(3)).containsExactly(1, 2);
    assertThat(contexts.shares(3)).containsExactly(1, 0, 0);
  }

  /** A chi-square test at alpha = 1e-6. */
  @Test
  void contextsAreDrawnAsOftenAsTheyOccur() {
    long[] counts = new long[4];
    for (int c : new Contexts(TEXT).draw(10_000, Xoshiro256PlusPlus.of(1))) {
      counts[c]++;
    }
    assertThat(ChiSquare.accepts(Distribution.ofWeights(3, 2, 1, 2), counts)).isTrue();
  }

  @Test
  void aTextWithoutItemsIsRefused() {
    NgramCounts nothing = NgramCounts.of(3, Corpus.of().over(Vocabulary.of("ab")));
    assertThatThrownBy(() -> new Contexts(nothing))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is nothing to learn from: the text has no items");
  }
}
