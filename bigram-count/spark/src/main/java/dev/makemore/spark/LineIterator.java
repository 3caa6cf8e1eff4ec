package dev.makemore.spark;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a part of a file one by one, for Spark, which asks for the next. A line is what it
 * is for {@link dev.makemore.model.text.CorpusReader}, which pushes lines instead; a property
 * compares the two.
 */
final class LineIterator implements Iterator<String> {

  private static final int BUFFER = 1 << 16;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final BufferedInputStream in;
  private final String file;
  private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private long offset; // in the file, of the next line
  private @Nullable String next;

  LineIterator(SplitStream lines, String file) {
    this.in = new BufferedInputStream(lines, BUFFER);
    this.file = file;
    this.offset = lines.start();
    try {
      if (lines.isFirst()) {
        skipByteOrderMark();
      } else {
        read(); // to the end of the line before
      }
      this.next = read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void skipByteOrderMark() throws IOException {
    in.mark(BYTE_ORDER_MARK.length);
    if (Arrays.equals(in.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)) {
      offset += BYTE_ORDER_MARK.length;
    } else {
      in.reset();
    }
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public String next() {
    String current = next;
    if (current == null) {
      throw new NoSuchElementException();
    }
    try {
      next = read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return current;
  }

  /** The next line, or null if there is none. */
  private @Nullable String read() throws IOException {
    line.reset();
    int character = in.read();
    while (character >= 0 && character != '\n') {
      line.write(character);
      character = in.read();
    }
    if (character < 0 && line.size() == 0) {
      return null;
    }
    String text = decode(line.toByteArray());
    offset += line.size() + 1L;
    return character == '\n' && text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  private String decode(byte[] bytes) {
    CharBuffer characters = CharBuffer.allocate(bytes.length);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CoderResult result = decoder.reset().decode(in, characters, true);
    if (result.isError()) {
      throw new UnusableTextException(Problem.malformed(file, offset + in.position()));
    }
    return characters.flip().toString();
  }
}
