package dev.makemore.bigram.count.utf8;

import dev.makemore.model.text.CorpusReader;
import dev.makemore.model.text.TextSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Pairs of characters and their counts in a plain map. */
final class PairMap implements PairSink {

  private final Map<Long, Long> counts = new HashMap<>();

  /** A text that is called {@code text} in messages. */
  static TextSource source(byte[] text) {
    return TextSource.of("text", () -> new ByteArrayInputStream(text));
  }

  /** The pairs of a text, counted character by character. */
  static PairMap plainly(byte[] text) throws IOException {
    PairMap pairs = new PairMap();
    CorpusReader.Sink sink =
        new CorpusReader.Sink() {
          private int before = BOUNDARY;

          @Override
          public void codePoint(int codePoint) {
            pairs.add(before, codePoint, 1);
            before = codePoint;
          }

          @Override
          public void endItem() {
            pairs.add(before, BOUNDARY, 1);
            before = BOUNDARY;
          }
        };
    CorpusReader.read(source(text), sink);
    return pairs;
  }

  /** The pairs of a text, counted the fast way. */
  static PairMap quickly(TextSource text, int threads, int capacity) throws IOException {
    PairMap pairs = new PairMap();
    Utf8Counting.count(text, threads, capacity, pairs);
    return pairs;
  }

  /** The pairs of a text, counted the fast way in blocks of the usual size. */
  static PairMap quickly(byte[] text, int threads) throws IOException {
    PairMap pairs = new PairMap();
    Utf8Counting.count(source(text), threads, pairs);
    return pairs;
  }

  /** Takes a pair, and refuses what no text has. */
  @Override
  public void add(int first, int second, long count) {
    if (count < 1 || (first == BOUNDARY && second == BOUNDARY)) {
      throw new AssertionError("a pair of " + first + " and " + second + ", counted " + count);
    }
    counts.merge(key(first, second), count, Long::sum);
  }

  private static long key(int first, int second) {
    return ((long) first << Integer.SIZE) | (second & 0xFFFFFFFFL);
  }

  /** How often a pair was counted. */
  long count(int first, int second) {
    return counts.getOrDefault(key(first, second), 0L);
  }

  /** How many items were counted. */
  long items() {
    return counts.entrySet().stream()
        .filter(pair -> pair.getKey() >> Integer.SIZE == BOUNDARY)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** How many different pairs were counted. */
  int distinctPairs() {
    return counts.size();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PairMap that && counts.equals(that.counts);
  }

  @Override
  public int hashCode() {
    return counts.hashCode();
  }

  @Override
  public String toString() {
    return counts.toString();
  }
}
