package dev.makemore.bigram.count;

import dev.makemore.model.text.MalformedCorpusException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts the pairs of a stream of UTF-8, block by block, on one thread or on several.
 *
 * <p>Each thread takes the next block as soon as it is done with one, and counts into a table of
 * its own; the tables are added up at the end. So the counts are the same for any number of threads
 * and any size of blocks, and so is the error where the text is malformed: it is that of the first
 * block that has one, and its line is known from the lines of all blocks before.
 */
final class Utf8Counting {

  /** Of the first block, in bytes; {@link Blocks} tells why that of the others is half of it. */
  private static final int CAPACITY = 1 << 18;

  private final String source;
  private final Blocks blocks;

  private long[] lines = new long[64]; // by block: how many lines it ends
  private int failedBlock = Integer.MAX_VALUE; // the first of those that failed
  private @Nullable Throwable failure; // its, unless it is malformed
  private long malformedOffset;
  private int malformedByte;

  private Utf8Counting(InputStream in, String source, int capacity) {
    this.source = source;
    this.blocks = new Blocks(in, capacity);
  }

  /**
   * Counts all of a stream, and leaves it open.
   *
   * @param source what error messages call it
   * @throws MalformedCorpusException if it is not valid UTF-8
   * @throws IOException if it can't be read
   */
  static PairCounter count(InputStream in, String source, int threads) throws IOException {
    return count(in, source, threads, CAPACITY);
  }

  /** The same with a first block of {@code capacity} bytes. */
  static PairCounter count(InputStream in, String source, int threads, int capacity)
      throws IOException {
    return new Utf8Counting(in, source, capacity).run(threads);
  }

  private PairCounter run(int threads) throws IOException {
    Worker here = new Worker();
    here.countNext();
    List<Worker> others = new ArrayList<>();
    List<Thread> running = new ArrayList<>();
    while (others.size() < threads - 1 && blocks.hasNext()) { // most texts are a single block
      Worker worker = new Worker();
      Thread thread = new Thread(worker, "makemore-counter");
      thread.setDaemon(true); // ends with the program, should that end first
      try {
        thread.start();
      } catch (OutOfMemoryError e) { // the system has no more threads for us
        break;
      }
      others.add(worker);
      running.add(thread);
    }
    here.run();
    running.forEach(Utf8Counting::join);
    throwFailure();
    Utf8Pairs all = here.pairs;
    while (!others.isEmpty()) {
      all.addAll(others.remove(others.size() - 1).pairs); // whose tables can go
    }
    return all.counter();
  }

  /** Waits for a thread even where this one is interrupted: it needs what that one counted. */
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

  /** Takes blocks and counts them, until there are no more. */
  private final class Worker implements Runnable {
    final Utf8Pairs pairs = new Utf8Pairs();
    private final Blocks.Block block = blocks.newBlock();

    @Override
    public void run() {
      while (countNext()) {
        // until there is none
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
      throw new MalformedCorpusException(source, line, malformedOffset, malformedByte);
    }
  }
}
