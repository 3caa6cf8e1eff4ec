package dev.makemore.model.text;

import java.io.IOException;
import java.io.Serial;
import java.util.Locale;

/** Thrown when a corpus is not valid UTF-8. The message names the source, the line and the byte. */
public final class MalformedCorpusException extends IOException {

  @Serial private static final long serialVersionUID = 1;

  private final long line;
  private final long offset;

  /**
   * Says where a corpus is malformed.
   *
   * @param source what to call the corpus
   * @param line the line that holds the malformed byte; the first is 1
   * @param offset how many bytes come before it
   * @param value the byte, from 0 to 255
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

  /** The line that holds the malformed byte; the first is 1. */
  public long line() {
    return line;
  }

  /** How many bytes come before the malformed one. */
  public long offset() {
    return offset;
  }
}
