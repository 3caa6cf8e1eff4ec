package dev.makemore.bigram.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makemore.model.Corpus;
import dev.makemore.model.Transitions;
import dev.makemore.model.Vocabulary;
import org.junit.jupiter.api.Test;

class BigramCounterTest {

  private final BigramCounter counter = BigramCounter.create().add("ab", 3).add("b");

  private void assertUnchanged() {
    assertThat(counter.counts()).isEqualTo(BigramCounts.of(Corpus.of("ab", "ab", "ab", "b")));
  }

  @Test
  void nothingIsCountedAtFirst() {
    assertThat(BigramCounter.create().counts()).isEqualTo(BigramCounts.of(Corpus.of()));
  }

  @Test
  void rowsOfTheSameItemAddUp() {
    assertUnchanged();
    assertThat(counter.add("b", 4).counts().count(0, 2)).isEqualTo(5);
  }

  @Test
  void anItemOfWeightZeroAndAnEmptyOneAreSkipped() {
    counter.add("xyz", 0).add("", 7).add("");
    assertUnchanged();
  }

  @Test
  void aNegativeWeightIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> counter.add("ab", -1))
        .withMessage("weight must be >= 0, was -1");
    assertUnchanged();
  }

  @Test
  void halfOfASurrogatePairIsRefusedWhereItIsGiven() {
    for (long weight : new long[] {0, 1}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> counter.add("a\uD83D", weight))
          .withMessageStartingWith("U+D83D is not a Unicode character");
    }
    assertUnchanged();
  }

  @Test
  void whatIsMissingIsNamed() {
    assertThatThrownBy(() -> counter.add(null, 1))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("item");
  }

  /** "xx" has three transitions: the counter holds 11, and 2^63 - 1 - 11 is no multiple of 3. */
  @Test
  void moreTransitionsThanALongHoldsAreRefused() {
    long left = (Long.MAX_VALUE - 11) / 3;
    for (long weight : new long[] {left + 1, Long.MAX_VALUE}) {
      assertThatThrownBy(() -> counter.add("xx", weight)).isInstanceOf(ArithmeticException.class);
      assertUnchanged();
    }
    assertThat(counter.add("xx", left).counts().items()).isEqualTo(left + 4);
    assertThatThrownBy(() -> counter.addAll(Corpus.of("abc")))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void aTextMayKnowMoreCharactersThanItHolds() {
    record OneA(Vocabulary vocabulary) implements Transitions {
      @Override
      public void forEach(Visitor visitor) {
        visitor.visit(0, 1, 1);
        visitor.visit(1, 0, 1);
      }
    }
    BigramCounts counts = counter.addAll(new OneA(Vocabulary.of("aq"))).counts();
    assertThat(counts.vocabulary()).isEqualTo(Vocabulary.of("abq"));
    assertThat(counts.items()).isEqualTo(5);
  }

  @Test
  void aTextThatBreaksTheRulesIsRefusedAsAWhole() {
    record Wrong(Vocabulary vocabulary) implements Transitions {
      @Override
      public void forEach(Visitor visitor) {
        visitor.visit(0, 1, 1);
        visitor.visit(1, 0, 0);
      }
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> counter.addAll(new Wrong(Vocabulary.of("a"))));
    assertUnchanged();
  }

  @Test
  void moreCanBeAddedAfterTheCountsWereTaken() {
    BigramCounts before = counter.counts();
    counter.add("c");
    assertThat(before).isEqualTo(BigramCounts.of(Corpus.of("ab", "ab", "ab", "b")));
    assertThat(counter.counts().vocabulary()).isEqualTo(Vocabulary.of("abc"));
  }
}
