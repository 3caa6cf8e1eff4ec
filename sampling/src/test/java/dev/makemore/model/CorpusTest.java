package dev.makemore.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CorpusTest {

  private static final Corpus HUNDRED =
      Corpus.of(IntStream.range(0, 100).mapToObj(Integer::toString).toList());

  @Test
  void theTransitionsOfEmmaAreFive() {
    Corpus emma = Corpus.of("emma"); // e, m, a are 2, 3, 1
    List<String> seen = new ArrayList<>();
    Vocabulary v = emma.vocabulary();
    emma.forEach((context, next, count) -> seen.add(v.decode(context, next) + count));
    assertThat(seen).containsExactly(".e1", "em1", "mm1", "ma1", "a.1");
    assertThat(emma.total()).isEqualTo(5);
    assertThat(emma.items()).isEqualTo(1);
  }

  @Test
  void theDefaultCountOfItemsIsThatOfTransitionsOutOfTheBoundary() {
    Transitions viewed =
        new Transitions() {
          @Override
          public Vocabulary vocabulary() {
            return HUNDRED.vocabulary();
          }

          @Override
          public void forEach(Visitor visitor) {
            HUNDRED.forEach(visitor);
          }
        };
    assertThat(viewed.items()).isEqualTo(100);
    assertThat(viewed.total()).isEqualTo(10 * 2 + 90 * 3);
  }

  @Test
  void anEmptyStringIsNoItem() {
    Corpus corpus = Corpus.of("", "a", "");
    assertThat(corpus.list()).containsExactly("a");
    assertThat(corpus.emptyLines()).isEqualTo(2);
  }

  @Test
  void aSplitDealsOutEveryItemOnce() {
    Corpus.Split split = HUNDRED.split(0.1, 0.2, new Random(5));
    assertThat(split.train().list()).hasSize(70);
    assertThat(split.dev().list()).hasSize(10);
    assertThat(split.test().list()).hasSize(20);
    List<String> all = new ArrayList<>(split.train().list());
    all.addAll(split.dev().list());
    all.addAll(split.test().list());
    assertThat(all).containsExactlyInAnyOrderElementsOf(HUNDRED.list());
    assertThat(all).isNotEqualTo(HUNDRED.list());
  }

  @Test
  void devAndTestAreRoundedAndTrainGetsTheOthers() {
    for (int size = 1; size < 100; size++) {
      Corpus corpus = Corpus.of(HUNDRED.list().subList(0, size));
      Corpus.Split split = corpus.split(0.1, 0.1, new Random(1));
      int tenth = (size + 5) / 10; // a tenth, half of one rounded up
      assertThat(split.dev().list()).hasSize(tenth);
      assertThat(split.test().list()).hasSize(Math.min(tenth, size - tenth));
      assertThat(split.train().list())
          .hasSize(size - split.dev().list().size() - split.test().list().size());
    }
  }

  @Test
  void aSplitDependsOnItsSeedAlone() {
    assertThat(HUNDRED.split(0.1, 0.1, new Random(5)).train().list())
        .isEqualTo(HUNDRED.split(0.1, 0.1, new Random(5)).train().list())
        .isNotEqualTo(HUNDRED.split(0.1, 0.1, new Random(6)).train().list());
  }

  @Test
  void everyItemHasTheSameChanceToBeInThePartsOfASplit() {
    int tries = 3_000;
    int first = 0;
    for (int seed = 0; seed < tries; seed++) {
      first += HUNDRED.split(0.1, 0.1, new Random(seed)).test().list().contains("0") ? 1 : 0;
    }
    // 300 expected, standard deviation 16.4; 5 of them are alpha = 6e-7.
    assertThat(first).isBetween(300 - 82, 300 + 82);
  }

  @Test
  void aSplitOfOneItemLosesNothing() {
    Corpus.Split split = Corpus.of("a").split(0.5, 0.5, new Random(1));
    assertThat(split.train().items() + split.dev().items() + split.test().items()).isEqualTo(1);
  }

  @Test
  void invalidSharesAreNamed() {
    assertThatThrownBy(() -> HUNDRED.split(0.7, 0.4, new Random(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0.7 and 0.4");
    assertThatThrownBy(() -> HUNDRED.split(Double.NaN, 0, new Random(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theItemsCanNotBeChangedFromOutside() {
    assertThatThrownBy(() -> HUNDRED.list().set(0, "x"))
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
