package dev.makemore.sampling;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Threads that keep no program alive.
 *
 * <p>Not the common pool: on a machine of two cores that of JDK 17 makes threads that are no
 * daemons.
 */
final class Daemons {

  private Daemons() {}

  /** A new one, to be started. */
  static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "makemore-sampler");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * {@code threads}, but no more than there are processors.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  static int atMostProcessors(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, was " + threads);
    }
    return Math.min(threads, Runtime.getRuntime().availableProcessors());
  }

  /** Waits for the result of {@code task}, or throws what it threw: that is the caller's to see. */
  static <T> T resultOf(CompletableFuture<T> task) {
    try {
      return task.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
