package dev.makemore.cli.input;

import dev.makemore.model.text.MalformedCorpusException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Decodes UTF-8 for a parser that reads characters, without the byte order mark at its start. A
 * malformed byte is the same error as in a list, with its line and offset; the JDK's readers name
 * neither. What comes before the byte is read first.
 */
final class Utf8Reader extends Reader {

  private static final int BLOCK = 1 << 14;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final InputStream in;
  private final String name;
  private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder(); // reports errors
  private final ByteBuffer bytes = ByteBuffer.allocate(BLOCK).limit(0);
  private final CharBuffer chars = CharBuffer.allocate(BLOCK).limit(0); // never more than bytes
  private long offset; // of the first byte in the buffer
  private long line = 1; // in which the characters in the buffer end
  private boolean atStart = true;
  private boolean atEnd;

  /**
   * Decodes the bytes of {@code in}.
   *
   * @param name what an error message calls the text
   */
  Utf8Reader(InputStream in, String name) {
    this.in = in;
    this.name = name;
  }

  @Override
  public int read(char[] target, int start, int length) throws IOException {
    while (!chars.hasRemaining() && !(atEnd && !bytes.hasRemaining())) {
      decode();
    }
    int read = Math.min(length, chars.remaining());
    chars.get(target, start, read);
    return read == 0 && length > 0 ? -1 : read;
  }

  private void decode() throws IOException {
    CoderResult result = decoder.decode(bytes, chars.clear(), atEnd);
    chars.flip();
    if (chars.hasRemaining()) {
      countLines();
      return;
    }
    if (result.isError()) {
      int malformed = Byte.toUnsignedInt(bytes.get(bytes.position()));
      throw new MalformedCorpusException(name, line, offset + bytes.position(), malformed);
    }
    offset += bytes.position();
    bytes.compact(); // keeps the first bytes of a character whose last bytes are not yet read
    int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
    atEnd = read < 0;
    bytes.position(bytes.position() + Math.max(read, 0)).flip();
  }

  private void countLines() {
    if (atStart && chars.get(chars.position()) == BYTE_ORDER_MARK) {
      chars.get();
    }
    atStart = false;
    for (int i = chars.position(); i < chars.limit(); i++) {
      if (chars.get(i) == '\n') {
        line++;
      }
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
