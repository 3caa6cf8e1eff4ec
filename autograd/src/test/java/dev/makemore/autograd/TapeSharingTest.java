package dev.makemore.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What two threads might do to one tape, step by step in one thread. */
class TapeSharingTest {

  private final Tape tape = Tape.create();
  private final Value x = tape.value(2);

  @Test
  void aNodeThatAnotherThreadRecordedInBetweenIsNoticed() {
    tape.begin(Operation.NEGATE, 1);
    x.negate(); // the other thread
    assertShared(() -> tape.finish(Operation.NEGATE));
  }

  @Test
  void aNodeThatIsRecordedDuringAPassIsNoticed() {
    tape.beginPass(); // the other thread goes backward, or rewinds, or replays
    assertShared(() -> tape.value(3));
    assertShared(x::negate);
    tape.endPass();
    assertThat(x.negate().data()).isEqualTo(-2);
  }

  @Test
  void aPassDuringAnotherIsNoticed() {
    Mark mark = tape.mark();
    tape.beginPass();
    assertShared(x::backward);
    assertShared(x::accumulate);
    assertShared(() -> tape.rewind(mark));
    assertShared(() -> tape.replay(mark));
  }

  @Test
  void aPassThatAnotherThreadEndedIsNoticed() {
    tape.beginPass();
    tape.endPass();
    assertShared(tape::endPass);
  }

  /** Future.get happens after the task, and the task after submit. */
  @Test
  void aTapeMayBeHandedOver() throws Exception {
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Mark mark = tape.mark();
      for (int i = 0; i < 100; i++) {
        x.set(i);
        Value square = other.submit(() -> x.times(x)).get();
        square.backward();
        assertThat(List.of(square.data(), x.gradient())).containsExactly(i * (double) i, 2.0 * i);
        other.submit(() -> tape.rewind(mark)).get();
      }
    } finally {
      other.shutdown();
    }
  }

  private static void assertShared(ThrowingCallable use) {
    assertThatThrownBy(use)
        .isInstanceOf(ConcurrentModificationException.class)
        .hasMessage(
            "two threads use this tape at the same time; give each thread a tape of its own");
  }
}
