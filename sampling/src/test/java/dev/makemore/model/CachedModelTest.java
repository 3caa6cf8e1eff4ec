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

  @Test
  void theRowsOfAModelThatLooksFurtherAreNotKept() {
    AtomicInteger asked = new AtomicInteger();
    LanguageModel two =
        new FunctionModel(
            Vocabulary.of("a"),
            2,
            context -> {
              asked.incrementAndGet();
              return Distribution.uniform(2);
            });
    LanguageModel cached = CachedModel.of(two);
    cached.next(1, 1);
    cached.next(1, 1);
    assertThat(cached.probability(0, 1, 1)).isEqualTo(0.5);
    assertThat(asked).hasValue(3);
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
