package dev.makemore.sampling;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
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

  private static final Executor DAEMONS = task -> Daemons.thread(task).start();

  private final Sampler sampler;
  private final long seed;
  private final int threads;
  private final Queue<CompletableFuture<Iterator<Sample>>> ahead = new ArrayDeque<>();

  private long nextBlock;
  private Iterator<Sample> current = Collections.emptyIterator();

  SampleBlocks(Sampler sampler, long seed, int threads) {
    this.sampler = sampler;
    this.seed = seed;
    this.threads = Daemons.atMostProcessors(threads);
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
    return Daemons.resultOf(ahead.remove());
  }
}
