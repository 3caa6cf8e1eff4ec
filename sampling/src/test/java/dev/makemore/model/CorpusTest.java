package dev.makemore.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makemore.model.contract.ChiSquare;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

  /** Chi-square at alpha = 1e-6: 24 orders, each with the probability 1/24. */
  @Test
  void everyOrderOfASplitHasTheSameChance() {
    Corpus four = Corpus.of("a", "b", "c", "d");
    Random random = new Random(5);
    Map<List<String>, Long> orders =
        Stream.generate(() -> four.split(0, 0, random).train().list())
            .limit(24_000)
            .collect(Collectors.groupingBy(order -> order, Collectors.counting()));
    long[] counts = orders.values().stream().mapToLong(n -> n).toArray();
    assertThat(counts).hasSize(24);
    assertThat(ChiSquare.accepts(Distribution.uniform(24), counts)).isTrue();
  }

  @Test
  void sharesMayBeNothingOrEverything() {
    assertThat(HUNDRED.split(0, 0, new Random(1)).train().items()).isEqualTo(100);
    assertThat(HUNDRED.split(1, 0, new Random(1)).dev().items()).isEqualTo(100);
    assertThat(HUNDRED.split(0, 1, new Random(1)).test().items()).isEqualTo(100);
    assertThat(HUNDRED.split(0.25, 0.75, new Random(1)).train().items()).isZero();
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
    assertThatThrownBy(() -> HUNDRED.split(-0.1, 0.4, new Random(1)))
        .hasMessageContaining("-0.1 and 0.4");
    assertThatThrownBy(() -> HUNDRED.split(Double.NaN, 0, new Random(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theItemsCanNotBeChangedFromOutside() {
    assertThatThrownBy(() -> HUNDRED.list().set(0, "x"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void aCorpusSaysHowMuchItHolds() {
    assertThat(Corpus.of("emma", "ava")).hasToString("Corpus(2 items, Vocabulary(5 tokens))");
  }
}
