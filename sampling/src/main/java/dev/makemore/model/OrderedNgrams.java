package dev.makemore.model;

import dev.makemore.model.index.Tuples;
import java.util.Arrays;
import java.util.Objects;

/**
 * Collects the counts of n-grams that come in the order of {@link NgramCounts#forEach}, each once,
 * as they do in a model file. Nothing has to be searched for or sorted, so this takes less time and
 * memory than an {@link NgramCounter}.
 *
 * <p>Not safe for use by several threads.
 */
public final class OrderedNgrams {

  private static final int MAX_LENGTH = Integer.MAX_VALUE - 8; // of an array

  private final Vocabulary vocabulary;
  private final int width; // tokens of a context
  private int[] contexts = new int[16];
  private int[] rowStarts = new int[16];
  private int[] nexts = new int[16];
  private long[] counts = new long[16];
  private int rows;
  private int size;
  private long total;

  private OrderedNgrams(int order, Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.width = order - 1;
  }

  /**
   * A collector that has no n-grams yet.
   *
   * @param order n, from 1 to {@value NgramCounts#MAX_ORDER}
   */
  public static OrderedNgrams create(int order, Vocabulary vocabulary) {
    if (order < 1 || order > NgramCounts.MAX_ORDER) {
      throw new IllegalArgumentException(
          "order must be from 1 to " + NgramCounts.MAX_ORDER + ", was " + order);
    }
    return new OrderedNgrams(order, Objects.requireNonNull(vocabulary, "vocabulary"));
  }

  /**
   * Adds the count of an n-gram that comes after all n-grams so far.
   *
   * @param context n - 1 tokens, oldest first; boundaries where there are none, at its start and
   *     nowhere else. It is not kept
   * @param next its last token
   * @param count how often it occurs, at least 1
   * @throws IllegalArgumentException if that can't be; the message says why
   * @throws ArithmeticException if there are now more than {@link Long#MAX_VALUE} predictions
   */
  public OrderedNgrams add(int[] context, int next, long count) {
    checkNgram(context, next, count);
    long sum = Math.addExact(total, count);
    int compared = rows == 0 ? -1 : compareLast(context);
    if (compared > 0 || (compared == 0 && next <= nexts[size - 1])) {
      throw new IllegalArgumentException("n-grams must be in ascending order, each once");
    }
    if (compared < 0) {
      startRow(context);
    }
    if (size == nexts.length) {
      nexts = Arrays.copyOf(nexts, larger(size));
      counts = Arrays.copyOf(counts, larger(size));
    }
    nexts[size] = next;
    counts[size] = count;
    size++;
    total = sum;
    return this;
  }

  private void checkNgram(int[] context, int next, long count) {
    if (context.length != width) {
      throw new IllegalArgumentException(
          "a context has " + width + " tokens here, not " + context.length);
    }
    for (int i = 0; i < width; i++) {
      if (vocabulary.checkToken(context[i]) == Vocabulary.BOUNDARY
          && i > 0
          && context[i - 1] != Vocabulary.BOUNDARY) {
        throw new IllegalArgumentException(
            "a context can have boundaries at its start only, where there is no character");
      }
    }
    if (vocabulary.checkToken(next) == Vocabulary.BOUNDARY
        && width > 0
        && context[width - 1] == Vocabulary.BOUNDARY) {
      throw new IllegalArgumentException(
          "the boundary can't follow itself: an item has at least one character");
    }
    if (count < 1) {
      throw new IllegalArgumentException("a count must be at least 1, was " + count);
    }
  }

  /** Below 0 if a context comes after the last one, and 0 if it is the same. */
  private int compareLast(int... context) {
    return Tuples.compare(contexts, (rows - 1) * width, context, 0, width);
  }

  private void startRow(int... context) {
    int end = Math.multiplyExact(rows + 1, width);
    if (end > contexts.length) {
      contexts = Arrays.copyOf(contexts, larger(end));
    }
    if (rows + 1 == rowStarts.length) { // room for the end of the last row
      rowStarts = Arrays.copyOf(rowStarts, larger(rows + 1));
    }
    System.arraycopy(context, 0, contexts, rows * width, width);
    rowStarts[rows++] = size;
  }

  private static int larger(int length) {
    return (int) Math.min(MAX_LENGTH, length * 3L / 2 + 1);
  }

  /** The number of predictions so far. */
  public long total() {
    return total;
  }

  /** The counts of all n-grams so far. More may be added later. */
  public NgramCounts counts() {
    int[] starts = Arrays.copyOf(rowStarts, rows + 1);
    starts[rows] = size;
    return new NgramCounts(
        vocabulary,
        width + 1,
        Arrays.copyOf(contexts, rows * width),
        starts,
        Arrays.copyOf(nexts, size),
        Arrays.copyOf(counts, size));
  }
}
