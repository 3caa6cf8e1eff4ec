package dev.makemore.sampling.bulk;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;

/**
 * Makes numbered pieces of work ahead, on several threads, and hands them out in order: 0, 1, 2 and
 * so on. With one thread, the caller's own thread makes each piece when it is asked for.
 *
 * <p>The threads are daemons and end when they are idle. So a consumer that stops in the middle
 * keeps neither a program nor a thread alive. The common pool would not do: on a machine of two
 * processors, JDK 17 runs such tasks on new threads that are not daemons.
 *
 * @param <T> the type of a piece
 */
public final class Prefetch<T> implements AutoCloseable {

  private static final int IDLE_MILLISECONDS = 100;

  private final int depth;
  private final long limit;
  private final LongFunction<T> maker;
  private final Executor executor;
  private final Queue<CompletableFuture<T>> ahead = new ArrayDeque<>();
  private long begun; // how many pieces a thread has been asked for

  /**
   * Makes nothing before the first piece is asked for.
   *
   * @param threads how many pieces are made at the same time, at least 1
   * @param depth how many pieces may be held in memory, made or in the making; 1 if {@code threads}
   *     is 1
   * @param limit how many pieces there are
   * @param maker makes the piece of a number
   */
  public Prefetch(int threads, int depth, long limit, LongFunction<T> maker) {
    this.depth = threads == 1 ? 1 : depth;
    this.limit = limit;
    this.maker = maker;
    this.executor = threads == 1 ? Runnable::run : daemons(threads);
  }

  private static Executor daemons(int threads) {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            IDLE_MILLISECONDS,
            TimeUnit.MILLISECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "makemore-sampler");
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  /**
   * Waits for the next piece, or throws what its maker threw.
   *
   * @throws java.util.NoSuchElementException if there are no more pieces
   */
  public T next() {
    while (ahead.size() < depth && begun < limit) {
      long number = begun++;
      ahead.add(CompletableFuture.supplyAsync(() -> maker.apply(number), executor));
    }
    try {
      return ahead.remove().join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** Drops the pieces that no thread has begun to make. */
  @Override
  public void close() {
    ahead.forEach(piece -> piece.cancel(false));
  }
}
