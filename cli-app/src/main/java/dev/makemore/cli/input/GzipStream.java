package dev.makemore.cli.input;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Unpacks a gzip file (RFC 1952): one member after another, each with a header, compressed data,
 * and a trailer with the checksum and the length of what was compressed.
 *
 * <p>The JDK has {@link java.util.zip.GZIPInputStream}, which is not enough for two reasons. It
 * looks for a next member only if {@code available()} of the stream below is more than 0 or it has
 * read on by chance (JDK-7036144), so that the end of a text that comes through a pipe may be
 * missing, or not, depending on how the pipe is filled. And it takes a damaged header of a next
 * member for the end of the file. Either way a text would be half learned, and nobody would know.
 *
 * <p>Here a file ends after a trailer, where no byte follows, or only zeros, as on tapes. Anything
 * else is a {@link ZipException}, whose message is a sentence about the file.
 */
final class GzipStream extends InputStream {

  /** The bytes that each member starts with. */
  static final byte[] START = {0x1F, (byte) 0x8B};

  private static final int DEFLATE = 8;
  private static final int HEADER_CHECKSUM = 2; // the flags of section 2.3.1
  private static final int EXTRA_FIELD = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int KNOWN_FLAGS = 31;

  private final InputStream in;
  private final Inflater inflater = new Inflater(true);
  private final byte[] packed = new byte[1 << 13];
  private int next; // of the packed bytes, up to end
  private int end;
  private final CRC32 headerChecksum = new CRC32();
  private final CRC32 checksum = new CRC32();
  private boolean atEnd;

  /** Unpacks {@code in}. The first two bytes of the file have been read from it. */
  GzipStream(InputStream in) throws IOException {
    this.in = in;
    readHeader();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  /** Returns what there is, without waiting for more of the file than one byte needs. */
  @Override
  public int read(byte[] target, int start, int length) throws IOException {
    int read = 0;
    while (read == 0 && length > 0 && !atEnd) {
      if (inflater.finished()) {
        next = end - inflater.getRemaining();
        readTrailer();
        atEnd = !hasNextMember();
      } else {
        read = inflate(target, start, length);
        if (read == 0 && !inflater.finished()) {
          feed();
        }
      }
    }
    checksum.update(target, start, read);
    return read == 0 && length > 0 ? -1 : read;
  }

  /** 1 if a byte can perhaps be read without waiting for more of the file. */
  @Override
  public int available() throws IOException {
    boolean mayWait = atEnd || inflater.finished() || inflater.needsInput();
    return mayWait ? Math.min(1, in.available()) : 1;
  }

  private void feed() throws IOException {
    if (inflater.needsDictionary()) {
      throw damaged();
    } else if (!fill()) {
      throw cutShort();
    }
    inflater.setInput(packed, 0, end);
  }

  private int inflate(byte[] target, int start, int length) throws ZipException {
    try {
      return inflater.inflate(target, start, length);
    } catch (DataFormatException e) {
      throw damaged();
    }
  }

  /** Reads a header after its first two bytes, and makes ready for the data after it. */
  private void readHeader() throws IOException {
    headerChecksum.reset();
    headerChecksum.update(START);
    int method = readByte();
    int flags = readByte();
    if (method != DEFLATE || flags > KNOWN_FLAGS) {
      throw damaged();
    }
    skip(6); // the time, and the system
    if ((flags & EXTRA_FIELD) != 0) {
      skip(readByte() + (readByte() << 8));
    }
    if ((flags & NAME) != 0) {
      skipText();
    }
    if ((flags & COMMENT) != 0) {
      skipText();
    }
    if ((flags & HEADER_CHECKSUM) != 0) {
      int expected = (int) headerChecksum.getValue() & 0xFFFF;
      require(readByte() + (readByte() << 8) == expected);
    }
    inflater.reset();
    inflater.setInput(packed, next, end - next);
    checksum.reset();
  }

  private void skip(int bytes) throws IOException {
    for (int i = 0; i < bytes; i++) {
      readByte();
    }
  }

  private void skipText() throws IOException {
    int b = 1;
    while (b != 0) {
      b = readByte();
    }
  }

  private void readTrailer() throws IOException {
    require(readNumber() == checksum.getValue());
    require(readNumber() == (inflater.getBytesWritten() & 0xFFFFFFFFL));
  }

  private long readNumber() throws IOException {
    long number = 0;
    for (int i = 0; i < 4; i++) {
      number |= (long) readByte() << (8 * i);
    }
    return number;
  }

  /** Reads the header of the next member, or the zeros up to the end of the file. */
  private boolean hasNextMember() throws IOException {
    int b = tryByte();
    if (b == START[0]) {
      require(readByte() == Byte.toUnsignedInt(START[1]));
      readHeader();
      return true;
    }
    while (b == 0) {
      b = tryByte();
    }
    require(b < 0);
    return false;
  }

  private int readByte() throws IOException {
    int b = tryByte();
    if (b < 0) {
      throw cutShort();
    }
    headerChecksum.update(b);
    return b;
  }

  /** The next byte of the file, or -1 at its end. */
  private int tryByte() throws IOException {
    return next < end || fill() ? Byte.toUnsignedInt(packed[next++]) : -1;
  }

  /** Reads more of the file; returns whether there was more. */
  private boolean fill() throws IOException {
    next = 0;
    end = Math.max(0, in.read(packed, 0, packed.length));
    return end > 0;
  }

  private static void require(boolean right) throws ZipException {
    if (!right) {
      throw damaged();
    }
  }

  private static ZipException damaged() {
    return new ZipException("is a damaged gzip file; copy it again");
  }

  private static ZipException cutShort() {
    return new ZipException("is a gzip file without its end; copy it again");
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }
}
