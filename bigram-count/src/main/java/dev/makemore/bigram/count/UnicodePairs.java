package dev.makemore.bigram.count;

/**
 * Counts pairs of any characters, nearly without looking at them.
 *
 * <p>A pair is known by its bytes, of which it has two to eight: they are one number. Where a
 * character begins can be seen from each byte alone, so for 64 bytes at a time one mask tells where
 * characters begin, and going from bit to bit gives pair after pair, with no branch that depends on
 * how long a character is:
 *
 * <pre>
 *   z o ë ë \n   bytes   7A 6F C3 AB C3 AB 0A
 *                starts   1  1  1  0  1  0  1
 *                pairs   7A6F, 6FC3AB, C3ABC3AB, C3AB0A
 * </pre>
 *
 * <p>Nearly always that number is in its home slot of a {@link PairTable}, and is counted there.
 * Only where it is not, it is searched for, and its second character is checked, as its first one
 * was before. So all that is counted is well-formed, as long as no bytes can be mistaken for other
 * ones: the number would hold fewer bytes than there are if a character had more than four, which
 * the mask of starts shows.
 */
final class UnicodePairs {

  private static final int WINDOW = Long.SIZE; // bytes, as each has a bit in a mask
  private static final long GATHER = 0x0002040810204081L; // brings the high bits of bytes together

  private final PairTable table = new PairTable();
  private int first; // where the pair begins that is to be counted next
  private int second; // and its second character

  /**
   * Counts one pair or more from {@code start} on, until many characters of ASCII come, or the
   * block's end.
   *
   * @return where the first pair begins that is not counted; or where a character is malformed, as
   *     {@code ~index}
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
        break; // to find out where exactly it is malformed
      }
      if (starts == -1) {
        return first;
      }
    }
    return countToEnd(block);
  }

  /** The bytes that begin a character, of the 64 from {@code window} on. */
  private static long starts(byte[] bytes, int window) {
    long starts = 0;
    for (int i = 0; i < WINDOW; i += 8) {
      long eight = LittleEndian.eight(bytes, window + i);
      long high = (~eight | (eight << 1)) & Utf8.HIGH_BITS; // of all but 10xxxxxx
      starts |= ((high * GATHER) >>> 56) << i;
    }
    return starts;
  }

  /** Whether there is a character of more than four bytes, {@code before} of them before these. */
  private static boolean isTooLong(long starts, int before) {
    long two = ~starts & (~starts >>> 1); // the first of two bytes that don't begin one
    long four = two & (two >>> 2);
    return four != 0 || before + Long.numberOfTrailingZeros(starts) > Utf8.MAX_LENGTH;
  }

  /** Counts each pair that ends before one of {@code starts}, while they are well-formed. */
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

  /** Counts pairs until one is not in its home slot; returns the starts that are left. */
  private long countKnown(byte[] bytes, long starts, int window) {
    long[] keys = table.keys; // all in local variables: a twentieth less time
    int[] counts = table.counts;
    long multiplier = table.multiplier;
    int first = this.first;
    int second = this.second;
    long left = starts;
    for (int i = Long.bitCount(starts); i > 0; i--) {
      int next = window + Long.numberOfTrailingZeros(left);
      long key = PairTable.key(bytes, first, next);
      int slot = PairTable.home(key, multiplier, keys);
      if (keys[slot] != key) { // two NULs, 0 like an empty slot, may take it: as good as their own
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

  /** Counts what is left of a block, pair by pair. */
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

  /** Counts the pair that ends before {@code next}, two characters. */
  private void countOne(byte[] bytes, int next) {
    table.count(PairTable.key(bytes, first, next));
    first = second;
    second = next;
  }

  /** How many line feeds were second characters. */
  long lineFeeds() {
    return table.lineFeeds();
  }

  /** How many carriage returns were first characters, and no line feed came next. */
  long returns() {
    return table.returns();
  }

  /** Hands on all that was counted, and begins anew. */
  void moveTo(PairCounter counter) {
    table.moveTo(counter);
  }
}
