package dev.makemore.bigram.count;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts a stream of UTF-8 into blocks that can be counted in any order, by several threads.
 *
 * <p>A block is for the pairs whose first character is in it. Their second character may be in the
 * next block, so each block is handed out with the few bytes that follow it, and the next one has
 * them again. It never ends inside of a character:
 *
 * <pre>
 *   e m m a \n z o ë \n i d a \n      the stream; ë has two bytes
 *   [- - - - - -]o ë                  a block of six pairs, the last of them z o
 *               [- - - - - -]         the next begins with o ë
 * </pre>
 *
 * <p>What is special about the ends of a text is put into its bytes here, so that nobody else has
 * to know: a line feed stands before it, a byte order mark is overwritten, and a last line that has
 * no end gets one.
 *
 * <p>The first block has the full capacity, so that most texts are a single block and need a single
 * thread. The others have half: with the tables, that stays in a processor's second cache until it
 * is counted.
 */
final class Blocks {

  /** The bytes behind a block: a character, a whole one after it, and one more. */
  private static final int BEHIND = 8;

  /** The least capacity: half of it still holds what the block before left, and more. */
  static final int MIN_CAPACITY = 64;

  private final InputStream in;
  private final int capacity;
  private byte[] left = {'\n'}; // of the text, read but not yet handed out as its own block
  private long offset = -1; // of those, from the start of the text
  private int blocks;
  private boolean atEnd;

  /** With a first block of {@code capacity} bytes, at least {@link #MIN_CAPACITY}. */
  Blocks(InputStream in, int capacity) {
    this.in = in;
    this.capacity = capacity;
  }

  /** A buffer, and where in it the block is. */
  static final class Block {
    final byte[] bytes;
    int number;
    int start; // the first character
    int end; // the first character of the next block; or the line feed that ends the text
    long offset; // of bytes[0], from the start of the text

    private Block(int capacity) {
      this.bytes = new byte[capacity + "\r\n".length() + BEHIND];
    }
  }

  /** One to be filled with the next block, and then with others. */
  synchronized Block newBlock() {
    return new Block(nextCapacity());
  }

  private int nextCapacity() {
    return blocks == 0 ? capacity : capacity / 2;
  }

  /** Fills {@code block} with the next block, in their order; returns whether there was one. */
  synchronized boolean next(Block block) throws IOException {
    if (atEnd) {
      return false;
    }
    atEnd = true; // should reading fail
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

  /** Whether there may be more. */
  synchronized boolean hasNext() {
    return !atEnd;
  }

  /** Hands out nothing more. */
  synchronized void stop() {
    atEnd = true;
  }

  /** The line feed that stands before the text moves behind the byte order mark. */
  private static int skipByteOrderMark(byte[] bytes, int length) {
    boolean marked =
        length > 3 && bytes[1] == (byte) 0xEF && bytes[2] == (byte) 0xBB && bytes[3] == (byte) 0xBF;
    if (!marked) {
      return 0;
    }
    bytes[3] = '\n';
    return 3;
  }

  /** Whether the last byte is a carriage return or not, what is added ends the line before it. */
  private static int endLastLine(byte[] bytes, int length) {
    if (bytes[length - 1] == '\n') {
      return length - 1;
    }
    bytes[length] = '\r'; // or else a last one would belong to the end
    bytes[length + 1] = '\n';
    return length + 1;
  }

  /** A place where a character begins, with enough behind it. */
  private static int cut(byte[] bytes, int length) {
    int cut = length - BEHIND;
    for (int i = 1; i < Utf8.MAX_LENGTH && Utf8.isContinuation(bytes[cut]); i++) {
      cut--;
    }
    return cut;
  }
}
