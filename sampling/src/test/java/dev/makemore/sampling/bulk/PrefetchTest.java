package dev.makemore.sampling.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PrefetchTest {

  @Test
  void piecesComeInTheOrderOfTheirNumbersUntilThereAreNoMore() {
    for (int threads : new int[] {1, 3}) {
      try (Prefetch<Long> pieces = new Prefetch<>(threads, 5, 100, number -> number)) {
        assertThat(IntStream.range(0, 100).mapToObj(i -> pieces.next()).toList())
            .isEqualTo(IntStream.range(0, 100).mapToObj(i -> (long) i).toList());
        assertThatThrownBy(pieces::next).isInstanceOf(NoSuchElementException.class);
      }
    }
  }

  @Test
  void oneThreadIsTheCallersAndMakesOnePieceAtATime() {
    AtomicInteger made = new AtomicInteger();
    Prefetch<Thread> pieces =
        new Prefetch<>(
            1,
            5,
            100,
            number -> {
              made.incrementAndGet();
              return Thread.currentThread();
            });
    assertThat(made).hasValue(0);
    assertThat(pieces.next()).isSameAs(Thread.currentThread());
    assertThat(made).hasValue(1);
  }

  @Test
  void noMorePiecesAreBegunThanMayBeHeld() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(3);
    AtomicInteger made = new AtomicInteger();
    Prefetch<Long> pieces =
        new Prefetch<>(
            2,
            3,
            100,
            number -> {
              made.incrementAndGet();
              begun.countDown();
              return number;
            });
    assertThat(pieces.next()).isZero();
    begun.await();
    assertThat(made).hasValue(3);
  }

  @Test
  void whatTheMakerThrowsReachesTheCaller() {
    IllegalStateException broken = new IllegalStateException("broken");
    AssertionError worse = new AssertionError("worse");
    for (int threads : new int[] {1, 2}) {
      for (Throwable thrown : List.of(broken, worse)) {
        Prefetch<Long> pieces =
            new Prefetch<>(
                threads,
                2,
                9,
                number -> {
                  if (thrown instanceof Error error) {
                    throw error;
                  }
                  throw broken;
                });
        assertThatThrownBy(pieces::next).isSameAs(thrown);
      }
    }
  }

  /** The first piece keeps the only two threads busy, until what waits behind it is dropped. */
  @Test
  void piecesThatNoThreadHasBegunAreDroppedAtTheEnd() throws InterruptedException {
    CountDownLatch closed = new CountDownLatch(1);
    AtomicInteger made = new AtomicInteger();
    Thread[] makers = new Thread[2];
    CountDownLatch busy = new CountDownLatch(2);
    Prefetch<Long> pieces =
        new Prefetch<>(
            2,
            6,
            100,
            number -> {
              made.incrementAndGet();
              if (number > 0) {
                makers[(int) number % 2] = Thread.currentThread();
                busy.countDown();
                awaitQuietly(closed);
              }
              return number;
            });
    assertThat(pieces.next()).isZero();
    busy.await();
    pieces.close();
    closed.countDown();
    for (Thread maker : makers) {
      maker.join(10_000);
      assertThat(maker.isAlive()).isFalse();
    }
    assertThat(made).hasValue(3); // of six that had been asked for
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
