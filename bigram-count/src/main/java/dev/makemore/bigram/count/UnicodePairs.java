package dev.makemore.bigram.count;

import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

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
 * <p>The number's slot in a hash table is the upper bits of its product with an odd random number
 * (multiply-shift hashing, by Dietzfelbinger, Hagerup, Katajainen and Penttonen, Journal of
 * Algorithms 25, 1997, section 2); with the product's bytes reversed, the same mask takes them for
 * a table of any size. Nearly always the pair is in that slot. Only where it is not, it is searched
 * for, and its second character is checked, as its first one was before. So all that is counted is
 * well-formed, as long as no bytes can be mistaken for other ones: the number would hold fewer
 * bytes than there are if a character had more than four, which the mask of starts shows.
 */
final class UnicodePairs {

  private static final int WINDOW = Long.SIZE; // bytes, as each has a bit in a mask
  private static final long GATHER = 0x0002040810204081L; // brings the high bits of bytes together

  private static final int MIN_SIZE = 1 << 16; // so large that few pairs want the same slot

  private final long multiplier = ThreadLocalRandom.current().nextLong() | 1;
  private long[] keys = {}; // made when needed
  private int[] counts = {}; // 0 in a free slot
  private int used;
  private KeyList toLineFeeds = new KeyList(); // of pairs whose second character is one
  private KeyList fromReturns =
      new KeyList(); // of pairs whose first is one, and the second no line feed

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
    if (keys.length == 0) {
      resize(MIN_SIZE);
    }
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

  /** Counts pairs until one is not in its slot; returns the starts that are left. */
  private long countKnown(byte[] bytes, long starts, int window) {
    long[] keys = this.keys;
    int[] counts = this.counts;
    long multiplier = this.multiplier;
    int first = this.first;
    int second = this.second;
    long left = starts;
    for (int i = Long.bitCount(starts); i > 0; i--) {
      int next = window + Long.numberOfTrailingZeros(left);
      long key = key(bytes, first, next);
      int slot = home(key, multiplier, keys);
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

  /** The bytes before {@code end}, in the upper ones of a number. */
  private static long key(byte[] bytes, int start, int end) {
    int others = (start - end) * 8; // and 64 more, which a shift does not see
    return LittleEndian.eight(bytes, start) << others;
  }

  /** The slot of {@code keys} where {@code key} is, unless another one was there first. */
  static int home(long key, long multiplier, long[] keys) {
    int mask = keys.length - 1; // changes nothing, but shows HotSpot that the slot is in the table
    return (int) ((key * multiplier) >>> Long.numberOfLeadingZeros(mask)) & mask;
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
    long key = key(bytes, first, next);
    int slot = slotOf(key);
    if (counts[slot] == 0) {
      slot = insert(key);
    }
    counts[slot]++;
    first = second;
    second = next;
  }

  /** The slot that holds {@code key}, or the free one that it belongs in. */
  private int slotOf(long key) {
    int slot = home(key, multiplier, keys);
    while (counts[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }

  /** Takes in a key that is new; returns its slot. */
  private int insert(long key) {
    if (2 * ++used > keys.length) {
      resize(2 * keys.length);
    }
    int slot = slotOf(key);
    keys[slot] = key;
    if (secondOf(key) == '\n') {
      toLineFeeds.add(key);
    } else if (firstOf(key) == '\r') {
      fromReturns.add(key);
    }
    return slot;
  }

  private void resize(int size) {
    long[] oldKeys = keys;
    int[] oldCounts = counts;
    keys = new long[size];
    counts = new int[size];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldCounts[i] != 0) {
        int slot = slotOf(oldKeys[i]);
        keys[slot] = oldKeys[i];
        counts[slot] = oldCounts[i];
      }
    }
  }

  /** How many line feeds were second characters. */
  long lineFeeds() {
    return toLineFeeds.counted();
  }

  /** How many carriage returns were first characters, and no line feed came next. */
  long returns() {
    return fromReturns.counted();
  }

  /** Hands on all that was counted, and begins anew. */
  void moveTo(PairCounter counter) {
    for (int slot = 0; slot < keys.length; slot++) {
      if (counts[slot] != 0) {
        counter.addCodePoints(firstOf(keys[slot]), secondOf(keys[slot]), counts[slot]);
      }
    }
    keys = new long[0];
    counts = new int[0];
    used = 0;
    toLineFeeds = new KeyList();
    fromReturns = new KeyList();
  }

  private static int firstOf(long key) {
    byte[] bytes = LittleEndian.bytes(key);
    int second = Utf8.start(bytes, Long.BYTES - 1);
    return Utf8.codePoint(Utf8.decode(bytes, Utf8.start(bytes, second - 1)));
  }

  private static int secondOf(long key) {
    byte[] bytes = LittleEndian.bytes(key);
    return Utf8.codePoint(Utf8.decode(bytes, Utf8.start(bytes, Long.BYTES - 1)));
  }

  /** Some of the table's keys. */
  private final class KeyList {
    private long[] list = new long[16];
    private int size;

    void add(long key) {
      if (size == list.length) {
        list = Arrays.copyOf(list, 2 * size);
      }
      list[size++] = key;
    }

    /** How often they were counted. */
    long counted() {
      long sum = 0;
      for (int i = 0; i < size; i++) {
        sum += counts[slotOf(list[i])];
      }
      return sum;
    }
  }
}
