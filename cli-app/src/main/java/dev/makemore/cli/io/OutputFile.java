package dev.makemore.cli.io;

import dev.makemore.cli.io.StandardOutput.WriteFailedException;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.io.AtomicFile;
import dev.makemore.model.io.ModelFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A file that a command saves, either completely or not at all; or standard output.
 *
 * <p>An old file is replaced if it is empty or of the same kind, so that nothing else can be lost
 * by mistake. Any other file is replaced only with {@code --force}.
 */
public final class OutputFile {

  /** Which old files may be replaced without {@code --force}. */
  public enum Kind {
    /** The files of {@link ModelFile}, and empty ones. */
    MODEL("a makemore model"),

    /** Only empty files. */
    EMPTY("empty");

    private final String text; // follows "is not" in a message

    Kind(String text) {
      this.text = text;
    }

    private boolean includes(Path file) throws IOException {
      return Files.size(file) == 0 || (this == MODEL && ModelFile.isModel(file));
    }
  }

  private static final Path STDOUT = Path.of("-");

  private final Path path;
  private final String name;
  private final Kind kind;
  private final boolean force;
  private final Console console;

  /** The file {@code path}, or standard output if it is {@code -}. */
  public OutputFile(Path path, Kind kind, boolean force, Console console) {
    this.path = path;
    this.name = path.toString().isEmpty() ? "''" : path.toString();
    this.kind = kind;
    this.force = force;
    this.console = console;
  }

  /** Whether this is standard output. */
  public boolean isStdout() {
    // If /dev/stdout leads to a file, the shell is writing to it, so it must not be replaced.
    return path.equals(STDOUT) || path.equals(Path.of("/dev/stdout"));
  }

  /** Whether this is, or will be, a file on a disk, and so no pipe whose reader may be slow. */
  public boolean isRegular() {
    return !isStdout() && (Files.isRegularFile(path) || !Files.exists(path));
  }

  /** Saves {@code model}, as {@link #write} does. */
  public void save(LanguageModel model) {
    write(out -> ModelFile.write(model, out));
  }

  /**
   * Saves {@code content}, and tells the user so unless this is standard output.
   *
   * @throws Failure if it can't be written
   * @throws WriteFailedException if standard output can't be written
   */
  public void write(AtomicFile.Content content) {
    if (isStdout()) {
      writeToStdout(content);
      return;
    }
    check(); // again, since the file may have changed in the meantime
    Shutdown shutdown = Shutdown.deferredIf(isRegular()); // no temporary file is left
    try {
      AtomicFile.write(path, content);
    } catch (FileSystemException e) {
      throw cantCreate(e);
    } catch (IOException e) {
      throw new Failure(ExitCode.IO_ERROR, name + ": can't be written: " + Failure.reason(e));
    } finally {
      shutdown.close();
    }
    console.message("saved %s", name);
  }

  private void writeToStdout(AtomicFile.Content content) {
    console.out().flush();
    try {
      OutputStream out = new BufferedOutputStream(console.bytes());
      content.writeTo(out);
      out.flush();
    } catch (IOException e) {
      throw new WriteFailedException(e);
    }
  }

  /**
   * Checks that the file can be written, and that it may be replaced if it exists.
   *
   * @throws Failure if not
   */
  public void check() {
    if (isStdout()) {
      return;
    }
    try {
      Path target = AtomicFile.target(path);
      if (Files.isDirectory(target)) {
        throw refused("is a directory, not a file");
      } else if (Files.isRegularFile(target)) {
        checkMayReplace(target);
        checkFolder(target);
      } else if (!Files.exists(target)) {
        checkFolder(target);
      } else if (!Files.isWritable(target)) { // a pipe, a device
        throw refused("no permission to write to it");
      }
    } catch (IOException e) {
      throw cantCreate(e);
    }
  }

  private void checkMayReplace(Path old) throws IOException {
    if (force) {
      return;
    }
    if (!Files.isWritable(old)) {
      throw refused("is write-protected; --force replaces it");
    } else if (!Files.isReadable(old)) {
      throw refused("no permission to see whether it is " + kind.text + "; --force replaces it");
    } else if (!kind.includes(old)) {
      throw refused("exists already, and is not " + kind.text + "; --force replaces it");
    }
  }

  /** Checks the folder, in which a temporary file is created and then renamed. */
  private void checkFolder(Path file) {
    Path folder = Objects.requireNonNull(file.getParent(), "only a directory has none");
    if (!Files.exists(folder)) {
      throw refused("can't be created: there is no folder " + folder);
    } else if (!Files.isDirectory(folder)) {
      throw refused("can't be created: " + folder + " is not a folder");
    } else if (!Files.isWritable(folder)) {
      throw refused("can't be created: no permission to write to the folder " + folder);
    }
  }

  private Failure refused(String reason) {
    return new Failure(ExitCode.CANT_CREATE, name + ": " + reason);
  }

  private Failure cantCreate(IOException problem) {
    String reason = Failure.systemReason(problem);
    if (problem instanceof AccessDeniedException) {
      reason = "no permission";
    } else if (problem instanceof NoSuchFileException) {
      reason = "its folder takes no files";
    }
    return refused("can't be created: " + reason);
  }
}
