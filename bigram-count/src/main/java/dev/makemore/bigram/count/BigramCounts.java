package dev.makemore.bigram.count;

import dev.makemore.model.Transitions;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.text.CorpusReader;
import dev.makemore.model.text.TextForm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * How often each token follows each other one: the V x V table of a bigram model.
 *
 * <p>Row c counts what follows token c; the row of the boundary counts first characters, and the
 * column of the boundary last ones. Each item adds 1 to its first pair, its last pair, and each
 * pair between. Only cells that are not 0 take memory, so a vocabulary of 10,000 characters is no
 * problem.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class BigramCounts implements Transitions {

  private final Vocabulary vocabulary;
  private final int[] rowStarts; // row c is at cells rowStarts[c] to rowStarts[c + 1] - 1
  private final int[] nexts; // the column of each cell, ascending in a row
  private final long[] counts;
  private final long[] columnTotals;
  private final long total;

  /** Keeps the arrays. */
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
   * @param count how often, at least 1
   */
  public record Bigram(int context, int next, long count) {}

  /**
   * Counts the transitions of a text.
   *
   * @throws ArithmeticException if there are more than {@link Long#MAX_VALUE}
   */
  public static BigramCounts of(Transitions text) {
    return text instanceof BigramCounts counts
        ? counts
        : new PairCounter().addAll(text).toCounts(text.vocabulary());
  }

  /**
   * Counts a UTF-8 file, one item a line, in one pass; {@link CorpusReader} says what a line is.
   * Memory depends on the number of distinct pairs, not on the size of the file or of a line.
   *
   * @throws dev.makemore.model.text.MalformedCorpusException if it is not valid UTF-8
   * @throws IOException if it can't be read
   */
  public static BigramCounts read(Path file) throws IOException {
    return read(file, TextForm.asWritten());
  }

  /**
   * Counts a UTF-8 file, one item a line, brought into {@code form}, in one pass.
   *
   * @throws dev.makemore.model.text.MalformedCorpusException if it is not valid UTF-8
   * @throws IOException if it can't be read
   */
  public static BigramCounts read(Path file, TextForm form) throws IOException {
    return read(file, form, 1);
  }

  /**
   * Counts a UTF-8 file, one item a line, brought into {@code form}, in one pass on several
   * threads.
   *
   * @param threads how many threads count, this one among them, at most one for each processor; the
   *     counts are the same with any number. Text that has to be brought into a form takes one
   * @throws IllegalArgumentException if {@code threads} is less than 1
   * @throws dev.makemore.model.text.MalformedCorpusException if it is not valid UTF-8
   * @throws IOException if it can't be read
   */
  public static BigramCounts read(Path file, TextForm form, int threads) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, file.toString(), form, threads);
    }
  }

  /**
   * Counts a UTF-8 stream to its end, one item a line, in one pass, and leaves it open.
   *
   * @param source what error messages call the stream
   * @throws dev.makemore.model.text.MalformedCorpusException if it is not valid UTF-8
   * @throws IOException if it can't be read
   */
  public static BigramCounts read(InputStream in, String source) throws IOException {
    return read(in, source, TextForm.asWritten());
  }

  /**
   * Counts a UTF-8 stream to its end, one item a line, brought into {@code form}, in one pass, and
   * leaves it open.
   *
   * @param source what error messages call the stream
   * @throws dev.makemore.model.text.MalformedCorpusException if it is not valid UTF-8
   * @throws IOException if it can't be read
   */
  public static BigramCounts read(InputStream in, String source, TextForm form) throws IOException {
    return read(in, source, form, 1);
  }

  /**
   * Counts a UTF-8 stream to its end, one item a line, brought into {@code form}, in one pass on
   * several threads, and leaves it open.
   *
   * @param source what error messages call the stream
   * @param threads how many threads read, one at a time, and count, this one among them, at most
   *     one for each processor; the counts are the same with any number. Text that has to be
   *     brought into a form takes one. With more than one an error is thrown when no thread waits
   *     for the stream any more, so one is best for a stream that is slow
   * @throws IllegalArgumentException if {@code threads} is less than 1
   * @throws dev.makemore.model.text.MalformedCorpusException if it is not valid UTF-8
   * @throws IOException if it can't be read
   */
  public static BigramCounts read(InputStream in, String source, TextForm form, int threads)
      throws IOException {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, was " + threads);
    }
    PairCounter counter =
        form.equals(TextForm.asWritten())
            ? Utf8Counting.count(
                in, source, Math.min(threads, Runtime.getRuntime().availableProcessors()))
            : count(in, source, form);
    return counter.toCounts(counter.vocabulary());
  }

  /**
   * Counts character by character: the plain way, to which {@link Utf8Counting} is the quick one.
   */
  static PairCounter count(InputStream in, String source, TextForm form) throws IOException {
    PairCounter counter = new PairCounter();
    CorpusReader.Sink pairs =
        new CorpusReader.Sink() {
          private int context; // starts as the boundary, and again after each item

          @Override
          public void codePoint(int codePoint) {
            int next = PairCounter.codeOfCodePoint(codePoint);
            counter.add(context, next, 1);
            context = next;
          }

          @Override
          public void endItem() {
            counter.add(context, PairCounter.BOUNDARY_CODE, 1);
            context = PairCounter.BOUNDARY_CODE;
          }
        };
    CorpusReader.read(in, source, form.before(pairs));
    return counter;
  }

  /**
   * The counts of both texts, as if one had been appended to the other, over the characters of
   * both.
   *
   * @throws ArithmeticException if there are more than {@link Long#MAX_VALUE}
   */
  public BigramCounts merge(BigramCounts other) {
    return sum(List.of(this, other));
  }

  /**
   * The counts of all texts, as if one had been appended to the other, over the characters of all,
   * in one pass over each.
   *
   * @throws ArithmeticException if there are more than {@link Long#MAX_VALUE}
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

  /** Visits each pair that occurs once, row by row, by ascending next token. */
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
   *
   * @throws IllegalArgumentException if a token is not in the vocabulary
   */
  public long count(int context, int next) {
    int end = rowStarts[vocabulary.checkToken(context) + 1];
    int i = Arrays.binarySearch(nexts, rowStarts[context], end, vocabulary.checkToken(next));
    return i < 0 ? 0 : counts[i];
  }

  /**
   * The pairs that start with {@code context}, by ascending next token.
   *
   * @throws IllegalArgumentException if the token is not in the vocabulary
   */
  public List<Bigram> row(int context) {
    int end = rowStarts[vocabulary.checkToken(context) + 1];
    return IntStream.range(rowStarts[context], end)
        .mapToObj(i -> new Bigram(context, nexts[i], counts[i]))
        .toList();
  }

  /**
   * The pairs that end with {@code next}, by ascending context, in O(V log n).
   *
   * @throws IllegalArgumentException if the token is not in the vocabulary
   */
  public List<Bigram> column(int next) {
    vocabulary.checkToken(next);
    return IntStream.range(0, vocabulary.size())
        .mapToObj(context -> new Bigram(context, next, count(context, next)))
        .filter(pair -> pair.count() > 0)
        .toList();
  }

  /**
   * How often {@code context} occurs before something.
   *
   * @throws IllegalArgumentException if the token is not in the vocabulary
   */
  public long rowTotal(int context) {
    int end = rowStarts[vocabulary.checkToken(context) + 1];
    return Arrays.stream(counts, rowStarts[context], end).sum();
  }

  /**
   * How often {@code next} occurs after something. In whole items that is as often as before
   * something: every character has two neighbours, and what starts must end.
   *
   * @throws IllegalArgumentException if the token is not in the vocabulary
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

  /** The number of pairs that never occur: V x V less the distinct ones. */
  public long zeroCells() {
    return (long) vocabulary.size() * vocabulary.size() - nexts.length;
  }

  /**
   * The {@code limit} most frequent pairs, the most frequent first, and of equally frequent ones
   * the lower tokens first.
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

  @Override
  public String toString() {
    return "BigramCounts(" + total + " bigrams, " + vocabulary + ")";
  }
}
