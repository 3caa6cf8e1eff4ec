package dev.makemore.bigram.count;

import dev.makemore.model.Transitions;
import dev.makemore.model.Vocabulary;
import java.util.Arrays;
import java.util.BitSet;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Counts pairs of code points while the vocabulary is not yet known.
 *
 * <p>An open-addressing hash table from pair to count. A pair is one long number: the code of the
 * context in the high bits, that of the next token in the low 21, where a code is the code point
 * plus 1, and 0 for the boundary. Codes are ordered as tokens are (the boundary first, then by code
 * point), so the sorted keys are the table row by row. The pair of two boundaries, key 0, would be
 * an empty item; there is none, so 0 marks a free slot.
 */
final class PairCounter {

  private static final int CODE_BITS = 21; // code points end at 0x10FFFF
  private static final int CODE_MASK = (1 << CODE_BITS) - 1;
  static final int BOUNDARY_CODE = 0;

  /** Decides the slots, so that nobody can make up a text whose pairs all want the same ones. */
  private final long salt = ThreadLocalRandom.current().nextLong();

  private int sizeBits = 11;
  private long[] keys = new long[1 << sizeBits];
  private long[] counts = new long[1 << sizeBits];
  private int used;

  /** The code of {@code token}, a token of {@code vocabulary}. */
  static int codeOfToken(Vocabulary vocabulary, int token) {
    return token == Vocabulary.BOUNDARY
        ? BOUNDARY_CODE
        : codeOfCodePoint(vocabulary.codePoint(token));
  }

  static int codeOfCodePoint(int codePoint) {
    return codePoint + 1;
  }

  /** Counts all of {@code transitions}. */
  PairCounter addAll(Transitions transitions) {
    Vocabulary vocabulary = transitions.vocabulary();
    transitions.forEach(
        (context, next, count) -> {
          Transitions.check(vocabulary, context, next, count);
          add(codeOfToken(vocabulary, context), codeOfToken(vocabulary, next), count);
        });
    return this;
  }

  /** Counts all that {@code other} has counted. */
  void addAll(PairCounter other) {
    other.forEach(this::add);
  }

  /** Visits each pair once, by the codes of its two tokens, in no order. */
  void forEach(Transitions.Visitor visitor) {
    for (int slot = 0; slot < keys.length; slot++) {
      if (keys[slot] != 0) {
        visitor.visit((int) (keys[slot] >>> CODE_BITS), (int) keys[slot] & CODE_MASK, counts[slot]);
      }
    }
  }

  /** How often a pair was counted. */
  long count(int contextCode, int nextCode) {
    return counts[slotOf(key(contextCode, nextCode))];
  }

  /**
   * Counts a pair {@code count} times, at least once. It is not that of an empty item.
   *
   * @throws ArithmeticException if the pair's count exceeds {@link Long#MAX_VALUE}
   */
  void add(int contextCode, int nextCode, long count) {
    long key = key(contextCode, nextCode);
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

  /** Counts a pair of characters {@code count} times, at least once. */
  void addCodePoints(int first, int second, long count) {
    add(codeOfCodePoint(first), codeOfCodePoint(second), count);
  }

  private static long key(int contextCode, int nextCode) {
    return ((long) contextCode << CODE_BITS) | nextCode;
  }

  /** The slot that holds {@code key}, or the free one that it belongs in. */
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

  /** The characters of the whole items that were counted: something follows each of them. */
  Vocabulary vocabulary() {
    BitSet codes = new BitSet();
    for (long key : keys) {
      codes.set((int) (key >>> CODE_BITS));
    }
    codes.clear(BOUNDARY_CODE);
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
    for (int row = 1; row < rowStarts.length; row++) { // parallelPrefix would start more threads
      rowStarts[row] += rowStarts[row - 1];
    }
    return new BigramCounts(vocabulary, rowStarts, nexts, cells);
  }

  private static int tokenOf(Vocabulary vocabulary, long code) {
    return code == BOUNDARY_CODE ? Vocabulary.BOUNDARY : vocabulary.token((int) code - 1);
  }
}
