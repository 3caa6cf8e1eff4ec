package dev.makemore.mlp;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Threads that share some pieces of work, again and again. */
final class Team implements AutoCloseable {

  private final int helpers;
  private final ExecutorService pool;

  /** A team of {@code threads} threads, of which the calling thread is one. */
  Team(int threads) {
    this.helpers = threads - 1;
    this.pool =
        Executors.newCachedThreadPool(
            work -> {
              Thread thread = new Thread(work, "makemore-mlp");
              thread.setDaemon(true); // or it would keep a program alive that ends meanwhile
              return thread;
            });
  }

  /**
   * Does all pieces, each on whichever thread is free. What the calling thread has done before is
   * known to all of them, and what they do is known to it afterwards.
   */
  void run(List<? extends Runnable> pieces) {
    AtomicInteger next = new AtomicInteger();
    Runnable work =
        () -> {
          for (int i = next.getAndIncrement(); i < pieces.size(); i = next.getAndIncrement()) {
            pieces.get(i).run();
          }
        };
    CompletableFuture<?>[] helping =
        Stream.generate(() -> CompletableFuture.runAsync(work, pool))
            .limit(helpers)
            .toArray(CompletableFuture<?>[]::new);
    work.run();
    CompletableFuture.allOf(helping).join();
  }

  @Override
  public void close() {
    pool.shutdown();
  }
}
