package dev.makemore.bigram.count.utf8;

import dev.makemore.model.text.MalformedCorpusException;
import dev.makemore.model.text.TextSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts the pairs of a UTF-8 text, block by block, on one thread or on several.
 *
 * <p>Each thread takes the next block as soon as it has counted one, and counts into tables of its
 * own. In the end the pairs of all tables are handed over. So the counts are the same for any
 * number of threads and any size of blocks. So is the error if the text is malformed: it is the
 * error of the first malformed block, and the number of its line is known from the lines that end
 * in the blocks before.
 */
public final class Utf8Counting {

  /** The size of the first block in bytes; {@link Blocks} says why the others have half of it. */
  private static final int CAPACITY = 1 << 18;

  private final String name;
  private final Blocks blocks;
  private final PairSink sink;

  private long[] lines = new long[64]; // by block: how many lines end in it
  private int failedBlock = Integer.MAX_VALUE; // the first block that failed
  private @Nullable Throwable failure; // why it failed; null if it is malformed
  private long malformedOffset;
  private int malformedByte;

  private Utf8Counting(String name, Blocks blocks, PairSink sink) {
    this.name = name;
    this.blocks = blocks;
    this.sink = sink;
  }

  /**
   * Counts all pairs of a text as it is written, whatever form it asks for.
   *
   * @param threads how many threads count, this one among them; at least 1
   * @param sink receives the pairs, from one thread at a time; if an error is thrown, it may have
   *     received some of them
   * @throws MalformedCorpusException if the text is not valid UTF-8
   * @throws IOException if the text can't be read
   */
  public static void count(TextSource text, int threads, PairSink sink) throws IOException {
    count(text, threads, CAPACITY, sink);
  }

  /**
   * The same with a first block of {@code capacity} bytes, so that tests can have many blocks.
   *
   * @param capacity at least {@link Blocks#MIN_CAPACITY}
   */
  public static void count(TextSource text, int threads, int capacity, PairSink sink)
      throws IOException {
    try (InputStream in = text.open()) {
      new Utf8Counting(text.name(), new Blocks(in, capacity), sink).run(threads);
    }
  }

  private void run(int threads) throws IOException {
    Worker here = new Worker();
    here.countNext();
    List<Worker> workers = new ArrayList<>(List.of(here));
    List<Thread> running = new ArrayList<>();
    while (workers.size() < threads && blocks.hasNext()) { // most texts are a single block
      Worker worker = new Worker();
      Thread thread = new Thread(worker, "makemore-counter");
      thread.setDaemon(true); // so that it does not keep the program alive
      try {
        thread.start();
      } catch (OutOfMemoryError e) { // the system grants no more threads
        break;
      }
      workers.add(worker);
      running.add(thread);
    }
    here.run();
    running.forEach(Utf8Counting::join);
    throwFailure();
    while (!workers.isEmpty()) {
      workers.remove(workers.size() - 1).pairs.flush(); // and lets go of the tables
    }
  }

  /** Waits for a thread even if this one is interrupted: what that one counted is needed. */
  private static void join(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Hands over a pair. Synchronized, as several threads may flush their tables. */
  private synchronized void add(int first, int second, long count) {
    sink.add(first, second, count);
  }

  /** Takes blocks and counts them, until there are no more. */
  private final class Worker implements Runnable {
    final Utf8Pairs pairs = new Utf8Pairs(Utf8Counting.this::add);
    private final Blocks.Block block = blocks.newBlock();

    @Override
    public void run() {
      boolean more = true;
      while (more) {
        more = countNext();
      }
    }

    /** Counts the next block; returns whether there was one. */
    boolean countNext() {
      try {
        if (!blocks.next(block)) {
          return false;
        }
        long before = pairs.lines();
        int end = pairs.count(block);
        counted(block, pairs.lines() - before, end);
      } catch (IOException | RuntimeException | Error e) {
        failed(block.number, e);
      }
      return true;
    }
  }

  private synchronized void counted(Blocks.Block block, long endedLines, int end) {
    if (block.number >= lines.length) {
      lines = Arrays.copyOf(lines, 2 * block.number);
    }
    lines[block.number] = endedLines;
    if (end < 0 && block.number < failedBlock) {
      failed(block.number, null);
      malformedOffset = block.offset + ~end;
      malformedByte = Byte.toUnsignedInt(block.bytes[~end]);
    }
  }

  private synchronized void failed(int block, @Nullable Throwable reason) {
    blocks.stop();
    if (block < failedBlock) {
      failedBlock = block;
      failure = reason;
    }
  }

  private synchronized void throwFailure() throws IOException {
    if (failure instanceof IOException e) {
      throw e;
    } else if (failure instanceof RuntimeException e) {
      throw e;
    } else if (failure instanceof Error e) {
      throw e;
    } else if (failedBlock < Integer.MAX_VALUE) {
      long line = 1 + Arrays.stream(lines, 0, failedBlock + 1).sum();
      throw new MalformedCorpusException(name, line, malformedOffset, malformedByte);
    }
  }
}
