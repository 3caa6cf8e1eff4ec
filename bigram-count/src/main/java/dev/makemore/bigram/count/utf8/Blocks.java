package dev.makemore.bigram.count.utf8;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts a stream of UTF-8 into blocks that several threads can count in any order.
 *
 * <p>A pair belongs to the block that holds its first character. Its second character may be in the
 * next block, so each block comes with the few bytes that follow it, and the next block has them
 * again. A block never ends within a character:
 *
 * <pre>
 *   e m m a \n z o ë \n i d a \n      the stream; ë has two bytes
 *   [- - - - - -]o ë                  a block of six pairs, the last of them z o
 *               [- - - - - -]         the next begins with o ë
 * </pre>
 *
 * <p>The start and the end of the text are made to look like the rest, so that no other class needs
 * to treat them differently: a line feed is put before the text, a byte order mark is overwritten,
 * and a last line without an end gets one.
 *
 * <p>The first block has the full capacity, so that most texts are a single block and need a single
 * thread. The others have half of it: so much stays in a processor's second-level cache, together
 * with the tables, until it is counted.
 */
final class Blocks {

  /** The bytes after a block: a character, a whole one after it, and one more. */
  private static final int BEHIND = 8;

  /**
   * The least capacity: half of it must hold the bytes left over from the block before, and more.
   */
  static final int MIN_CAPACITY = 64;

  private final InputStream in;
  private final int capacity;
  private byte[] left = {'\n'}; // has been read, and belongs to the next block
  private long offset = -1; // of left[0], from the start of the text
  private int blocks;
  private boolean atEnd;

  /**
   * The blocks of a stream.
   *
   * @param capacity the size of the first block in bytes, at least {@link #MIN_CAPACITY}
   */
  Blocks(InputStream in, int capacity) {
    this.in = in;
    this.capacity = capacity;
  }

  /** A buffer, and which part of it is the block. */
  static final class Block {
    final byte[] bytes;
    int number;
    int start; // where the first character begins
    int end; // where the next block begins, or the line feed that ends the text
    long offset; // of bytes[0], from the start of the text

    private Block(int capacity) {
      this.bytes = new byte[capacity + "\r\n".length() + BEHIND];
    }
  }

  /** Makes a buffer, to be filled with the next block and then with others. */
  synchronized Block newBlock() {
    return new Block(nextCapacity());
  }

  private int nextCapacity() {
    return blocks == 0 ? capacity : capacity / 2;
  }

  /** Fills {@code block} with the next block of the text; returns whether there was one. */
  synchronized boolean next(Block block) throws IOException {
    if (atEnd) {
      return false;
    }
    atEnd = true; // in case reading fails
    int wanted = nextCapacity() - left.length;
    block.number = blocks++;
    System.arraycopy(left, 0, block.bytes, 0, left.length);
    int read = in.readNBytes(block.bytes, left.length, wanted);
    int length = left.length + read;
    atEnd = read < wanted;
    block.offset = offset;
    block.start = block.number == 0 ? skipByteOrderMark(block.bytes, length) : 0;
    block.end = atEnd ? endLastLine(block.bytes, length) : cut(block.bytes, length);
    offset += block.end;
    left = atEnd ? left : Arrays.copyOfRange(block.bytes, block.end, length);
    return true;
  }

  /** Whether there may be more blocks. */
  synchronized boolean hasNext() {
    return !atEnd;
  }

  /** Ends the text here: there will be no more blocks. */
  synchronized void stop() {
    atEnd = true;
  }

  /** Moves the line feed that was put before the text to the end of the byte order mark, if any. */
  private static int skipByteOrderMark(byte[] bytes, int length) {
    boolean marked =
        length > 3 && bytes[1] == (byte) 0xEF && bytes[2] == (byte) 0xBB && bytes[3] == (byte) 0xBF;
    if (!marked) {
      return 0;
    }
    bytes[3] = '\n';
    return 3;
  }

  /**
   * Ends the last line, if it has no line feed. Returns where the line feed is that ends the text.
   */
  private static int endLastLine(byte[] bytes, int length) {
    if (bytes[length - 1] == '\n') {
      return length - 1;
    }
    bytes[length] = '\r'; // so that a \r before it stays a character
    bytes[length + 1] = '\n';
    return length + 1;
  }

  /** A place at least {@link #BEHIND} bytes before the end where a character begins. */
  private static int cut(byte[] bytes, int length) {
    int cut = length - BEHIND;
    for (int i = 1; i < Utf8.MAX_LENGTH && Utf8.isContinuation(bytes[cut]); i++) {
      cut--;
    }
    return cut;
  }
}
