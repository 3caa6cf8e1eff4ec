package dev.makemore.bigram.count;

import dev.makemore.bigram.count.utf8.PairSink;
import dev.makemore.model.Transitions;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.text.CorpusReader;
import dev.makemore.model.text.TextSource;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Counts pairs of characters before the vocabulary is known.
 *
 * <p>This is an open-addressing hash table from pairs to counts. The key of a pair is one long
 * number, with the code of the first character in the high bits and the code of the second in the
 * low 21. The code of a character is its code point plus 1, and the code of the boundary is 0.
 * Codes are in the order of tokens (the boundary, then the code points in ascending order), so the
 * sorted keys are the table of counts row by row. Key 0 would be the pair of two boundaries, an
 * empty item. There is no such pair, so a 0 marks a free slot.
 */
final class PairCounter implements PairSink {

  private static final int CODE_BITS = 21; // code points end at 0x10FFFF
  private static final int CODE_MASK = (1 << CODE_BITS) - 1;

  /** Makes the slots unpredictable, so that no text can be made whose pairs all collide. */
  private final long salt = ThreadLocalRandom.current().nextLong();

  private int sizeBits = 11;
  private long[] keys = new long[1 << sizeBits];
  private long[] counts = new long[1 << sizeBits];
  private int used;

  /**
   * Counts a text character by character, in the form that it asks for: the plain way, to which
   * {@link dev.makemore.bigram.count.utf8.Utf8Counting} is the fast one.
   *
   * @throws dev.makemore.model.text.MalformedCorpusException if the text is not valid UTF-8
   * @throws IOException if the text can't be read
   */
  PairCounter addAll(TextSource text) throws IOException {
    CorpusReader.Sink pairs =
        new CorpusReader.Sink() {
          private int context = BOUNDARY; // and again after each item

          @Override
          public void codePoint(int codePoint) {
            add(context, codePoint, 1);
            context = codePoint;
          }

          @Override
          public void endItem() {
            add(context, BOUNDARY, 1);
            context = BOUNDARY;
          }
        };
    CorpusReader.read(text, pairs);
    return this;
  }

  /**
   * Counts all of {@code transitions}.
   *
   * @throws IllegalArgumentException if what is visited breaks the rules of {@link Transitions}
   */
  PairCounter addAll(Transitions transitions) {
    Vocabulary vocabulary = transitions.vocabulary();
    transitions.forEach(
        (context, next, count) -> {
          Transitions.check(vocabulary, context, next, count);
          addTokens(vocabulary, context, next, count);
        });
    return this;
  }

  /** Counts a pair of tokens of {@code vocabulary}. */
  void addTokens(Vocabulary vocabulary, int context, int next, long count) {
    add(characterOf(vocabulary, context), characterOf(vocabulary, next), count);
  }

  private static int characterOf(Vocabulary vocabulary, int token) {
    return token == Vocabulary.BOUNDARY ? BOUNDARY : vocabulary.codePoint(token);
  }

  /**
   * Counts a pair of characters.
   *
   * @throws ArithmeticException if the pair's count exceeds {@link Long#MAX_VALUE}
   */
  @Override
  public void add(int first, int second, long count) {
    long key = ((long) code(first) << CODE_BITS) | code(second);
    int slot = slotOf(key);
    if (keys[slot] == 0) {
      if (2 * ++used > keys.length) {
        grow();
        slot = slotOf(key);
      }
      keys[slot] = key;
    }
    counts[slot] = Math.addExact(counts[slot], count);
  }

  private static int code(int character) {
    return character + 1; // 0 for the boundary, which is -1
  }

  /** The slot that holds {@code key}, or the free slot that it belongs in. */
  private int slotOf(long key) {
    int mask = keys.length - 1;
    long mixed = (key ^ salt) * 0x9E3779B97F4A7C15L; // Fibonacci hashing
    mixed = (mixed ^ (mixed >>> 32)) * 0x9E3779B97F4A7C15L;
    int slot = (int) (mixed >>> -sizeBits);
    while (keys[slot] != key && keys[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldCounts = counts;
    sizeBits++;
    keys = new long[1 << sizeBits];
    counts = new long[1 << sizeBits];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int slot = slotOf(oldKeys[i]);
        keys[slot] = oldKeys[i];
        counts[slot] = oldCounts[i];
      }
    }
  }

  /** The table of all that was counted, over the characters that occur. Items must be whole. */
  BigramCounts toCounts() {
    return toCounts(vocabulary());
  }

  /** The characters that occur. Items must be whole. */
  Vocabulary vocabulary() {
    BitSet codes = new BitSet(); // of first characters; in whole items each character is one
    for (long key : keys) {
      codes.set((int) (key >>> CODE_BITS));
    }
    codes.clear(code(BOUNDARY));
    return Vocabulary.ofCodePoints(codes.stream().map(code -> code - 1).toArray());
  }

  /** The table of all that was counted, over a vocabulary that holds at least its characters. */
  BigramCounts toCounts(Vocabulary vocabulary) {
    long[] sorted = Arrays.stream(keys).filter(key -> key != 0).sorted().toArray();
    int[] rowStarts = new int[vocabulary.size() + 1];
    int[] nexts = new int[sorted.length];
    long[] cells = new long[sorted.length];
    for (int i = 0; i < sorted.length; i++) {
      rowStarts[tokenOf(vocabulary, sorted[i] >>> CODE_BITS) + 1]++;
      nexts[i] = tokenOf(vocabulary, sorted[i] & CODE_MASK);
      cells[i] = counts[slotOf(sorted[i])];
    }
    for (int row = 1; row < rowStarts.length; row++) { // parallelPrefix would start threads
      rowStarts[row] += rowStarts[row - 1];
    }
    return new BigramCounts(vocabulary, rowStarts, nexts, cells);
  }

  private static int tokenOf(Vocabulary vocabulary, long code) {
    return code == code(BOUNDARY) ? Vocabulary.BOUNDARY : vocabulary.token((int) code - 1);
  }
}
