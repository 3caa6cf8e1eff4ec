package dev.makemore.cli.lines;

import dev.makemore.cli.io.ExitCode;
import dev.makemore.cli.io.Failure;
import dev.makemore.model.text.MalformedCorpusException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Whole lines of an input, as bytes; or one line that is too long, without its bytes.
 *
 * <p>A line ends with {@code \n} or {@code \r\n}. The last line of an input may end with the input
 * instead. A {@code \r} that is not followed by {@code \n} belongs to its line.
 */
public final class LineBlock {

  private static final char REPLACEMENT = '\uFFFD';

  private final String source;
  private final byte[] bytes; // the lines, from start to end
  private final int start;
  private final int end;
  private final long line; // the number of the first one
  private final long offset; // of bytes[0] in the input
  private final boolean tooLong;

  private LineBlock(
      String source, byte[] bytes, int start, int end, long line, long offset, boolean tooLong) {
    this.source = source;
    this.bytes = bytes;
    this.start = start;
    this.end = end;
    this.line = line;
    this.offset = offset;
    this.tooLong = tooLong;
  }

  /**
   * Lines of the input {@code source}.
   *
   * @param bytes the lines, from {@code start} to {@code end}; they are not copied
   * @param line the number of the first line; the first line of the input is 1
   * @param offset the number of bytes of the input before {@code bytes[0]}
   */
  static LineBlock of(String source, byte[] bytes, int start, int end, long line, long offset) {
    return new LineBlock(source, bytes, start, end, line, offset, false);
  }

  /** A line that is too long. */
  static LineBlock tooLong(String source, long line) {
    return new LineBlock(source, new byte[0], 0, 0, line, 0, true);
  }

  /**
   * Hands over every line, without its end.
   *
   * @return the lines that were skipped or repaired
   * @throws Failure for a line that can't be read, if {@code onError} says so; the lines before it
   *     have been handed over
   */
  public Flaws forEach(OnError onError, Consumer<String> lines) {
    if (tooLong) {
      return passOver(onError);
    }
    Flaws flaws = Flaws.NONE;
    long number = line;
    for (int from = start; from < end; number++) {
      int newline = from;
      while (newline < end && bytes[newline] != '\n') {
        newline++;
      }
      boolean afterReturn = newline < end && newline > from && bytes[newline - 1] == '\r';
      int to = afterReturn ? newline - 1 : newline;
      String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
      boolean malformed = text.indexOf(REPLACEMENT) >= 0 && isMalformed(from, to, number, onError);
      flaws = malformed ? flaws.plus(Flaws.malformed(number)) : flaws;
      if (!malformed || onError == OnError.REPLACE) {
        lines.accept(text);
      }
      from = newline + 1;
    }
    return flaws;
  }

  private Flaws passOver(OnError onError) {
    if (onError == OnError.SKIP) {
      return Flaws.tooLong(line);
    }
    throw new Failure(
        ExitCode.BAD_DATA,
        String.format(
            Locale.ROOT,
            "%s:%d: the line has more than %,d bytes; is this text, one item a line? --on-error skip"
                + " leaves such lines out",
            source,
            line,
            LineReader.LONGEST_LINE));
  }

  /** Whether bytes are not UTF-8; or else they hold U+FFFD itself. */
  private boolean isMalformed(int from, int to, long number, OnError onError) {
    ByteBuffer in = ByteBuffer.wrap(bytes, from, to - from);
    CharBuffer out = CharBuffer.allocate(to - from); // never more chars than bytes
    if (!StandardCharsets.UTF_8.newDecoder().decode(in, out, true).isError()) {
      return false;
    }
    if (onError == OnError.STOP) {
      int value = Byte.toUnsignedInt(bytes[in.position()]);
      MalformedCorpusException problem =
          new MalformedCorpusException(source, number, offset + in.position(), value);
      throw new Failure(
          ExitCode.BAD_DATA,
          problem.getMessage() + ", or leave such lines out with --on-error skip");
    }
    return true;
  }

  /** Whether this stands for a line that is too long. */
  boolean isTooLong() {
    return tooLong;
  }

  /** The number of bytes. */
  int size() {
    return end - start;
  }
}
