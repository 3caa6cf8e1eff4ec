package dev.makemore.sampling;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * The items of a seed, block after block, each block with a generator of its own.
 *
 * <p>With one thread an item is made when it is asked for. With more, whole blocks are made ahead,
 * each on a daemon thread of its own, so that an unfinished stream keeps no program alive. Only the
 * order in which blocks are taken out is fixed, and that is the order of their numbers.
 */
final class SampleBlocks implements Iterator<Sample> {

  /**
   * Not the common pool: on a machine of two cores that of JDK 17 makes threads that are no
   * daemons.
   */
  private static final Executor DAEMONS =
      task -> {
        Thread thread = new Thread(task, "makemore-sampler");
        thread.setDaemon(true);
        thread.start();
      };

  private final Sampler sampler;
  private final long seed;
  private final int threads;
  private final Queue<CompletableFuture<Iterator<Sample>>> ahead = new ArrayDeque<>();

  private long nextBlock;
  private Iterator<Sample> current = Collections.emptyIterator();

  SampleBlocks(Sampler sampler, long seed, int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, was " + threads);
    }
    this.sampler = sampler;
    this.seed = seed;
    this.threads = Math.min(threads, Runtime.getRuntime().availableProcessors());
  }

  @Override
  public boolean hasNext() {
    return true;
  }

  @Override
  public Sample next() {
    if (!current.hasNext()) {
      current = threads == 1 ? block(nextBlock++).iterator() : blockMadeAhead();
    }
    return current.next();
  }

  private Stream<Sample> block(long number) {
    RandomGenerator random = Xoshiro256PlusPlus.of(seed, number);
    return Stream.generate(() -> sampler.next(random)).limit(Sampler.BLOCK);
  }

  private Iterator<Sample> blockMadeAhead() {
    while (ahead.size() < threads) {
      long number = nextBlock++;
      ahead.add(CompletableFuture.supplyAsync(() -> block(number).toList().iterator(), DAEMONS));
    }
    try {
      return ahead.remove().join();
    } catch (CompletionException e) { // what the model threw is the caller's to see
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
