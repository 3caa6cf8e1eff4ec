package dev.makemore.bigram.count;

import java.util.Arrays;

/**
 * Counts pairs of ASCII, quickly.
 *
 * <p>The number that two bytes in memory are is the index of the pair's cell, with nothing to
 * compute: in {@code emma} those numbers are {@code em}, {@code mm} and {@code ma}. Each is loaded
 * by itself, although a byte is in two of them: a processor loads two or three numbers in the time
 * in which it writes one. So a pair takes about as long as it takes to write its new count.
 *
 * <p>In the first block, which is all that most texts have, bytes are put together one by one: for
 * so few, getting ready to load two at once (a {@link LittleEndian}) would take longer than that.
 */
final class AsciiPairs {

  private static final int SIZE = 128;
  private static final int PIECE = 1024; // pairs; whole eights, as fewer mean an end of ASCII

  private final int[] cells = new int[1 << 16]; // by second byte, then by first

  /**
   * Counts pairs from {@code start} on, until a character comes that is not ASCII, or the block's
   * end.
   *
   * @return where the first pair begins that is not counted
   */
  int count(Blocks.Block block, int start) {
    byte[] bytes = block.bytes;
    if (bytes[start] < 0) {
      return start;
    }
    int quick = block.number == 0 ? start : countInPieces(bytes, start, block.end);
    return countOneByOne(bytes, quick, block.end);
  }

  private int countOneByOne(byte[] bytes, int start, int end) {
    int[] table = cells;
    int i = start;
    for (; i < end && bytes[i + 1] >= 0; i++) {
      table[bytes[i + 1] << 8 | bytes[i]]++;
    }
    return i;
  }

  /**
   * Counts a thousand pairs a call. HotSpot compiles what is called often, and until then loading
   * two bytes at once takes far longer. With one call for each block a file of ten megabytes was
   * counted before that.
   */
  private int countInPieces(byte[] bytes, int start, int end) {
    int i = start;
    while (i <= end - PIECE) {
      int pieceEnd = i + PIECE;
      i = countByEights(bytes, i, pieceEnd);
      if (i < pieceEnd) {
        return i;
      }
    }
    return countByEights(bytes, i, end);
  }

  /** Counts eight pairs at a time, as long as the nine bytes that they have are there and ASCII. */
  private int countByEights(byte[] bytes, int start, int end) {
    int[] table = cells;
    int i = start;
    for (; i <= end - 8 && (LittleEndian.eight(bytes, i + 1) & Utf8.HIGH_BITS) == 0; i += 8) {
      table[LittleEndian.two(bytes, i)]++;
      table[LittleEndian.two(bytes, i + 1)]++;
      table[LittleEndian.two(bytes, i + 2)]++;
      table[LittleEndian.two(bytes, i + 3)]++;
      table[LittleEndian.two(bytes, i + 4)]++;
      table[LittleEndian.two(bytes, i + 5)]++;
      table[LittleEndian.two(bytes, i + 6)]++;
      table[LittleEndian.two(bytes, i + 7)]++;
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
