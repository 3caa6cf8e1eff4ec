package dev.makemore.model.io;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/**
 * Thrown when a file was written and is in its place, but may be lost if the power fails: the
 * system reported an error when its folder was forced to the disk. The message names both.
 */
public final class NotDurableException extends FileSystemException {

  @Serial private static final long serialVersionUID = 1;

  NotDurableException(Path file, Path folder, IOException cause) {
    super(
        file.toString(),
        null,
        "was saved, but may be lost if the power fails: the folder "
            + folder
            + " can't be forced to the disk: "
            + cause.getMessage());
    initCause(cause);
  }
}
