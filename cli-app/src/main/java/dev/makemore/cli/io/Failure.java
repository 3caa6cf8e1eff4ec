package dev.makemore.cli.io;

import dev.makemore.model.io.MalformedModelException;
import dev.makemore.model.io.MissingModelKindException;
import dev.makemore.model.text.MalformedCorpusException;
import java.io.IOException;
import java.io.Serial;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.zip.ZipException;

/**
 * Something went wrong outside of the program, such as a missing file. The message is one line for
 * people.
 */
public final class Failure extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  private final ExitCode exitCode;

  public Failure(ExitCode exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /** This failure, with what caused it, whose stack trace {@code -v} shows. */
  public Failure causedBy(Throwable cause) {
    initCause(cause);
    return this;
  }

  /** The failure of opening the input {@code name}. */
  public static Failure ofOpening(String name, IOException problem) {
    String reason = "can't be opened: " + systemReason(problem);
    if (problem instanceof NoSuchFileException) {
      reason = "there is no such file";
    } else if (problem instanceof AccessDeniedException) {
      reason = "no permission to read it";
    }
    return new Failure(ExitCode.NO_INPUT, name + ": " + reason);
  }

  /** The failure of reading the input {@code name}, after it was opened. */
  public static Failure ofReading(String name, IOException problem) {
    if (problem instanceof MalformedCorpusException || problem instanceof MalformedModelException) {
      return new Failure(ExitCode.BAD_DATA, reason(problem)); // which names the input
    } else if (problem instanceof MissingModelKindException) {
      return new Failure(
          ExitCode.FAILURE,
          reason(problem).replaceFirst("; put that module on the module path.*", "")
              + "; name the folder with its jar: --plugins DIR");
    }
    if (problem instanceof ZipException) { // whose message goes on after the name
      return new Failure(ExitCode.BAD_DATA, name + ": " + reason(problem));
    }
    return new Failure(ExitCode.IO_ERROR, name + ": can't be read: " + systemReason(problem));
  }

  /** The same failure, with more to say about it. */
  Failure and(String more) {
    return new Failure(exitCode, reason(this) + "; " + more);
  }

  ExitCode exitCode() {
    return exitCode;
  }

  /** The message of {@code problem}, or the name of its class if it has none. */
  static String reason(Throwable problem) {
    String message = problem.getMessage();
    return message == null ? problem.toString() : message;
  }

  /** The system's message, without the name of the file that Java puts before it. */
  static String systemReason(IOException problem) {
    return problem instanceof FileSystemException e && e.getReason() != null
        ? e.getReason()
        : reason(problem);
  }
}
