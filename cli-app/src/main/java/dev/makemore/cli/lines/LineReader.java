package dev.makemore.cli.lines;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts an input into blocks of whole lines, as large as what can be read at once.
 *
 * <p>A byte order mark at the start of the input belongs to no line. A line of more than {@value
 * #LONGEST_LINE} bytes is a block of its own, without the bytes. So no input fills the memory, even
 * if it has no line ends.
 */
final class LineReader {

  /** The largest number of bytes of a line, without the {@code \n} at its end. */
  static final int LONGEST_LINE = 1 << 24;

  private static final int BLOCK = 1 << 14;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final InputStream in;
  private final String source;
  private final Wait beforeRead;

  private byte[] bytes = new byte[BLOCK];
  private int end; // of the bytes that were read
  private long line = 1; // number of the first line in bytes
  private long offset; // of bytes[0] in the input
  private boolean atEnd;
  private boolean inTooLong; // the bytes up to the next line end are to be dropped

  /** What to do before more is read, which may mean waiting. */
  interface Wait {
    void beforeRead() throws IOException;
  }

  LineReader(InputStream in, String source, Wait beforeRead) {
    this.in = in;
    this.source = source;
    this.beforeRead = beforeRead;
  }

  /** The next block, or null at the end of the input. */
  @Nullable LineBlock next() throws IOException {
    if (inTooLong) {
      dropLine();
    }
    int searched = 0;
    while (true) {
      int newline = lastNewline(searched);
      if (newline >= 0) {
        return cut(newline + 1);
      }
      searched = end;
      if (end > LONGEST_LINE) {
        inTooLong = true;
        return LineBlock.tooLong(source, line++);
      }
      if (atEnd) {
        return end == 0 ? null : cut(end);
      }
      read();
    }
  }

  /** Reads what there is, or waits for more. */
  private void read() throws IOException {
    if (end == bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.min(2 * end, LONGEST_LINE + 1));
    }
    beforeRead.beforeRead();
    int read = in.read(bytes, end, bytes.length - end);
    atEnd = read < 0;
    end += Math.max(read, 0);
  }

  /** Where the last line end at {@code from} or after it is; -1 if there is none. */
  private int lastNewline(int from) {
    int i = end - 1;
    while (i >= from && bytes[i] != '\n') {
      i--;
    }
    return i < from ? -1 : i;
  }

  /** The block of the first {@code length} bytes. What follows is kept for the next one. */
  private LineBlock cut(int length) {
    boolean marked =
        offset == 0 && Arrays.equals(bytes, 0, Math.min(length, 3), BYTE_ORDER_MARK, 0, 3);
    LineBlock block = LineBlock.of(source, bytes, marked ? 3 : 0, length, line, offset);
    byte[] rest = new byte[Math.max(BLOCK, end - length)];
    System.arraycopy(bytes, length, rest, 0, end - length);
    for (int i = 0; i < length; i++) {
      line += bytes[i] == '\n' ? 1 : 0;
    }
    bytes = rest;
    end -= length;
    offset += length;
    return block;
  }

  /** Drops the bytes up to the next line end, and that. */
  private void dropLine() throws IOException {
    int newline = -1;
    while (newline < 0 && !atEnd) {
      offset += end;
      end = 0;
      read();
      newline = firstNewline();
    }
    cut(newline + 1); // for what follows
    line -= newline < 0 ? 0 : 1; // which was counted when the line was found too long
    inTooLong = false;
  }

  private int firstNewline() {
    for (int i = 0; i < end; i++) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    return -1;
  }
}
