package dev.makemore.sampling;

import dev.makemore.sampling.bulk.Prefetch;
import java.util.Collections;
import java.util.Iterator;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * The items of a seed, block after block. Each block has a generator of its own.
 *
 * <p>With one thread an item is made when it is asked for. With more, whole blocks are made ahead.
 */
final class SampleBlocks implements Iterator<Sample> {

  private final Prefetch<Iterator<Sample>> blocks;
  private Iterator<Sample> current = Collections.emptyIterator();

  SampleBlocks(Sampler sampler, long seed, int threads) {
    blocks =
        new Prefetch<>(
            threads,
            threads,
            Long.MAX_VALUE,
            number -> {
              RandomGenerator random = Xoshiro256PlusPlus.of(seed, number);
              Stream<Sample> items =
                  Stream.generate(() -> sampler.next(random)).limit(Sampler.BLOCK);
              return threads == 1 ? items.iterator() : items.toList().iterator();
            });
  }

  @Override
  public boolean hasNext() {
    return true;
  }

  @Override
  public Sample next() {
    if (!current.hasNext()) {
      current = blocks.next();
    }
    return current.next();
  }
}
