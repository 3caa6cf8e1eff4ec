package dev.makemore.bigram.count.utf8;

/**
 * Counts pairs of any characters, and decodes only those that are new.
 *
 * <p>A pair has two to eight bytes, which are taken as one number. Each byte shows by itself
 * whether a character begins there. So a mask of 64 bits tells where characters begin in 64 bytes,
 * and going from bit to bit gives pair after pair, with no branch that depends on the length of a
 * character:
 *
 * <pre>
 *   z o ë ë \n   bytes   7A 6F C3 AB C3 AB 0A
 *                starts   1  1  1  0  1  0  1
 *                pairs   7A6F, 6FC3AB, C3ABC3AB, C3AB0A
 * </pre>
 *
 * <p>Nearly always the number of a pair is in its home slot of a {@link PairTable} and is counted
 * there. If it is not, the second character is decoded, which checks it, and the pair is searched
 * for in the table. The first character has been checked by then, as the second of the pair before.
 * So every pair in the table is well-formed.
 *
 * <p>One check remains. If a character seemed to have more than four bytes, the number would not
 * hold all bytes of its pair and might equal that of another pair. The mask shows such a character.
 */
final class UnicodePairs {

  private static final int WINDOW = Long.SIZE; // bytes, one for each bit of a mask
  private static final long GATHER = 0x0002040810204081L; // brings 8 high bits together in a byte

  private final PairTable table = new PairTable();
  private int first; // where the first character of the next pair begins
  private int second; // where its second character begins

  /**
   * Counts one pair or more from {@code start} to the end of the next 64 bytes that are all ASCII,
   * or to the block's end.
   *
   * @return where the first pair that was not counted begins; or if a character is malformed,
   *     {@code ~index} of its first byte
   */
  int count(Blocks.Block block, int start) {
    table.open();
    int decoded = Utf8.decode(block.bytes, start);
    if (decoded == Utf8.MALFORMED) {
      return ~start;
    }
    first = start;
    second = start + Utf8.length(decoded);
    for (int window = second + 1; window <= block.end - WINDOW; window += WINDOW) {
      long starts = starts(block.bytes, window);
      if (isTooLong(starts, window - second) || !count(block, starts, window)) {
        break; // something is malformed, and countToEnd() finds out where
      }
      if (starts == -1) {
        return first;
      }
    }
    return countToEnd(block);
  }

  /** A mask of the bytes that begin a character, for the 64 bytes from {@code window} on. */
  private static long starts(byte[] bytes, int window) {
    long starts = 0;
    for (int i = 0; i < WINDOW; i += 8) {
      long eight = LittleEndian.eight(bytes, window + i);
      long high = (~eight | (eight << 1)) & Utf8.HIGH_BITS; // of all bytes but 10xxxxxx
      starts |= ((high * GATHER) >>> 56) << i;
    }
    return starts;
  }

  /**
   * Whether a character seems to have more than four bytes. {@code before} bytes of the first
   * character stand before the mask.
   */
  private static boolean isTooLong(long starts, int before) {
    long two = ~starts & (~starts >>> 1); // where two bytes follow that begin no character
    long four = two & (two >>> 2);
    return four != 0 || before + Long.numberOfTrailingZeros(starts) > Utf8.MAX_LENGTH;
  }

  /** Counts each pair that ends before one of {@code starts}; returns false if one is malformed. */
  private boolean count(Blocks.Block block, long starts, int window) {
    long left = countKnown(block.bytes, starts, window);
    while (left != 0) {
      int next = window + Long.numberOfTrailingZeros(left);
      if (Utf8.length(Utf8.decode(block.bytes, second)) != next - second) {
        return false;
      }
      countOne(block.bytes, next);
      left = countKnown(block.bytes, left & (left - 1), window);
    }
    return true;
  }

  /** Counts pairs until one is not in its home slot; returns the remaining starts. */
  private long countKnown(byte[] bytes, long starts, int window) {
    long[] keys = table.keys; // local copies take a twentieth less time
    int[] counts = table.counts;
    long multiplier = table.multiplier;
    int first = this.first;
    int second = this.second;
    long left = starts;
    for (int i = Long.bitCount(starts); i > 0; i--) {
      int next = window + Long.numberOfTrailingZeros(left);
      long key = PairTable.key(bytes, first, next);
      int slot = PairTable.home(key, multiplier, keys);
      if (keys[slot] != key) { // the key of two NULs, 0, may use an empty slot instead of its own
        break;
      }
      counts[slot]++;
      left &= left - 1;
      first = second;
      second = next;
    }
    this.first = first;
    this.second = second;
    return left;
  }

  /** Counts the rest of a block, decoding each pair. */
  private int countToEnd(Blocks.Block block) {
    while (first < block.end) {
      int decoded = Utf8.decode(block.bytes, second);
      if (decoded == Utf8.MALFORMED) {
        return ~second;
      }
      countOne(block.bytes, second + Utf8.length(decoded));
    }
    return first;
  }

  /** Counts the pair that ends before {@code next}. */
  private void countOne(byte[] bytes, int next) {
    table.count(PairTable.key(bytes, first, next));
    first = second;
    second = next;
  }

  /** How many of the pairs end with a line feed. */
  long lineFeeds() {
    return table.lineFeeds();
  }

  /** How many of the pairs start with a carriage return and do not end with a line feed. */
  long returns() {
    return table.returns();
  }

  /** Hands over all pairs that were counted, and starts again from 0. */
  void moveTo(PairSink sink) {
    table.moveTo(sink);
  }
}
