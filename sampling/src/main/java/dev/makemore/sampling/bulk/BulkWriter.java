package dev.makemore.sampling.bulk;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * Writes all batches of items, in the order of their numbers.
 *
 * <p>Only the caller's thread writes. If there are several threads, they make batches ahead, two
 * for each thread. A batch that has been written is filled again, so memory is bounded and the
 * garbage collector has nothing to do.
 */
public final class BulkWriter {

  /** How many items share a generator. */
  public static final int BLOCK = 4_096;

  private BulkWriter() {}

  /** One or more blocks of items in the making, as lines of UTF-8. */
  public interface Batch {

    /** How many blocks a batch has, all but the last one. */
    int blocks();

    /** Begins batch {@code number} and makes as much of it as may be held in memory. */
    void begin(long number);

    /** Writes the whole batch, and makes what {@link #begin} left to be made. */
    void writeTo(OutputStream out) throws IOException;

    /** How many items of the batch were cut at the maximum length. */
    long cut();
  }

  /**
   * Writes {@code count} items.
   *
   * @param newBatch gives an empty batch; called once for each batch that is held in memory
   * @param threads how many make batches at the same time; if 1, the caller's does
   * @return how many of the items were cut at the maximum length
   */
  public static long write(Supplier<Batch> newBatch, long count, int threads, OutputStream out)
      throws IOException {
    Queue<Batch> idle = new ConcurrentLinkedQueue<>();
    Batch first = newBatch.get();
    idle.add(first);
    long size = (long) first.blocks() * BLOCK;
    long batches = count / size + (count % size == 0 ? 0 : 1);
    long cut = 0;
    try (Prefetch<Batch> made =
        new Prefetch<>(
            batches > 1 ? threads : 1,
            2 * threads,
            batches,
            number -> {
              Batch batch = idle.poll();
              batch = batch == null ? newBatch.get() : batch;
              batch.begin(number);
              return batch;
            })) {
      for (long i = 0; i < batches; i++) {
        Batch batch = made.next();
        batch.writeTo(out);
        cut += batch.cut();
        idle.add(batch);
      }
    }
    return cut;
  }

  /** How many of the first {@code count} items are in block {@code block}. */
  public static int itemsOf(long block, long count) {
    return (int) Math.max(0, Math.min(BLOCK, count - block * BLOCK));
  }
}
