package dev.makemore.model.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Reads a corpus in one pass and constant memory, code point by code point.
 *
 * <p>A corpus is UTF-8 text with one item a line. A line ends with {@code \n} or {@code \r\n}; the
 * last may end with the file. An empty line is no item: it is skipped and counted. A byte order
 * mark at the start is skipped. Nothing else is touched: white space at the ends of a line belongs
 * to the item, and so does a {@code \r} that stands anywhere but before {@code \n}.
 */
public final class CorpusReader {

  private static final int BLOCK = 1 << 16;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** Receives the items of a corpus, one code point after the other. */
  public interface Sink {
    /** Takes the next code point of the current item. */
    void codePoint(int codePoint);

    /** Ends the current item, which has at least one code point. */
    void endItem();

    /** Takes an empty line, which is no item. Does nothing unless told otherwise. */
    default void emptyLine() {}
  }

  /**
   * What a pass has seen.
   *
   * @param items the number of items
   * @param emptyLines the number of lines that were skipped because they are empty
   */
  public record Tally(long items, long emptyLines) {}

  private final String source;
  private final Sink sink;

  private long line = 1;
  private long items;
  private long emptyLines;
  private boolean inItem;
  private boolean atStart = true;
  private boolean afterReturn; // a \r was seen and not yet passed on: \n may follow
  private char highSurrogate;

  private CorpusReader(String source, Sink sink) {
    this.source = source;
    this.sink = sink;
  }

  /**
   * Reads a file.
   *
   * @throws MalformedCorpusException if it is not valid UTF-8; the sink has seen what came before
   * @throws IOException if it can't be read
   */
  public static Tally read(Path file, Sink sink) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, file.toString(), sink);
    }
  }

  /**
   * Reads a stream to its end, and leaves it open.
   *
   * @param source what error messages call the stream
   * @throws MalformedCorpusException if it is not valid UTF-8; the sink has seen what came before
   * @throws IOException if it can't be read
   */
  public static Tally read(InputStream in, String source, Sink sink) throws IOException {
    return new CorpusReader(source, sink).readAll(in);
  }

  /**
   * Reads a stream to its end, line by line, and leaves it open. No more than one line is held in
   * memory.
   *
   * @param source what error messages call the stream
   * @param lines receives every line without its end, an empty one as the empty string
   * @throws MalformedCorpusException if it is not valid UTF-8; the lines before have been received
   * @throws IOException if it can't be read
   */
  public static Tally readLines(InputStream in, String source, Consumer<? super String> lines)
      throws IOException {
    return readLines(in, source, TextForm.asWritten(), lines);
  }

  /**
   * Reads a stream to its end, line by line, each brought into {@code form}, and leaves it open.
   *
   * @param source what error messages call the stream
   * @param lines receives every line without its end, an empty one as the empty string
   * @throws MalformedCorpusException if it is not valid UTF-8; the lines before have been received
   * @throws IOException if it can't be read
   */
  public static Tally readLines(
      InputStream in, String source, TextForm form, Consumer<? super String> lines)
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
    return read(in, source, form.before(collector));
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
      bytes.compact(); // the start of a code point whose other bytes are yet to come
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
