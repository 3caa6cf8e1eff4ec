package dev.makemore.cli.lines;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does pieces of work on several threads and hands back their results in the order in which the
 * work was given. With one thread, the caller's own thread does the work when it is given.
 *
 * <p>The threads begin with the first piece and are daemons: if the caller ends in the middle,
 * because nobody reads its output, they do not keep the program alive.
 *
 * @param <T> the type of a result
 */
final class OrderedWorkers<T> {

  private final int threads;
  private final Queue<CompletableFuture<T>> begun = new ArrayDeque<>();
  private @Nullable Executor executor;

  /** Begins no thread yet. */
  OrderedWorkers(int threads) {
    this.threads = threads;
  }

  /** Gives a piece of work. */
  void give(Supplier<T> work) {
    if (executor == null) {
      executor = threads == 1 ? Runnable::run : daemons(threads);
    }
    begun.add(CompletableFuture.supplyAsync(work, executor));
  }

  private static Executor daemons(int threads) {
    return Executors.newFixedThreadPool(
        threads,
        task -> {
          Thread thread = new Thread(task, "makemore-lines");
          thread.setDaemon(true);
          return thread;
        });
  }

  /** How many results have not been taken, whether or not they are ready. */
  int size() {
    return begun.size();
  }

  /**
   * Waits for the oldest result that has not been taken, and returns it; or throws what its work
   * threw.
   *
   * @throws java.util.NoSuchElementException if there is none
   */
  T take() {
    try {
      return begun.remove().join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
