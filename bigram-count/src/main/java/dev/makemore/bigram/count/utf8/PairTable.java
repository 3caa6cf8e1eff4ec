package dev.makemore.bigram.count.utf8;

import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A hash table that counts pairs of characters. The key of a pair is a number whose upper bytes are
 * the two to eight bytes of the pair.
 *
 * <p>A key is multiplied by an odd random number, and the upper bits of the product are its home
 * slot (multiply-shift hashing, by Dietzfelbinger, Hagerup, Katajainen and Penttonen, Journal of
 * Algorithms 25, 1997, section 2). If another key is there already, the next free slot is taken.
 */
final class PairTable {

  private static final int MIN_SIZE = 1 << 16; // so large that few pairs have the same home

  // Not private, since UnicodePairs itself counts the pairs that are in their home slots.
  final long multiplier = ThreadLocalRandom.current().nextLong() | 1;
  long[] keys = {};
  int[] counts = {}; // 0 in a free slot
  private int used;
  private KeyList toLineFeeds = new KeyList(); // of pairs that end with a line feed
  private KeyList fromReturns = new KeyList(); // that start with \r and do not end with \n

  /** The key of the pair whose bytes are those from {@code start} to {@code end - 1}. */
  static long key(byte[] bytes, int start, int end) {
    int others = (start - end) * 8; // plus 64, which makes no difference to a shift
    return LittleEndian.eight(bytes, start) << others;
  }

  /** The home of {@code key} among {@code keys}. */
  static int home(long key, long multiplier, long[] keys) {
    int mask = keys.length - 1; // changes no slot, but shows HotSpot that it is within the array
    return (int) ((key * multiplier) >>> Long.numberOfLeadingZeros(mask)) & mask;
  }

  /** Makes room before the first pair is counted. A text of ASCII needs no table. */
  void open() {
    if (keys.length == 0) {
      resize(MIN_SIZE);
    }
  }

  /** Counts a pair in whatever slot it is, and inserts it if it is new. */
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

  /** Inserts a new key and returns its slot. */
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

  /** How many of the pairs end with a line feed. */
  long lineFeeds() {
    return toLineFeeds.counted();
  }

  /** How many of the pairs start with a carriage return and do not end with a line feed. */
  long returns() {
    return fromReturns.counted();
  }

  /** Hands over all pairs that were counted, and starts again from 0. */
  void moveTo(PairSink sink) {
    for (int slot = 0; slot < keys.length; slot++) {
      if (counts[slot] != 0) {
        sink.add(firstOf(keys[slot]), secondOf(keys[slot]), counts[slot]);
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

    /** The sum of their counts. */
    long counted() {
      long sum = 0;
      for (int i = 0; i < size; i++) {
        sum += counts[slotOf(list[i])];
      }
      return sum;
    }
  }
}
