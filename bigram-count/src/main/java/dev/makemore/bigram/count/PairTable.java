package dev.makemore.bigram.count;

import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A hash table that counts pairs of characters, each by its key: its bytes, of which it has two to
 * eight, in the upper ones of a number.
 *
 * <p>The home of a key is the slot that the upper bits of its product with an odd random number are
 * (multiply-shift hashing, by Dietzfelbinger, Hagerup, Katajainen and Penttonen, Journal of
 * Algorithms 25, 1997, section 2). If another key was there first, the next free slot is taken.
 */
final class PairTable {

  private static final int MIN_SIZE = 1 << 16; // so large that few pairs want the same slot

  // UnicodePairs counts by itself what is in its home slot, which nearly all is.
  final long multiplier = ThreadLocalRandom.current().nextLong() | 1;
  long[] keys = {};
  int[] counts = {}; // 0 in a free slot
  private int used;
  private KeyList toLineFeeds = new KeyList(); // whose second character is one
  private KeyList fromReturns = new KeyList(); // whose first is one, and the second no line feed

  /** The key of the pair whose bytes are those from {@code start} on before {@code end}. */
  static long key(byte[] bytes, int start, int end) {
    int others = (start - end) * 8; // and 64 more, which a shift does not see
    return LittleEndian.eight(bytes, start) << others;
  }

  /** The home of {@code key} among {@code keys}. */
  static int home(long key, long multiplier, long[] keys) {
    int mask = keys.length - 1; // changes nothing, but shows HotSpot that the slot is in the table
    return (int) ((key * multiplier) >>> Long.numberOfLeadingZeros(mask)) & mask;
  }

  /** Makes room, before anything is counted: most texts need no table. */
  void open() {
    if (keys.length == 0) {
      resize(MIN_SIZE);
    }
  }

  /** Counts a pair, wherever it is, and takes it in if it is new. */
  void count(long key) {
    int slot = slotOf(key);
    if (counts[slot] == 0) {
      slot = insert(key);
    }
    counts[slot]++;
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
