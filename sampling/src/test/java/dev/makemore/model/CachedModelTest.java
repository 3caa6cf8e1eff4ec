package dev.makemore.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.model.contract.FunctionModel;
import dev.makemore.model.contract.TableModel;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CachedModelTest {

  @Test
  void theModelIsAskedOnceForEachContext() {
    AtomicInteger asked = new AtomicInteger();
    LanguageModel counting =
        FunctionModel.bigram(
            Vocabulary.of("ab"),
            context -> {
              asked.incrementAndGet();
              return Distribution.uniform(3);
            });
    LanguageModel cached = CachedModel.of(counting);
    for (int i = 0; i < 5; i++) {
      assertThat(cached.next(2, 1)).isSameAs(cached.next(1));
      cached.next();
    }
    assertThat(asked).hasValue(2);
  }

  @Test
  void longerContextsAreMostlyKept() {
    AtomicInteger asked = new AtomicInteger();
    LanguageModel counting =
        new FunctionModel(
            Vocabulary.of("ab"),
            3,
            context -> {
              asked.incrementAndGet();
              return Distribution.uniform(3);
            });
    LanguageModel cached = CachedModel.of(counting);
    for (int i = 0; i < 5; i++) {
      assertThat(cached.next(2, 1, 2, 1)).isSameAs(cached.next(1, 2, 1));
      assertThat(cached.next(1)).isSameAs(cached.next(0, 0, 1));
      assertThat(cached.probability(1, 0, 1)).isEqualTo(1.0 / 3);
    }
    assertThat(asked).hasValue(2);
  }

  /** Rows of 3,000 tokens each: 1,333 of them fit, more do not. */
  @Test
  void whatIsKeptIsBounded() {
    int size = 3_000;
    double[] falling = new double[size];
    Arrays.setAll(falling, i -> size - i);
    LanguageModel dense =
        FunctionModel.bigram(
            Vocabulary.ofCodePoints(IntStream.range(0x4E00, 0x4E00 + size - 1).toArray()),
            context -> Distribution.ofWeights(falling));
    LanguageModel cached = CachedModel.of(dense);
    long kept = IntStream.range(0, 1_500).filter(c -> cached.next(c) == cached.next(c)).count();
    assertThat(kept).isEqualTo(1_333);
  }

  /** With 3,000 tokens a row costs 3,000 times as much as a probability, and most are used once. */
  @Test
  void aModelOfManyTokensThatLooksFurtherIsAskedForOneProbability() {
    AtomicInteger rows = new AtomicInteger();
    LanguageModel two =
        new FunctionModel(
            Vocabulary.ofCodePoints(IntStream.range(0x4E00, 0x4E00 + 2_999).toArray()),
            2,
            context -> {
              rows.incrementAndGet();
              return Distribution.uniform(3_000);
            });
    LanguageModel cached = CachedModel.of(two);
    cached.next(1, 1);
    assertThat(cached.next(1, 1)).isSameAs(cached.next(1, 1));
    assertThat(rows).hasValue(1);
    assertThat(cached.probability(0, 1, 1)).isEqualTo(1.0 / 3_000);
    assertThat(rows).hasValue(2); // a function has no other way to tell one
  }

  @Test
  void aCachedModelIsNotCachedAgain() {
    LanguageModel cached =
        CachedModel.of(TableModel.bigram("a", new double[] {0, 1}, new double[] {1, 0}));
    assertThat(CachedModel.of(cached)).isSameAs(cached);
  }

  @Test
  void aCachedModelLooksLikeTheModelItIs() {
    TableModel model = TableModel.bigram("a", new double[] {0, 1}, new double[] {1, 0});
    assertThat(CachedModel.of(model)).hasToString(model.toString());
  }
}
