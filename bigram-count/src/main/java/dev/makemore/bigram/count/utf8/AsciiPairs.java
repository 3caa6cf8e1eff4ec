package dev.makemore.bigram.count.utf8;

import java.util.Arrays;

/**
 * Counts pairs of ASCII characters.
 *
 * <p>Two bytes that follow each other in memory, loaded as one number, are the index of the pair's
 * cell: the indices of {@code emma} are the numbers {@code em}, {@code mm} and {@code ma}. Each
 * number is loaded separately, although every byte is in two of them: a processor loads two or
 * three numbers in the time that it takes to write one. So counting a pair takes about as long as
 * writing its new count.
 *
 * <p>The first block, which is the only one of most texts, is counted with a plain loop. Loading
 * two bytes at once needs a {@link LittleEndian}, and making that ready takes longer than the loop.
 */
final class AsciiPairs {

  private static final int SIZE = 128;
  private static final int PIECE = 1024; // pairs; a multiple of eight

  private final int[] cells = new int[1 << 16]; // by second byte, then by first

  /**
   * Counts pairs from {@code start} to the next character that is not ASCII, or to the block's end.
   *
   * @return where the first pair that was not counted begins
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
   * Counts a thousand pairs per call. HotSpot compiles a method that is called often, and before it
   * is compiled, loading two bytes at once takes far longer. With one call per block a file of ten
   * megabytes would be counted before the method was compiled.
   */
  private int countInPieces(byte[] bytes, int start, int end) {
    int i = start;
    while (i <= end - PIECE) {
      int pieceEnd = i + PIECE;
      i = countByEights(bytes, i, pieceEnd);
      if (i < pieceEnd) { // a character that is not ASCII
        return i;
      }
    }
    return countByEights(bytes, i, end);
  }

  /** Counts eight pairs at a time, as long as all nine bytes of them are there and are ASCII. */
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

  /** How many of the pairs end with a line feed. */
  long lineFeeds() {
    long sum = 0;
    for (int first = 0; first < SIZE; first++) {
      sum += cells['\n' << 8 | first];
    }
    return sum;
  }

  /** How many of the pairs start with a carriage return and do not end with a line feed. */
  long returns() {
    long sum = -cells['\n' << 8 | '\r'];
    for (int second = 0; second < SIZE; second++) {
      sum += cells[second << 8 | '\r'];
    }
    return sum;
  }

  /** Hands over all pairs that were counted, and starts again from 0. */
  void moveTo(PairSink sink) {
    for (int second = 0; second < SIZE; second++) { // the other cells are always 0
      for (int first = 0; first < SIZE; first++) {
        int count = cells[second << 8 | first];
        if (count > 0) {
          sink.add(first, second, count);
        }
      }
    }
    Arrays.fill(cells, 0);
  }
}
