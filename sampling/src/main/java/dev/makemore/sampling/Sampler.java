package dev.makemore.sampling;

import dev.makemore.model.CachedModel;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import dev.makemore.sampling.bulk.BulkWriter;
import dev.makemore.sampling.bulk.BulkWriter.Batch;
import dev.makemore.sampling.bulk.FlatModel;
import dev.makemore.sampling.bulk.FourBlocks;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Generates items from a language model: predict, sample, append, until the boundary.
 *
 * <p>{@link #next} is the algorithm: it makes one item from a random generator. {@link #samples}
 * gives an endless stream of items from a seed, and {@link #write} writes millions of the same
 * items. Both divide the items of a seed into blocks of {@value #BLOCK}, and block b of seed s has
 * the generator {@code Xoshiro256PlusPlus.of(s, b)}. So the items depend on the seed alone, and not
 * on the number of threads that make them.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class Sampler {

  /**
   * The maximum length of an item in characters, unless {@link #withMaxLength} sets another one.
   */
  public static final int DEFAULT_MAX_LENGTH = 1_000;

  /** How many items of a stream share a generator. */
  public static final int BLOCK = BulkWriter.BLOCK;

  /** How many tokens of a context are kept at first: more than most items have. */
  private static final int SHORT = 16;

  private final LanguageModel model;
  private final String prefix;
  private final int maxLength;

  private Sampler(LanguageModel model, String prefix, int maxLength) {
    this.model = model;
    this.prefix = prefix;
    this.maxLength = maxLength;
    int length = prefix.codePointCount(0, prefix.length());
    if (maxLength < length) {
      throw new IllegalArgumentException(
          "maximum length " + maxLength + " is shorter than the prefix '" + prefix + "'");
    }
  }

  /**
   * A sampler of {@code model} that makes items without a prefix and of at most {@value
   * #DEFAULT_MAX_LENGTH} characters.
   */
  public static Sampler of(LanguageModel model) {
    return new Sampler(CachedModel.of(model), "", DEFAULT_MAX_LENGTH);
  }

  /**
   * This sampler, but with every item starting with {@code prefix}.
   *
   * @throws IllegalArgumentException if a character is not in the model's vocabulary, or if the
   *     prefix is longer than the maximum length
   */
  public Sampler withPrefix(String prefix) {
    model.vocabulary().encode(prefix);
    return new Sampler(model, prefix, maxLength);
  }

  /**
   * This sampler, but with items cut at {@code maxLength} characters, the prefix included. An item
   * is held in memory while it grows.
   *
   * @throws IllegalArgumentException if {@code maxLength} is less than 1 or less than the length of
   *     the prefix
   */
  public Sampler withMaxLength(int maxLength) {
    if (maxLength < 1) {
      throw new IllegalArgumentException("maximum length must be at least 1, was " + maxLength);
    }
    return new Sampler(model, prefix, maxLength);
  }

  /**
   * Makes one item.
   *
   * @param random of which only {@code nextLong()} is called
   */
  public Sample next(RandomGenerator random) {
    Vocabulary vocabulary = model.vocabulary();
    StringBuilder text = new StringBuilder(prefix);
    int[] start = vocabulary.encode(prefix);
    int[] context = new int[Math.min(model.contextLength(), SHORT)]; // all boundaries
    for (int i = 0; i < start.length; i++) {
      context = append(context, i, start[i]);
    }
    for (int length = start.length; ; length++) {
      int token = model.next(context).sample(random);
      if (token == Vocabulary.BOUNDARY) {
        return new Sample(text.toString(), false);
      }
      if (length == maxLength) {
        return new Sample(text.toString(), true);
      }
      text.appendCodePoint(vocabulary.codePoint(token));
      context = append(context, length, token);
    }
  }

  /**
   * Shifts the context by one token: the oldest falls out. If that is one of the {@code length}
   * characters so far, and the model looks at more, the context gets longer instead.
   */
  private int[] append(int[] context, int length, int token) {
    int[] longer =
        length < context.length || context.length == model.contextLength()
            ? context
            : new int[Math.min(model.contextLength(), 2 * context.length)];
    if (longer.length > 0) {
      int kept = Math.min(context.length, longer.length - 1);
      System.arraycopy(context, context.length - kept, longer, longer.length - 1 - kept, kept);
      longer[longer.length - 1] = token;
    }
    return longer;
  }

  /** The endless stream of the items of {@code seed}. Each is made when it is asked for. */
  public Stream<Sample> samples(long seed) {
    return samples(seed, 1);
  }

  /**
   * The endless stream of the items of {@code seed}, made ahead by several daemon threads. The
   * items and their order are those of {@link #samples(long)}. At most {@code threads} blocks are
   * held in memory.
   *
   * @param threads how many blocks are made at the same time, at most one for each processor; with
   *     1 the caller's thread makes each item when it is asked for
   * @throws IllegalArgumentException if {@code threads} is less than 1
   */
  public Stream<Sample> samples(long seed, int threads) {
    SampleBlocks blocks = new SampleBlocks(this, seed, atMostProcessors(threads));
    int characteristics = Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE;
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(blocks, characteristics), false);
  }

  /**
   * Writes the first {@code count} items of {@code seed} as lines of UTF-8, each ended by a line
   * feed. They are the items of {@link #samples(long)}, made several times as fast, since no {@code
   * String} is made. That is for models that look at one token at most and whose rows list no more
   * than some 65,000 tokens in all. For other models {@link #next} makes each item.
   *
   * @param threads how many threads make items at the same time, at most one for each processor;
   *     with 1 the caller's thread does everything. Each takes some megabytes of memory at most
   * @param out is neither flushed nor closed; only the caller's thread writes to it, a hundred
   *     kilobytes or so at a time
   * @return how many of the items were cut at the maximum length
   * @throws IOException if {@code out} throws it
   * @throws IllegalArgumentException if {@code count} is negative or {@code threads} less than 1
   */
  public long write(long seed, long count, int threads, OutputStream out) throws IOException {
    if (count < 0) {
      throw new IllegalArgumentException("count must be >= 0, was " + count);
    }
    int bounded = atMostProcessors(threads);
    Optional<FlatModel> flat = FlatModel.of(model, prefix);
    Supplier<Batch> newBatch =
        flat.isPresent()
            ? () -> new FourBlocks(flat.get(), maxLength, count, bits(seed))
            : () -> new PlainBatch(this, seed, count);
    return BulkWriter.write(newBatch, count, bounded, out);
  }

  private static LongFunction<FourBlocks.RandomBits> bits(long seed) {
    return block -> Xoshiro256PlusPlus.of(seed, block)::fill;
  }

  private static int atMostProcessors(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, was " + threads);
    }
    return Math.min(threads, Runtime.getRuntime().availableProcessors());
  }
}
