package dev.makemore.sampling;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Writes all batches, one after the other, in the order of their numbers.
 *
 * <p>With more than one thread the caller's thread writes and the others make batches ahead, two
 * for each thread. They go round: one that has been written is filled again. So memory is bounded,
 * and nothing is left for the garbage collector.
 */
final class Batches {

  private final Supplier<Batch> supplier;
  private final Batch first;
  private final long number;
  private final Queue<CompletableFuture<Batch>> ahead = new ArrayDeque<>();
  private long next;

  /** The batches of {@code items} items. */
  Batches(Supplier<Batch> supplier, long items) {
    this.supplier = supplier;
    this.first = supplier.get();
    long size = (long) first.blocks() * Sampler.BLOCK;
    this.number = items / size + (items % size == 0 ? 0 : 1);
  }

  /** Writes them all, and returns how many items have been cut. */
  long write(int threads, OutputStream out) throws IOException {
    return threads == 1 || number <= 1 ? writeAlone(out) : writeMadeAhead(threads, out);
  }

  private long writeAlone(OutputStream out) throws IOException {
    long cut = 0;
    while (next < number) {
      first.begin(next++);
      first.writeTo(out);
      cut += first.cut();
    }
    return cut;
  }

  private long writeMadeAhead(int threads, OutputStream out) throws IOException {
    ExecutorService pool = Executors.newFixedThreadPool(threads, Daemons::thread);
    try {
      makeNext(first, pool);
      while (next < Math.min(number, 2L * threads)) {
        makeNext(supplier.get(), pool);
      }
      long cut = 0;
      while (!ahead.isEmpty()) {
        Batch batch = Daemons.resultOf(ahead.remove());
        batch.writeTo(out);
        cut += batch.cut();
        if (next < number) {
          makeNext(batch, pool);
        }
      }
      return cut;
    } finally {
      pool.shutdownNow();
    }
  }

  private void makeNext(Batch batch, ExecutorService pool) {
    long turn = next++;
    ahead.add(
        CompletableFuture.supplyAsync(
            () -> {
              batch.begin(turn);
              return batch;
            },
            pool));
  }
}
