package dev.makemore.spark;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of the lines that belong to a part of a file.
 *
 * <p>Many tasks read a large file, each a part of it from {@code start} to {@code end}, and parts
 * are cut anywhere, even inside of a character. A line belongs to the part that holds the last byte
 * before it, which is the {@code \n} of the line before. So this stream begins with that {@code
 * \n}, the first one at {@code start - 1} or later, and ends with the first one at {@code end - 1}
 * or later. The first part of a file has no line before it, and begins with the file:
 *
 * <pre>
 *   file    a n \n i v a \n e m m a \n      parts of 4 bytes
 *   part 1  a n \n i v a \n                 the \n at 6 is the first one at 3 or later
 *   part 2               \n e m m a \n      from that \n to the first one at 7 or later
 *   part 3                                  the first \n at 7 or later is at 11, which is its end
 * </pre>
 *
 * <p>Whoever reads the parts one by one reads every line once. The {@code \n} in front is an empty
 * line, which is no item.
 */
final class SplitStream extends InputStream {

  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final long end;
  private final boolean first;
  private final long start;
  private long position; // in the file, of the next byte of in
  private boolean newlineFirst;
  private boolean done;

  /**
   * The lines of the part from {@code start} to {@code end}.
   *
   * @param in the file from its start if {@code start} is 0, or else from {@code start - 1}
   */
  SplitStream(InputStream in, long start, long end) throws IOException {
    this.in = new BufferedInputStream(in, BUFFER);
    this.end = end;
    this.first = start == 0;
    this.position = Math.max(0, start - 1);
    if (!first) {
      skipLine();
    }
    this.start = newlineFirst ? position - 1 : position;
  }

  private void skipLine() throws IOException {
    int next;
    do {
      next = in.read();
      position++;
    } while (next != '\n' && next >= 0);
    newlineFirst = next == '\n' && position < end;
    done = !newlineFirst;
  }

  /** Where in the file the first byte of this stream is. */
  long start() {
    return start;
  }

  /** Whether this is the first part of the file, which has no {@code \n} in front. */
  boolean isFirst() {
    return first;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (newlineFirst) {
      newlineFirst = false;
      bytes[offset] = '\n';
      return 1;
    }
    int read = done ? -1 : in.read(bytes, offset, length);
    if (read < 0) {
      done = true;
      return -1;
    }
    for (int i = (int) Math.max(0, Math.min(read, end - 1 - position)); i < read; i++) {
      if (bytes[offset + i] == '\n') {
        done = true;
        read = i + 1;
      }
    }
    position += read;
    return read;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
