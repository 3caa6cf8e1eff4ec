package dev.makemore.bigram.count;

import java.nio.ByteBuffer;
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
 *       This takes about as long as the processor needs to write eight numbers.
 *   <li><b>Other characters are decoded</b>, and the first {@value #MAX_IDS} different ones get
 *       small numbers, two of which are an index too.
 *   <li><b>What is left</b> goes to a hash table.
 * </ul>
 *
 * <p>Line feeds and carriage returns are counted like any other character, and become boundaries
 * only in the end, so that no time is spent on them: see {@link LineEnds}.
 *
 * <p>The plain way is {@link dev.makemore.model.CorpusReader} with a {@link PairCounter}; tests
 * hold one against the other. Not safe for use by several threads: each has its own.
 */
final class Utf8Pairs {

  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final byte CONTINUATION = (byte) 0x80; // with six bits of the code point
  private static final int ASCII = 128;
  private static final int LENGTH = 24; // where decode() puts the length
  private static final int MALFORMED = -1;

  private static final int ID_BITS = 10;
  private static final int MAX_IDS = 1 << ID_BITS;
  private static final int NO_ID = -2; // and -1 stands for one that is not yet given

  /** Not more pairs than an int can count. */
  private static final int MAX_UNFLUSHED = 1 << 30;

  private final int maxUnflushed;
  private final int[] ascii = new int[1 << 16]; // by second byte, then by first
  private int[] cells = {}; // by id of the second character, then of the first; made when needed
  private final short[] ids = new short[1 << 16]; // by code point, plus 1
  private final int[] codePoints = new int[MAX_IDS]; // by id
  private int usedIds;
  private final PairCounter others = new PairCounter();
  private final LineEnds lineEnds = new LineEnds();
  private int unflushed;
  private long decodedLines;
  private long flushedLines;
  private long decodedReturns;

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
    long returnsBefore = returns();
    int i = block.start;
    while (i >= 0 && i < block.end) {
      i = bytes[i] >= 0 ? countAscii(block, i) : i;
      i = i < block.end ? countDecoded(bytes, i, block.end) : i;
    }
    if (i == block.end && (returns() > returnsBefore || bytes[i] == '\r')) {
      lineEnds.findReturns(bytes, block.start, block.end);
    }
    return i <= block.end ? i : ~i; // a character can't go on behind the end, so this is none
  }

  /** How many lines have ended in what was counted. */
  long lines() {
    int lines = 0;
    for (int first = 0; first < ASCII; first++) {
      lines += ascii['\n' << 8 | first];
    }
    return flushedLines + decodedLines + lines;
  }

  /** How often something other than a line feed came after a carriage return, since a flush. */
  private long returns() {
    int returns = -ascii['\n' << 8 | '\r'];
    for (int second = 0; second < ASCII; second++) {
      returns += ascii[second << 8 | '\r'];
    }
    return decodedReturns + returns;
  }

  /** Counts all that {@code other} has counted. */
  void addAll(Utf8Pairs other) {
    other.flush();
    others.addAll(other.others);
    lineEnds.addAll(other.lineEnds);
  }

  /** All pairs that were counted. To be called once. */
  PairCounter counter() {
    flush();
    return lineEnds.resolve(others);
  }

  /** Counts pairs of ASCII from {@code start} on; returns where the next character is another. */
  private int countAscii(Blocks.Block block, int start) {
    ByteBuffer eights = block.littleEndian; // a VarHandle is as quick, but slow to start with
    byte[] bytes = block.bytes;
    int end = block.end;
    int[] table = ascii;
    int mask = table.length - 1; // says what javac can't: no index is out of bounds
    int i = start;
    for (; i <= end - 8; i += 8) {
      long even = eights.getLong(i);
      long odd = eights.getLong(i + 1);
      if ((odd & HIGH_BITS) != 0) {
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

  /** Counts one pair or more from {@code start} on, until two characters of ASCII come. */
  private int countDecoded(byte[] bytes, int start, int end) {
    if (cells.length == 0) {
      cells = new int[MAX_IDS * MAX_IDS];
    }
    int[] table = cells;
    int mask = table.length - 1;
    int i = start;
    int first = decode(bytes, i);
    if (first == MALFORMED) {
      return ~i;
    }
    int firstId = id(codePoint(first));
    do {
      int j = i + (first >>> LENGTH);
      int second = decode(bytes, j);
      if (second == MALFORMED) {
        return ~j;
      }
      int secondId = id(codePoint(second));
      if ((firstId | secondId) >= 0) {
        table[(secondId << ID_BITS | firstId) & mask]++;
      } else {
        add(codePoint(first), codePoint(second), 1);
      }
      decodedLines += bytes[j] == '\n' ? 1 : 0;
      decodedReturns += bytes[i] == '\r' && bytes[j] != '\n' ? 1 : 0;
      i = j;
      first = second;
      firstId = secondId;
    } while (i < end && (bytes[i] | bytes[i + 1]) < 0);
    return i;
  }

  /** The code point at {@code i}, and above {@link #LENGTH} how many bytes it takes. */
  static int decode(byte[] bytes, int i) {
    int b = bytes[i];
    if (b >= 0) {
      return b | 1 << LENGTH;
    }
    int second = bytes[i + 1] ^ CONTINUATION; // six bits if it is a continuation, and else more
    if (b < (byte) 0xE0) {
      boolean valid = b >= (byte) 0xC2 && isSixBits(second);
      return valid ? (b & 0x1F) << 6 | second | 2 << LENGTH : MALFORMED;
    }
    int third = bytes[i + 2] ^ CONTINUATION;
    if (b < (byte) 0xF0) {
      int codePoint = (b & 0x0F) << 12 | second << 6 | third;
      boolean valid = isSixBits(second | third) && codePoint >= 0x800;
      boolean surrogate = codePoint >> 11 == 0xD800 >> 11;
      return valid && !surrogate ? codePoint | 3 << LENGTH : MALFORMED;
    }
    int fourth = bytes[i + 3] ^ CONTINUATION;
    int codePoint = (b & 0x07) << 18 | second << 12 | third << 6 | fourth;
    boolean valid = b < (byte) 0xF8 && isSixBits(second | third | fourth);
    return valid && codePoint >= 0x10000 && codePoint <= Character.MAX_CODE_POINT
        ? codePoint | 4 << LENGTH
        : MALFORMED;
  }

  private static boolean isSixBits(int bits) {
    return (bits & ~0x3F) == 0;
  }

  /** What {@link #decode} has decoded. */
  static int codePoint(int decoded) {
    return decoded & 0x1FFFFF;
  }

  private int id(int codePoint) {
    int id = codePoint < ids.length ? ids[codePoint] - 1 : NO_ID;
    return id == -1 ? newId(codePoint) : id;
  }

  private int newId(int codePoint) {
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
    decodedReturns = 0;
    for (int second = 0; second < ASCII; second++) { // the other cells stay 0
      for (int first = 0; first < ASCII; first++) {
        add(first, second, ascii[second << 8 | first]);
      }
    }
    Arrays.fill(ascii, 0);
    for (int second = 0; second < usedIds; second++) {
      for (int first = 0; first < usedIds; first++) {
        add(codePoints[first], codePoints[second], cells[second << ID_BITS | first]);
      }
    }
    Arrays.fill(cells, 0);
    unflushed = 0;
  }

  private void add(int first, int second, int count) {
    if (count > 0) {
      others.add(PairCounter.codeOfCodePoint(first), PairCounter.codeOfCodePoint(second), count);
    }
  }
}
