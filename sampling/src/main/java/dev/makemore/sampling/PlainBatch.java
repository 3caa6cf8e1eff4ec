package dev.makemore.sampling;

import dev.makemore.sampling.bulk.BulkWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;

/** One block in the making, item by item: the way for models that do not fit a flat table. */
final class PlainBatch implements BulkWriter.Batch {

  /** When the text has this many bytes, it is written before more is made. */
  private static final int FULL = 1 << 18;

  private final Sampler sampler;
  private final long seed;
  private final long count;
  private final ByteArrayOutputStream text = new ByteArrayOutputStream();
  private RandomGenerator random = Xoshiro256PlusPlus.of(0);
  private int items; // still to be made
  private long cut;

  /** An empty batch of the first {@code count} items of {@code seed}. */
  PlainBatch(Sampler sampler, long seed, long count) {
    this.sampler = sampler;
    this.seed = seed;
    this.count = count;
  }

  @Override
  public int blocks() {
    return 1;
  }

  @Override
  public void begin(long number) {
    random = Xoshiro256PlusPlus.of(seed, number);
    items = BulkWriter.itemsOf(number, count);
    cut = 0;
    run();
  }

  private void run() {
    while (items > 0 && text.size() < FULL) {
      Sample sample = sampler.next(random);
      text.writeBytes(sample.text().getBytes(StandardCharsets.UTF_8));
      text.write('\n');
      cut += sample.cut() ? 1 : 0;
      items--;
    }
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    do {
      text.writeTo(out);
      text.reset();
      run();
    } while (text.size() > 0);
  }

  @Override
  public long cut() {
    return cut;
  }
}
