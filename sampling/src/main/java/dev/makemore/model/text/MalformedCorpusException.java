package dev.makemore.model.text;

import java.io.IOException;
import java.io.Serial;
import java.util.Locale;

/**
 * Thrown when a corpus is not valid UTF-8. The message names the corpus, the line, and the first
 * malformed byte with its offset.
 */
public final class MalformedCorpusException extends IOException {

  @Serial private static final long serialVersionUID = 1;

  private final long line;
  private final long offset;

  /**
   * An exception for one malformed byte.
   *
   * @param source what the message calls the corpus
   * @param line the number of the line that holds the malformed byte; the first line is 1
   * @param offset the number of bytes before the malformed byte
   * @param value the malformed byte, from 0 to 255
   */
  public MalformedCorpusException(String source, long line, long offset, int value) {
    super(
        String.format(
            Locale.ROOT,
            "%s:%d: byte 0x%02X at offset %d is not valid UTF-8; save the file as UTF-8",
            source,
            line,
            value,
            offset));
    this.line = line;
    this.offset = offset;
  }

  /** The number of the line that holds the malformed byte; the first line is 1. */
  public long line() {
    return line;
  }

  /** The number of bytes before the malformed byte. */
  public long offset() {
    return offset;
  }
}
