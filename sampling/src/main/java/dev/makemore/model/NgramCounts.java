package dev.makemore.model;

import dev.makemore.model.index.Tuples;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * How often each n-gram occurs in a text: each token after each context of n - 1 tokens.
 *
 * <p>Every prediction of the text is one n-gram: a character, or the boundary that ends an item,
 * after the n - 1 tokens before it. At the start of an item the missing ones are boundaries, as in
 * {@link LanguageModel#next}. So {@code emma} has the 3-grams {@code ..e .em emm mma ma.}, and the
 * counts of an n of 2 are those of {@link Transitions}. This is what a model of {@code
 * contextLength} n - 1 has to know of a text, to learn from it or to be scored on it.
 *
 * <p>Only n-grams that occur take memory, 12 bytes each, and 4 n for each distinct context.
 * Immutable and safe for use by several threads.
 */
public final class NgramCounts {

  /** The largest n. */
  public static final int MAX_ORDER = 16;

  private final Vocabulary vocabulary;
  private final int order;
  private final int[] contexts; // n - 1 tokens each, in ascending order
  private final int[]
      rowStarts; // the n-grams of context c are rowStarts[c] to rowStarts[c + 1] - 1
  private final int[] nexts; // ascending within a row
  private final long[] counts;
  private final long total;

  /** Receives one n-gram. */
  @FunctionalInterface
  public interface Visitor {
    /**
     * Takes an n-gram.
     *
     * @param context its first n - 1 tokens, oldest first; the array is used again for the next one
     * @param next its last token
     * @param count how often it occurs, at least 1
     */
    void visit(int[] context, int next, long count);
  }

  /** The counts of n-grams that are in order; {@link OrderedNgrams} says what must hold of them. */
  NgramCounts(
      Vocabulary vocabulary,
      int order,
      int[] contexts,
      int[] rowStarts,
      int[] nexts,
      long[] counts) {
    this.vocabulary = vocabulary;
    this.order = order;
    this.contexts = contexts;
    this.rowStarts = rowStarts;
    this.nexts = nexts;
    this.counts = counts;
    this.total = LongStream.of(counts).reduce(0, Math::addExact);
  }

  /**
   * Counts a corpus.
   *
   * @param order n, from 1 to {@value #MAX_ORDER}
   */
  public static NgramCounts of(int order, Corpus corpus) {
    return NgramCounter.create(order, corpus.vocabulary()).addAll(corpus).counts();
  }

  /**
   * The pairs of a text as 2-grams, over its whole vocabulary.
   *
   * @throws IllegalArgumentException if the text visits what is no transition
   */
  public static NgramCounts ofPairs(Transitions text) {
    return NgramCounter.create(2, text.vocabulary()).addAll(text).counts();
  }

  /**
   * The counts of n-grams that come in any order, each once.
   *
   * @param contexts the distinct contexts, n - 1 tokens each
   * @param contextOf for each n-gram the number of its context
   * @param counts at least one for each n-gram
   */
  static NgramCounts sorted(
      Vocabulary vocabulary,
      int order,
      int[] contexts,
      int[] contextOf,
      int[] nexts,
      long[] counts) {
    int width = order - 1;
    int[] ids = IntStream.of(contextOf).distinct().toArray(); // of the contexts that are used
    // Stable sorts by one token after the other, the last one first, leave all tokens in order.
    for (int position = width - 1; position >= 0; position--) {
      int p = position;
      ids = byKey(ids, vocabulary.size(), context -> contexts[context * width + p]);
    }
    int[] rank = new int[IntStream.of(ids).max().orElse(-1) + 1];
    int[] sortedContexts = new int[ids.length * width];
    for (int i = 0; i < ids.length; i++) {
      rank[ids[i]] = i;
      System.arraycopy(contexts, ids[i] * width, sortedContexts, i * width, width);
    }
    int[] grams = IntStream.range(0, nexts.length).toArray();
    grams = byKey(grams, vocabulary.size(), gram -> nexts[gram]);
    grams = byKey(grams, ids.length, gram -> rank[contextOf[gram]]);
    int[] rowStarts = new int[ids.length + 1];
    for (int gram : grams) {
      rowStarts[rank[contextOf[gram]] + 1]++;
    }
    Tuples.addUp(rowStarts);
    return new NgramCounts(
        vocabulary,
        order,
        sortedContexts,
        rowStarts,
        IntStream.of(grams).map(gram -> nexts[gram]).toArray(),
        IntStream.of(grams).mapToLong(gram -> counts[gram]).toArray());
  }

  /** Sorts ids by a key from 0 to {@code keys - 1}, and keeps the order of equal ones. */
  private static int[] byKey(int[] ids, int keys, IntUnaryOperator key) {
    int[] places = new int[keys + 1];
    for (int id : ids) {
      places[key.applyAsInt(id) + 1]++;
    }
    Tuples.addUp(places);
    int[] sorted = new int[ids.length];
    for (int id : ids) {
      sorted[places[key.applyAsInt(id)]++] = id;
    }
    return sorted;
  }

  /**
   * The counts of this text and of another together, over the characters of both.
   *
   * @throws IllegalArgumentException if {@code other} is of another order
   * @throws ArithmeticException if there are more than {@link Long#MAX_VALUE} predictions
   */
  public NgramCounts merge(NgramCounts other) {
    if (other.order != order) {
      throw new IllegalArgumentException(
          "counts of order " + order + " and of order " + other.order + " can't be merged");
    }
    return NgramCounter.create(order, vocabulary.union(other.vocabulary))
        .addAll(this)
        .addAll(other)
        .counts();
  }

  /**
   * The counts of shorter n-grams of the same text.
   *
   * @param smaller the new n, from 1 to this one
   * @throws IllegalArgumentException if it is not in that range
   */
  public NgramCounts ofOrder(int smaller) {
    return smaller == order ? this : NgramCounter.create(smaller, vocabulary).addAll(this).counts();
  }

  /**
   * The same counts over another vocabulary, which may know more characters than occur here.
   * Characters that share its unknown token share counts.
   *
   * @throws IllegalArgumentException if a character has no token there; the message names it
   */
  public NgramCounts over(Vocabulary vocabulary) {
    vocabulary.checkHas(this.vocabulary);
    return NgramCounter.create(order, vocabulary).addAll(this).counts();
  }

  /**
   * The pairs of this text, over the same vocabulary: what {@link #ofPairs} made 2-grams of.
   *
   * @throws IllegalArgumentException if n is 1, which tells no pairs
   */
  public Transitions pairs() {
    if (order == 1) {
      throw new IllegalArgumentException("counts of order 1 do not tell pairs");
    }
    NgramCounts pairs = ofOrder(2);
    return new Transitions() {
      @Override
      public Vocabulary vocabulary() {
        return vocabulary;
      }

      @Override
      public void forEach(Transitions.Visitor visitor) {
        pairs.forEach((context, next, count) -> visitor.visit(context[0], next, count));
      }
    };
  }

  /** The tokens that the numbers stand for. */
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** The n of the n-grams. */
  public int order() {
    return order;
  }

  /** How many tokens of context an n-gram has: n - 1. */
  public int contextLength() {
    return order - 1;
  }

  /**
   * Visits each n-gram that occurs, once, by ascending context and then by ascending next token.
   */
  public void forEach(Visitor visitor) {
    int width = order - 1;
    for (int c = 0; c + 1 < rowStarts.length; c++) {
      int[] context = Arrays.copyOfRange(contexts, c * width, (c + 1) * width);
      for (int i = rowStarts[c]; i < rowStarts[c + 1]; i++) {
        visitor.visit(context, nexts[i], counts[i]);
      }
    }
  }

  /**
   * How often {@code next} follows {@code context}, in O(n log c) for c distinct contexts.
   *
   * @param context n - 1 tokens, oldest first, boundaries where there are none
   * @throws IllegalArgumentException if there are more or fewer, or a token is not in the
   *     vocabulary
   */
  public long count(int next, int... context) {
    int row = row(context);
    vocabulary.checkToken(next);
    int i = row < 0 ? -1 : Arrays.binarySearch(nexts, rowStarts[row], rowStarts[row + 1], next);
    return i < 0 ? 0 : counts[i];
  }

  /** The number of a context, or a negative number if it does not occur. */
  private int row(int... context) {
    if (context.length != order - 1) {
      throw new IllegalArgumentException(
          "a context has " + (order - 1) + " tokens here, not " + context.length);
    }
    for (int token : context) {
      vocabulary.checkToken(token);
    }
    int low = 0;
    int high = rowStarts.length - 2;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int at = middle * context.length;
      int order = Tuples.compare(contexts, at, context, 0, context.length);
      if (order == 0) {
        return middle;
      }
      low = order < 0 ? middle + 1 : low;
      high = order < 0 ? high : middle - 1;
    }
    return -1;
  }

  /** The number of predictions: every character, and the closing boundary of every item. */
  public long total() {
    return total;
  }

  /** The number of items: as many as there are closing boundaries. */
  public long items() {
    return IntStream.range(0, nexts.length)
        .filter(i -> nexts[i] == Vocabulary.BOUNDARY)
        .mapToLong(i -> counts[i])
        .sum();
  }

  /** The number of distinct n-grams that occur. */
  public int distinct() {
    return nexts.length;
  }

  /** The number of distinct contexts that occur. */
  public int distinctContexts() {
    return rowStarts.length - 1;
  }

  /** True if {@code other} counts the same n-grams of the same characters equally often. */
  @Override
  public boolean equals(Object other) {
    return other instanceof NgramCounts that
        && order == that.order
        && vocabulary.equals(that.vocabulary)
        && Arrays.equals(contexts, that.contexts)
        && Arrays.equals(rowStarts, that.rowStarts)
        && Arrays.equals(nexts, that.nexts)
        && Arrays.equals(counts, that.counts);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(nexts) + Arrays.hashCode(counts);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d %d-grams of %d tokens, %,d of them distinct",
        total,
        order,
        vocabulary.size(),
        distinct());
  }
}
