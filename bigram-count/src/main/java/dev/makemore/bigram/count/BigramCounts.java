package dev.makemore.bigram.count;

import dev.makemore.bigram.count.utf8.Utf8Counting;
import dev.makemore.model.Transitions;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.text.TextForm;
import dev.makemore.model.text.TextSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * How often each token follows each token: the V x V table of a bigram model.
 *
 * <p>Row c counts the tokens that follow token c. The row of the boundary counts the first
 * characters of items, and the column of the boundary counts the last ones. Each pair of adjacent
 * tokens in an item adds 1 to its cell. Only cells that are not 0 take memory, so a vocabulary of
 * 10,000 characters is no problem.
 *
 * <p>A token that is not in the vocabulary is an {@link IllegalArgumentException} in every method.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class BigramCounts implements Transitions {

  private static final int SHOWN = 5; // pairs, of a table as text

  private final Vocabulary vocabulary;
  private final int[] rowStarts; // row c is cells rowStarts[c] to rowStarts[c + 1] - 1
  private final int[] nexts; // the column of each cell, ascending within a row
  private final long[] counts;
  private final long[] columnTotals;
  private final long total;

  /** Keeps the arrays, without copying them. */
  BigramCounts(Vocabulary vocabulary, int[] rowStarts, int[] nexts, long[] counts) {
    this.vocabulary = vocabulary;
    this.rowStarts = rowStarts;
    this.nexts = nexts;
    this.counts = counts;
    this.total = LongStream.of(counts).reduce(0, Math::addExact);
    this.columnTotals = new long[vocabulary.size()];
    for (int i = 0; i < counts.length; i++) {
      columnTotals[nexts[i]] += counts[i];
    }
  }

  /**
   * A pair of tokens and how often it occurs.
   *
   * @param context the first token
   * @param next the second token
   * @param count how often the pair occurs, at least 1
   */
  public record Bigram(int context, int next, long count) {}

  /**
   * Counts the transitions of a text.
   *
   * @throws ArithmeticException if there are more than {@link Long#MAX_VALUE} transitions
   */
  public static BigramCounts of(Transitions text) {
    return text instanceof BigramCounts counts
        ? counts
        : new PairCounter().addAll(text).toCounts(text.vocabulary());
  }

  /**
   * Counts a UTF-8 file with one item on each line, on one thread.
   *
   * @throws dev.makemore.model.text.MalformedCorpusException if the file is not valid UTF-8
   * @throws IOException if the file can't be read
   */
  public static BigramCounts read(Path file) throws IOException {
    return read(TextSource.file(file));
  }

  /**
   * Counts a text on one thread; see {@link #read(TextSource, int)}.
   *
   * @throws dev.makemore.model.text.MalformedCorpusException if the text is not valid UTF-8
   * @throws IOException if the text can't be read
   */
  public static BigramCounts read(TextSource text) throws IOException {
    return read(text, 1);
  }

  /**
   * Counts a text in one pass, in the form that the source asks for; {@link
   * dev.makemore.model.text.CorpusReader} says what a line is. The memory needed depends on the
   * number of distinct pairs, not on the size of the text or of a line.
   *
   * <p>The counts are the same with any number of threads. One thread is best for a slow stream,
   * such as a keyboard: with several, an error is thrown only after no thread waits for the stream
   * any more.
   *
   * @param threads how many threads count, this one among them. At most one for each processor is
   *     used, and only one if the text has to be brought into a form
   * @throws IllegalArgumentException if {@code threads} is less than 1
   * @throws dev.makemore.model.text.MalformedCorpusException if the text is not valid UTF-8
   * @throws IOException if the text can't be read
   */
  public static BigramCounts read(TextSource text, int threads) throws IOException {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, was " + threads);
    }
    PairCounter counter = new PairCounter();
    if (text.form().equals(TextForm.asWritten())) {
      int processors = Runtime.getRuntime().availableProcessors();
      Utf8Counting.count(text, Math.min(threads, processors), counter);
    } else {
      counter.addAll(text);
    }
    return counter.toCounts();
  }

  /**
   * The counts of this text and of another together, over the characters of both.
   *
   * @throws ArithmeticException if there are more than {@link Long#MAX_VALUE} transitions
   */
  public BigramCounts merge(BigramCounts other) {
    return sum(List.of(this, other));
  }

  /**
   * The counts of all texts together, over the characters of all, in one pass over each.
   *
   * @throws ArithmeticException if there are more than {@link Long#MAX_VALUE} transitions
   */
  public static BigramCounts sum(Collection<BigramCounts> parts) {
    PairCounter counter = new PairCounter();
    parts.forEach(counter::addAll);
    return counter.toCounts(
        parts.stream()
            .map(BigramCounts::vocabulary)
            .reduce(Vocabulary::union)
            .orElseGet(() -> Vocabulary.of()));
  }

  @Override
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** Visits each pair that occurs, once, row by row and by ascending next token. */
  @Override
  public void forEach(Visitor visitor) {
    for (int context = 0; context < vocabulary.size(); context++) {
      for (int i = rowStarts[context]; i < rowStarts[context + 1]; i++) {
        visitor.visit(context, nexts[i], counts[i]);
      }
    }
  }

  /**
   * How often {@code next} follows {@code context}, in O(log n) for n distinct pairs in the row.
   */
  public long count(int context, int next) {
    int end = rowStarts[vocabulary.checkToken(context) + 1];
    int i = Arrays.binarySearch(nexts, rowStarts[context], end, vocabulary.checkToken(next));
    return i < 0 ? 0 : counts[i];
  }

  /** The pairs that start with {@code context}, by ascending next token. */
  public List<Bigram> row(int context) {
    int end = rowStarts[vocabulary.checkToken(context) + 1];
    return IntStream.range(rowStarts[context], end)
        .mapToObj(i -> new Bigram(context, nexts[i], counts[i]))
        .toList();
  }

  /** The pairs that end with {@code next}, by ascending context, in O(V log n). */
  public List<Bigram> column(int next) {
    vocabulary.checkToken(next);
    return IntStream.range(0, vocabulary.size())
        .mapToObj(context -> new Bigram(context, next, count(context, next)))
        .filter(pair -> pair.count() > 0)
        .toList();
  }

  /** How many pairs start with {@code context}: the sum of its row. */
  public long rowTotal(int context) {
    int end = rowStarts[vocabulary.checkToken(context) + 1];
    return Arrays.stream(counts, rowStarts[context], end).sum();
  }

  /**
   * How many pairs end with {@code next}: the sum of its column. In whole items this is also the
   * sum of its row, because every character has a token on both sides, and every item has a
   * boundary on both sides.
   */
  public long columnTotal(int next) {
    return columnTotals[vocabulary.checkToken(next)];
  }

  @Override
  public long total() {
    return total;
  }

  @Override
  public long items() {
    return rowTotal(Vocabulary.BOUNDARY);
  }

  /** The number of distinct pairs that occur. */
  public int distinctPairs() {
    return nexts.length;
  }

  /** The number of pairs that never occur: V x V minus the distinct pairs. */
  public long zeroCells() {
    return (long) vocabulary.size() * vocabulary.size() - nexts.length;
  }

  /**
   * The {@code limit} most frequent pairs, the most frequent first. Pairs that are equally frequent
   * are in the order of their tokens.
   *
   * @throws IllegalArgumentException if {@code limit} is negative
   */
  public List<Bigram> mostFrequent(int limit) {
    if (limit < 0) {
      throw new IllegalArgumentException("limit must be >= 0, was " + limit);
    }
    return IntStream.range(0, vocabulary.size())
        .mapToObj(this::row)
        .flatMap(List::stream)
        .sorted(Comparator.comparingLong(Bigram::count).reversed()) // stable
        .limit(limit)
        .toList();
  }

  /** True if {@code other} counts the same pairs of the same characters equally often. */
  @Override
  public boolean equals(Object other) {
    return other instanceof BigramCounts that
        && vocabulary.equals(that.vocabulary)
        && Arrays.equals(rowStarts, that.rowStarts)
        && Arrays.equals(nexts, that.nexts)
        && Arrays.equals(counts, that.counts);
  }

  @Override
  public int hashCode() {
    return 31 * vocabulary.hashCode() + Arrays.hashCode(counts);
  }

  /** The number of pairs and of tokens, and the most frequent pairs, on one line. */
  @Override
  public String toString() {
    String most =
        mostFrequent(SHOWN).stream()
            .map(pair -> vocabulary.decode(pair.context(), pair.next()) + " " + pair.count())
            .collect(Collectors.joining(", "));
    return String.format(Locale.ROOT, "%,d pairs of %d tokens: ", total, vocabulary.size())
        + most
        + (distinctPairs() > SHOWN ? ", ..." : "");
  }
}
