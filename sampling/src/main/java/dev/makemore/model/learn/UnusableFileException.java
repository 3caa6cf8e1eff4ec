package dev.makemore.model.learn;

import java.io.IOException;
import java.io.Serial;

/**
 * Thrown by a learner that can't use a file which one of its options names. The message names the
 * file. The cause is an {@link IOException} if the file can't be read; there is none if it can, but
 * does not hold what the learner needs.
 */
public final class UnusableFileException extends IllegalArgumentException {

  @Serial private static final long serialVersionUID = 1;

  /**
   * A file that does not hold what the learner needs.
   *
   * @param message names the file and says what is wrong with it
   */
  public UnusableFileException(String message) {
    super(message);
  }

  /**
   * A file that can't be read.
   *
   * @param message names the file and says why
   * @param cause how reading it failed
   */
  public UnusableFileException(String message, IOException cause) {
    super(message, cause);
  }
}
