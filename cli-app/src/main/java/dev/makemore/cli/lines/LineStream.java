package dev.makemore.cli.lines;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Answers the lines of an input: a function makes an answer of each block of lines, on several
 * threads, and the caller's thread uses the answers in the order of the lines.
 *
 * <p>Before this waits for input it uses the answers to all lines that came before. So a program
 * that writes a line and waits for its answer gets it. While there is more to read, a few blocks
 * for each thread are in the making, and no more than some 16 MB.
 *
 * @param <T> the type of an answer
 */
public final class LineStream<T> {

  /** How many blocks for each thread may be in memory: one in the making, the others waiting. */
  private static final int BLOCKS_PER_THREAD = 3;

  private final int threads;
  private final Function<LineBlock, T> answer;
  private final Consumer<T> use;
  private final OrderedWorkers<T> workers;
  private final Queue<Integer> sizes = new ArrayDeque<>(); // of the blocks that workers have
  private long bytes; // their sum

  /**
   * A stream on {@code threads} threads, but at most one for each processor.
   *
   * @param answer makes an answer, on any thread
   * @param use takes an answer, on the thread that calls {@link #read}
   */
  public LineStream(int threads, Function<LineBlock, T> answer, Consumer<T> use) {
    this.threads = Math.min(threads, Runtime.getRuntime().availableProcessors());
    this.answer = answer;
    this.use = use;
    this.workers = new OrderedWorkers<>(this.threads);
  }

  /**
   * Reads {@code in} to its end and answers its lines.
   *
   * @param source what messages call the input
   * @throws IOException if the input can't be read; the lines before have been answered
   */
  public void read(InputStream in, String source) throws IOException {
    LineReader reader = new LineReader(in, source, () -> useUntilReadable(in));
    try {
      for (LineBlock block = reader.next(); block != null; block = reader.next()) {
        take(block, in);
      }
    } catch (IOException e) {
      useAll();
      throw e;
    }
    useAll();
  }

  private void take(LineBlock block, InputStream in) throws IOException {
    while (workers.size() > 0 && !hasRoomFor(block)) {
      useOldest();
    }
    if (block.isTooLong()) { // if that is a failure, the rest of an endless line is not to be read
      useAll();
    }
    if (workers.size() == 0 && (block.isTooLong() || in.available() == 0)) {
      use.accept(answer.apply(block)); // another thread would not have it sooner
    } else {
      sizes.add(block.size());
      bytes += block.size();
      workers.give(() -> answer.apply(block));
    }
  }

  private boolean hasRoomFor(LineBlock block) {
    return workers.size() < threads * BLOCKS_PER_THREAD
        && bytes + block.size() <= LineReader.LONGEST_LINE;
  }

  private void useUntilReadable(InputStream in) throws IOException {
    while (workers.size() > 0 && in.available() == 0) {
      useOldest();
    }
  }

  private void useAll() {
    while (workers.size() > 0) {
      useOldest();
    }
  }

  private void useOldest() {
    bytes -= sizes.remove();
    use.accept(workers.take());
  }
}
