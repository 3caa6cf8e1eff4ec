package dev.makemore.cli.io;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.FileSystemException;

/** Something that is wrong outside the program: what, in one line for people, and the exit code. */
public final class Failure extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  private final ExitCode exitCode;

  public Failure(ExitCode exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  ExitCode exitCode() {
    return exitCode;
  }

  /** What {@code problem} says, or at least what it is. */
  static String reason(Throwable problem) {
    String message = problem.getMessage();
    return message == null ? problem.toString() : message;
  }

  /** What the system says, without the name of the file that Java puts before it. */
  static String systemReason(IOException problem) {
    return problem instanceof FileSystemException e && e.getReason() != null
        ? e.getReason()
        : reason(problem);
  }
}
