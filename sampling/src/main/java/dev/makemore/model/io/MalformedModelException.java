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
   * Says what is wrong with a line.
   *
   * @param source what to call the file
   * @param line the line; the first is 1
   * @param problem what is wrong there
   */
  public MalformedModelException(String source, long line, String problem) {
    super(source + ":" + line + ": " + problem);
    this.line = line;
  }

  /** The line that is wrong; the first is 1. */
  public long line() {
    return line;
  }
}
