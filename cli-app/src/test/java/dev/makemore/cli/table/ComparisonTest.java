package dev.makemore.cli.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.bigram.count.CountModel;
import dev.makemore.model.Corpus;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.NgramCounts;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  /** 131,070 characters beyond U+FFFF, from this one to the last. */
  private static final int FIRST = 0x20000;

  private static final int LAST = 0x3FFFD;

  /** Each character is an item of its own. */
  private static LanguageModel smoothed(int first, int last) {
    return CountModel.fit(
        Corpus.of(
            IntStream.rangeClosed(first, last)
                .mapToObj(Character::toString)
                .toArray(String[]::new)),
        1);
  }

  /**
   * After each character of both, the boundary has 2 / (1 + V) and every other token 1 / (1 + V).
   * To look at all pairs of 131,070 characters would take hours.
   */
  @Test
  void manyCharactersAreComparedByWhatTheirRowsList() {
    int size = LAST - FIRST + 2; // with the boundary, in A and in B
    LanguageModel a = smoothed(FIRST, LAST);
    LanguageModel b = smoothed(FIRST + 1, LAST + 1);
    NgramCounts text = NgramCounts.ofPairs(Corpus.of("a"));
    Comparison comparison = Comparison.of(a, b, text, 3);
    assertThat(comparison.contexts()).hasSize(size - 1);
    assertThat(comparison.onlyA()).containsExactly(1);
    assertThat(comparison.onlyB()).containsExactly(size);
    assertThat(comparison.contexts().subList(1, size - 1))
        .allSatisfy(
            context -> {
              assertThat(context.ab().totalVariation())
                  .isEqualTo(1.0 / (1 + size), within(1e-15)); // half of what two tokens have
              assertThat(context.ab().kl()).isEqualTo(Double.POSITIVE_INFINITY);
              assertThat(context.ab().largestDifference()).isEqualTo(1.0 / (1 + size));
              assertThat(context.ab().token()).isEqualTo(1);
            });
    assertThat(Comparison.of(a, a, text, 3).pairs()).isEmpty();
  }
}
