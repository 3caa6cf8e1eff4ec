package dev.makemore.model.io;

import java.io.IOException;
import java.io.Serial;

/**
 * Thrown when a file is not a model, or is damaged. The message names the source and the line, and
 * says what is wrong there.
 */
public final class MalformedModelException extends IOException {

  @Serial private static final long serialVersionUID = 1;

  private final long line;

  /**
   * An exception with the message {@code source:line: problem}.
   *
   * @param source the name of the file
   * @param line the number of the line; the first line is 1
   * @param problem what is wrong there
   */
  public MalformedModelException(String source, long line, String problem) {
    super(source + ":" + line + ": " + problem);
    this.line = line;
  }

  /** The number of the line that is wrong; the first line is 1. */
  public long line() {
    return line;
  }
}
