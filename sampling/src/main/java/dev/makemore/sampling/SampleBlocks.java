package dev.makemore.sampling;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * The items of a seed, block after block, each block with a generator of its own.
 *
 * <p>With one thread an item is made when it is asked for. With more, whole blocks are made ahead
 * in the common pool, whose threads keep no program alive; only the order in which they are taken
 * out is fixed, and that is the order of their numbers.
 */
final class SampleBlocks implements Iterator<Sample> {

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
    this.threads = threads;
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
      ahead.add(CompletableFuture.supplyAsync(() -> block(number).toList().iterator()));
    }
    try {
      return ahead.remove().join();
    } catch (CompletionException e) { // what the model threw is the caller's to see
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
