package dev.makemore.mlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TeamTest {

  @Test
  void eachPieceIsDoneOnceInEachRound() {
    int[] done = new int[5];
    List<Runnable> pieces = new ArrayList<>();
    for (int i = 0; i < done.length; i++) {
      int piece = i;
      pieces.add(() -> done[piece]++);
    }
    for (int threads = 1; threads <= 7; threads++) {
      try (Team team = new Team(threads)) {
        for (int round = 0; round < 100; round++) {
          team.run(pieces);
        }
      }
    }
    assertThat(done).containsOnly(700);
  }

  @Test
  void piecesAreDoneAtTheSameTimeByDifferentThreads() {
    CyclicBarrier allAtOnce = new CyclicBarrier(3);
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    Runnable piece =
        () -> {
          threads.add(Thread.currentThread());
          try {
            allAtOnce.await(1, TimeUnit.MINUTES);
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        };
    try (Team team = new Team(3)) {
      team.run(List.of(piece, piece, piece));
    }
    assertThat(threads).hasSize(3).contains(Thread.currentThread());
  }

  @Test
  void whatAPieceThrowsIsThrown() {
    try (Team team = new Team(1)) {
      assertThatThrownBy(() -> team.run(List.of(() -> Integer.parseInt("x"))))
          .isInstanceOf(NumberFormatException.class);
    }
    try (Team team = new Team(2)) {
      CyclicBarrier both = new CyclicBarrier(2);
      Thread caller = Thread.currentThread();
      Runnable piece =
          () -> {
            try {
              both.await(1, TimeUnit.MINUTES); // so that each thread takes one
            } catch (Exception e) {
              throw new IllegalStateException(e);
            }
            if (!Thread.currentThread().equals(caller)) {
              throw new IllegalArgumentException("a helper");
            }
          };
      assertThatThrownBy(() -> team.run(List.of(piece, piece)))
          .isInstanceOf(CompletionException.class)
          .hasRootCauseMessage("a helper");
    }
  }
}
