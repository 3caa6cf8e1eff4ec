package dev.makemore.model.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Reads a corpus in one pass and constant memory, code point by code point.
 *
 * <p>A corpus is UTF-8 text with one item on each line. A line ends with {@code \n} or {@code
 * \r\n}; the last line may end with the file instead. An empty line is not an item: it is skipped
 * and counted. A byte order mark at the start of the file is skipped. Everything else is kept:
 * white space at either end of a line belongs to the item, and so does a {@code \r} that is not
 * followed by {@code \n}.
 */
public final class CorpusReader {

  private static final int BLOCK = 1 << 16;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** Receives the items of a corpus, one code point at a time. */
  public interface Sink {
    /** Takes the next code point of the current item. */
    void codePoint(int codePoint);

    /** Ends the current item, which has at least one code point. */
    void endItem();

    /** Takes an empty line, which is not an item. Does nothing unless overridden. */
    default void emptyLine() {}
  }

  /**
   * How many lines were read.
   *
   * @param items the number of items
   * @param emptyLines the number of empty lines, which were skipped
   */
  public record Tally(long items, long emptyLines) {}

  private final String source;
  private final Sink sink;

  private long line = 1;
  private long items;
  private long emptyLines;
  private boolean inItem;
  private boolean atStart = true;
  private boolean afterReturn; // a \r has been read; it is passed on unless \n follows
  private char highSurrogate;

  private CorpusReader(String source, Sink sink) {
    this.source = source;
    this.sink = sink;
  }

  /**
   * Reads a text to its end, character by character.
   *
   * @param sink receives the items in the form of {@code text}
   * @throws MalformedCorpusException if the text is not valid UTF-8; the sink has received what
   *     comes before the malformed byte, less the few characters that the form held back
   * @throws IOException if the text can't be read
   */
  public static Tally read(TextSource text, Sink sink) throws IOException {
    try (InputStream in = text.open()) {
      return new CorpusReader(text.name(), text.form().before(sink)).readAll(in);
    }
  }

  /**
   * Reads a text to its end, line by line. No more than one line is held in memory.
   *
   * @param lines receives every line in the form of {@code text} and without its end, an empty line
   *     as the empty string
   * @throws MalformedCorpusException if the text is not valid UTF-8; the lines before the malformed
   *     one have been received
   * @throws IOException if the text can't be read
   */
  public static Tally readLines(TextSource text, Consumer<? super String> lines)
      throws IOException {
    StringBuilder line = new StringBuilder();
    Sink collector =
        new Sink() {
          @Override
          public void codePoint(int codePoint) {
            line.appendCodePoint(codePoint);
          }

          @Override
          public void endItem() {
            lines.accept(line.toString());
            line.setLength(0);
          }

          @Override
          public void emptyLine() {
            lines.accept("");
          }
        };
    return read(text, collector);
  }

  private Tally readAll(InputStream in) throws IOException {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder(); // reports what is malformed
    ByteBuffer bytes = ByteBuffer.allocate(BLOCK);
    CharBuffer chars = CharBuffer.allocate(BLOCK); // never more chars than bytes
    long offset = 0;
    boolean atEnd = false;
    while (!atEnd) {
      int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
      atEnd = read < 0;
      bytes.position(bytes.position() + Math.max(read, 0)).flip();
      CoderResult result = decoder.decode(bytes, chars, atEnd);
      acceptAll(chars.flip());
      if (result.isError()) {
        int malformed = Byte.toUnsignedInt(bytes.get(bytes.position()));
        throw new MalformedCorpusException(source, line, offset + bytes.position(), malformed);
      }
      offset += bytes.position();
      bytes.compact(); // keeps the first bytes of a code point whose last bytes are not yet read
      chars.clear();
    }
    endLastLine();
    return new Tally(items, emptyLines);
  }

  private void acceptAll(CharBuffer chars) {
    char[] array = chars.array();
    int end = chars.limit();
    for (int i = 0; i < end; i++) {
      accept(array[i]);
    }
  }

  private void accept(char c) {
    if (c == '\n') {
      afterReturn = false;
      endLine();
      line++;
      return;
    }
    if (afterReturn) {
      afterReturn = false;
      emit('\r');
    }
    if (c == '\r') {
      afterReturn = true;
    } else if (Character.isHighSurrogate(c)) {
      highSurrogate = c;
    } else if (Character.isLowSurrogate(c)) {
      emit(Character.toCodePoint(highSurrogate, c));
    } else if (!(atStart && c == BYTE_ORDER_MARK)) {
      emit(c);
    }
    atStart = false;
  }

  private void emit(int codePoint) {
    inItem = true;
    sink.codePoint(codePoint);
  }

  private void endLine() {
    atStart = false;
    if (inItem) {
      inItem = false;
      items++;
      sink.endItem();
    } else {
      emptyLines++;
      sink.emptyLine();
    }
  }

  private void endLastLine() {
    if (afterReturn) {
      emit('\r');
    }
    if (inItem) {
      endLine();
    }
  }
}
