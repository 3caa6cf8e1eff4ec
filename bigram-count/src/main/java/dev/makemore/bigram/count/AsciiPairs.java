package dev.makemore.bigram.count;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Counts pairs of ASCII, quickly.
 *
 * <p>The number that two bytes in memory are is the index of the pair's cell, with nothing to
 * compute. Nine bytes in a row hold eight pairs: eight bytes are loaded as one number, and once
 * more from one byte further on, and cut into the eight indices. With {@code emma\nzoe\n} the first
 * number holds {@code em ma \nz oe}, the second {@code mm a\n zo e\n}. This takes about as long as
 * the processor needs to write eight numbers.
 */
final class AsciiPairs {

  private static final int SIZE = 128;

  private final int[] cells = new int[1 << 16]; // by second byte, then by first

  /**
   * Counts pairs from {@code start} on, until a character comes that is not ASCII, or the block's
   * end.
   *
   * @return where the first pair begins that is not counted
   */
  int count(Blocks.Block block, int start) {
    ByteBuffer eights = block.littleEndian; // a VarHandle is as quick, but slow to start with
    byte[] bytes = block.bytes;
    if (bytes[start] < 0) {
      return start;
    }
    int end = block.end;
    int[] table = cells;
    int mask = table.length - 1; // says what javac can't: no index is out of bounds
    int i = start;
    for (; i <= end - 8; i += 8) {
      long even = eights.getLong(i);
      long odd = eights.getLong(i + 1);
      if ((odd & Utf8.HIGH_BITS) != 0) {
        break;
      }
      table[(int) even & mask]++;
      table[(int) odd & mask]++;
      table[(int) (even >>> 16) & mask]++;
      table[(int) (odd >>> 16) & mask]++;
      table[(int) (even >>> 32) & mask]++;
      table[(int) (odd >>> 32) & mask]++;
      table[(int) (even >>> 48) & mask]++;
      table[(int) (odd >>> 48) & mask]++;
    }
    for (; i < end && bytes[i + 1] >= 0; i++) {
      table[(bytes[i + 1] << 8 | bytes[i]) & mask]++;
    }
    return i;
  }

  /** How many line feeds were second characters. */
  long lineFeeds() {
    long sum = 0;
    for (int first = 0; first < SIZE; first++) {
      sum += cells['\n' << 8 | first];
    }
    return sum;
  }

  /** How many carriage returns were first characters, and no line feed came next. */
  long returns() {
    long sum = -cells['\n' << 8 | '\r'];
    for (int second = 0; second < SIZE; second++) {
      sum += cells[second << 8 | '\r'];
    }
    return sum;
  }

  /** Hands on all that was counted, and begins anew. */
  void moveTo(PairCounter counter) {
    for (int second = 0; second < SIZE; second++) { // the other cells stay 0
      for (int first = 0; first < SIZE; first++) {
        int count = cells[second << 8 | first];
        if (count > 0) {
          counter.addCodePoints(first, second, count);
        }
      }
    }
    Arrays.fill(cells, 0);
  }
}
