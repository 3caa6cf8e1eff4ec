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
 * A file that a command saves, whole or not at all; or standard output.
 *
 * <p>An old file is replaced if it is of the same kind, or empty, so that nothing is lost; any
 * other needs {@code --force}.
 */
public final class OutputFile {

  /** A kind of file. */
  public interface Kind {
    /** Whether {@code file} is one. */
    boolean holds(Path file) throws IOException;

    /** With its article, as messages call it. */
    String name();
  }

  /** The files of {@link ModelFile}. */
  public static final Kind MODEL =
      new Kind() {
        @Override
        public boolean holds(Path file) throws IOException {
          return ModelFile.isModel(file);
        }

        @Override
        public String name() {
          return "a makemore model";
        }
      };

  /** No kind at all: whatever is in a file is not to be lost. */
  public static final Kind EMPTY =
      new Kind() {
        @Override
        public boolean holds(Path file) throws IOException {
          return Files.size(file) == 0;
        }

        @Override
        public String name() {
          return "empty";
        }
      };

  private static final Path STDOUT = Path.of("-");

  private final Path path;
  private final String name;
  private final Kind kind;
  private final boolean force;
  private final Console console;

  public OutputFile(Path path, Kind kind, boolean force, Console console) {
    this.path = path;
    this.name = path.toString().isEmpty() ? "''" : path.toString();
    this.kind = kind;
    this.force = force;
    this.console = console;
  }

  /** Whether this is standard output. */
  public boolean isStdout() {
    // Where it leads to a file, that file is not to be replaced while the shell writes to it.
    return path.equals(STDOUT) || path.equals(Path.of("/dev/stdout"));
  }

  /** Whether this is, or will be, a file on a disk: none that a reader may keep waiting. */
  public boolean isRegular() {
    return !isStdout() && (Files.isRegularFile(path) || !Files.exists(path));
  }

  /** Saves {@code model}, as {@link #write} does. */
  public void save(LanguageModel model) {
    write(out -> ModelFile.write(model, out));
  }

  /**
   * Saves {@code content}, and says so if that is not standard output.
   *
   * @throws Failure if it can't be written
   * @throws WriteFailedException if standard output can't be written
   */
  public void write(AtomicFile.Content content) {
    if (isStdout()) {
      writeToStdout(content);
      return;
    }
    check(); // once more: time has passed
    Shutdown shutdown = Shutdown.deferredIf(isRegular()); // leave no temporary file
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
   * Finds out whether the file can be written, and may be.
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
      throw refused("no permission to see whether it is " + kind.name() + "; --force replaces it");
    } else if (Files.size(old) > 0 && !kind.holds(old)) {
      throw refused("is there already, and is not " + kind.name() + "; --force replaces it");
    }
  }

  /** A file is made, and then renamed, in its folder. */
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
