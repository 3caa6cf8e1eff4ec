package dev.makemore.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.model.contract.TableModel;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CachedModelTest {

  @Test
  void theModelIsAskedOnceForEachContext() {
    AtomicInteger asked = new AtomicInteger();
    LanguageModel counting =
        new LanguageModel() {
          @Override
          public Vocabulary vocabulary() {
            return Vocabulary.of("ab");
          }

          @Override
          public int contextLength() {
            return 1;
          }

          @Override
          public Distribution next(int... context) {
            asked.incrementAndGet();
            return Distribution.uniform(3);
          }
        };
    LanguageModel cached = CachedModel.of(counting);
    for (int i = 0; i < 5; i++) {
      assertThat(cached.next(2, 1)).isSameAs(cached.next(1));
      cached.next();
    }
    assertThat(asked).hasValue(2);
  }

  @Test
  void aModelThatLooksFurtherIsLeftAsItIs() {
    LanguageModel two =
        new TableModel(Vocabulary.of("a"), 2, Collections.nCopies(4, Distribution.uniform(2)));
    assertThat(CachedModel.of(two)).isSameAs(two);
  }
}
