package dev.makemore.bigram.count;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Counts pairs of characters in bytes of UTF-8, quickly.
 *
 * <p>Most text is made of few characters, so nearly all pairs fall on few cells, and what takes
 * time is to find the cell. There are three ways to it, the quickest first.
 *
 * <ul>
 *   <li><b>Nine bytes of ASCII in a row hold eight pairs.</b> The number that two bytes in memory
 *       are is the index of the pair's cell, with nothing to compute. Eight bytes are loaded as one
 *       number, and once more from one byte further on, and cut into the eight indices: with {@code
 *       emma\nzoe\n} the first number holds {@code em ma \nz oe}, the second {@code mm a\n zo e\n}.
 *       A byte that is not ASCII, or a carriage return, sends the nine bytes to the second way.
 *   <li><b>Other characters are decoded</b>, and the first {@value #MAX_IDS} different ones get
 *       small numbers, two of which are an index too.
 *   <li><b>What is left</b> goes to a hash table.
 * </ul>
 *
 * <p>A line feed stands for the boundary on both of its sides, and two in a row are an empty line,
 * which is no item.
 *
 * <p>The plain way is {@link dev.makemore.model.CorpusReader} with a {@link PairCounter}; tests
 * hold one against the other. Not safe for use by several threads: each has its own.
 */
final class Utf8Pairs {

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long EACH_BYTE = 0x0101010101010101L;
  private static final long HIGH_BITS = EACH_BYTE << 7;
  private static final long CARRIAGE_RETURNS = '\r' * EACH_BYTE;

  private static final byte CONTINUATION = (byte) 0x80; // with six bits of the code point

  private static final int ID_BITS = 10;
  private static final int MAX_IDS = 1 << ID_BITS;
  private static final int NO_ID = -2; // and -1 stands for one that is not yet given

  /** Not more pairs than an int can count. */
  private static final int MAX_UNFLUSHED = 1 << 30;

  private final int maxUnflushed;
  private final int[] ascii = new int[1 << 16]; // by second byte, then by first
  private int[] cells = {}; // by id, then by id of the next; made when needed
  private final short[] ids = new short[1 << 16]; // by code point, plus 1
  private final int[] codePoints = new int[MAX_IDS]; // by id
  private int usedIds;
  private final PairCounter others = new PairCounter();
  private int unflushed;
  private int decodedLines;
  private long flushedLines;

  Utf8Pairs() {
    this(MAX_UNFLUSHED);
  }

  /** Empties its cells, whose numbers are ints, before they have counted so many bytes. */
  Utf8Pairs(int maxUnflushed) {
    this.maxUnflushed = maxUnflushed;
  }

  /**
   * Counts the pairs of a block.
   *
   * @return the block's end; or where a character is malformed, as {@code ~index}
   */
  int count(Blocks.Block block) {
    byte[] bytes = block.bytes;
    if (unflushed + bytes.length > maxUnflushed) {
      flush();
    }
    unflushed += bytes.length;
    int i = block.start;
    while (i >= 0 && i < block.end) {
      i = bytes[i] >= 0 ? countAscii(bytes, i, block.end) : i;
      i = i < block.end ? countDecoded(bytes, i, block.end) : i;
    }
    return i <= block.end ? i : ~i; // a character can't go on behind the end, so this is none
  }

  /** How many lines have ended in what was counted. */
  long lines() {
    int lines = decodedLines;
    for (int first = 0; first < 128; first++) {
      lines += ascii['\n' << 8 | first];
    }
    return flushedLines + lines;
  }

  /** All that was counted, by codes. To be called once. */
  PairCounter counter() {
    flush();
    return others;
  }

  /**
   * Counts pairs of ASCII from {@code start}, the index of a character of ASCII, on, eight at a
   * time; returns where it can't go on.
   */
  private int countAscii(byte[] bytes, int start, int end) {
    int[] table = ascii;
    int mask = table.length - 1; // says what javac can't: no index is out of bounds
    int i = start;
    for (; i <= end - 8; i += 8) {
      long even = (long) LONG.get(bytes, i);
      long odd = (long) LONG.get(bytes, i + 1);
      if (!isPlain(odd)) {
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
    return i;
  }

  /** Whether eight bytes are all ASCII, and none is a carriage return. */
  private static boolean isPlain(long eight) {
    // A byte of zeroes is the only one without its high bit that borrows it when 1 is taken away.
    long zeroIfReturn = eight ^ CARRIAGE_RETURNS;
    return ((((zeroIfReturn - EACH_BYTE) & ~zeroIfReturn) | eight) & HIGH_BITS) == 0;
  }

  /** Counts one pair or more from {@code start} on, until nine bytes of ASCII come again. */
  private int countDecoded(byte[] bytes, int start, int end) {
    int i = start;
    int codePoint = decode(bytes, i);
    if (codePoint < 0) {
      return ~i;
    }
    int id = id(codePoint);
    do {
      int j = i + length(codePoint);
      int next = decode(bytes, j);
      if (next < 0) {
        return ~j;
      }
      if (next == '\r' && bytes[j + 1] == '\n') {
        next = '\n';
        j++;
      }
      decodedLines += next == '\n' ? 1 : 0;
      int nextId = id(next);
      if ((id | nextId) >= 0) {
        cells[id << ID_BITS | nextId]++;
      } else {
        add(codePoint, next, 1);
      }
      i = j;
      codePoint = next;
      id = nextId;
    } while (i < end && !(codePoint < 0x80 && isPlain((long) LONG.get(bytes, i + 1))));
    return i;
  }

  /** The code point at {@code i}, or -1 if there is none. */
  private static int decode(byte[] bytes, int i) {
    int b = bytes[i];
    if (b >= 0) {
      return b;
    }
    int second = bytes[i + 1] ^ CONTINUATION; // less than 64 if it is a continuation
    if (b < (byte) 0xE0) {
      boolean valid = b >= (byte) 0xC2 && isSixBits(second);
      return valid ? (b & 0x1F) << 6 | second : -1;
    }
    int third = bytes[i + 2] ^ CONTINUATION;
    if (b < (byte) 0xF0) {
      int codePoint = (b & 0x0F) << 12 | second << 6 | third;
      boolean valid = isSixBits(second) && isSixBits(third) && codePoint >= 0x800;
      return valid && (codePoint >> 11) != 0x1B ? codePoint : -1; // not a surrogate
    }
    int fourth = bytes[i + 3] ^ CONTINUATION;
    int codePoint = (b & 0x07) << 18 | second << 12 | third << 6 | fourth;
    boolean valid = isSixBits(second) && isSixBits(third) && isSixBits(fourth);
    return valid && b < (byte) 0xF8 && codePoint >= 0x10000 && codePoint <= 0x10FFFF
        ? codePoint
        : -1;
  }

  private static boolean isSixBits(int bits) {
    return (bits & ~0x3F) == 0;
  }

  /** How many bytes a code point takes. */
  private static int length(int codePoint) {
    if (codePoint < 0x80) {
      return 1;
    }
    return codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
  }

  private int id(int codePoint) {
    int id = codePoint < ids.length ? ids[codePoint] - 1 : NO_ID;
    return id == -1 ? newId(codePoint) : id;
  }

  private int newId(int codePoint) {
    if (cells.length == 0) {
      cells = new int[MAX_IDS * MAX_IDS];
    }
    int id = usedIds < MAX_IDS ? usedIds++ : NO_ID;
    ids[codePoint] = (short) (id + 1);
    if (id >= 0) {
      codePoints[id] = codePoint;
    }
    return id;
  }

  private void flush() {
    flushedLines = lines();
    decodedLines = 0;
    for (int i = 0; i < ascii.length; i++) {
      add(i & 0xFF, i >> 8, ascii[i]);
    }
    Arrays.fill(ascii, 0);
    for (int id = 0; id < usedIds; id++) {
      for (int next = 0; next < usedIds; next++) {
        add(codePoints[id], codePoints[next], cells[id << ID_BITS | next]);
      }
    }
    Arrays.fill(cells, 0);
    unflushed = 0;
  }

  private void add(int codePoint, int next, int count) {
    if (count > 0 && !(codePoint == '\n' && next == '\n')) {
      others.add(code(codePoint), code(next), count);
    }
  }

  private static int code(int codePoint) {
    return codePoint == '\n' ? PairCounter.BOUNDARY_CODE : PairCounter.codeOfCodePoint(codePoint);
  }
}
