package dev.makemore.spark.command;

import dev.makemore.model.io.MalformedModelException;
import dev.makemore.model.io.MissingModelKindException;
import dev.makemore.spark.UnusableTextException;
import java.io.FileNotFoundException;
import java.io.Serial;
import java.nio.file.AccessDeniedException;
import org.jspecify.annotations.Nullable;

/** Ends a command with a message and an exit code. */
final class Failure extends RuntimeException {

  static final int USAGE = 2;
  static final int BAD_DATA = 65;
  static final int NO_INPUT = 66;
  static final int CANT_CREATE = 73;
  static final int IO_ERROR = 74;

  @Serial private static final long serialVersionUID = 1;

  private final int code;

  Failure(int code, String message) {
    super(message);
    this.code = code;
  }

  int code() {
    return code;
  }

  /** The failure that is behind an exception. */
  static Failure of(Throwable thrown) {
    Throwable root = thrown;
    for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof Failure failure) {
        return failure;
      }
      if (cause instanceof UnusableTextException
          || cause instanceof MalformedModelException
          || cause instanceof MissingModelKindException) {
        return new Failure(BAD_DATA, String.valueOf(cause.getMessage()));
      }
      if (cause instanceof AccessDeniedException) {
        return new Failure(CANT_CREATE, "no permission to write " + cause.getMessage());
      }
      if (cause instanceof FileNotFoundException) { // also of a file that may not be read
        return new Failure(NO_INPUT, String.valueOf(cause.getMessage()));
      }
      root = cause;
    }
    return new Failure(IO_ERROR, firstLine(root));
  }

  static String firstLine(Throwable thrown) {
    String message = String.valueOf(thrown.getMessage());
    String kind = thrown.getClass().getSimpleName();
    return kind + ": " + message.lines().findFirst().orElse("");
  }
}
