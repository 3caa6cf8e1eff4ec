package dev.makemore.cli.io;

import dev.makemore.cli.io.StandardOutput.WriteFailedException;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.io.AtomicFile;
import dev.makemore.model.io.ModelFile;
import dev.makemore.model.io.NotDurableException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.UnaryOperator;

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

    /** Pictures of the loss of a training, told by their title, and empty files. */
    LOSS_CURVE("a loss curve of makemore"),

    /** Pages of {@code makemore explore}, told by their generator, and empty files. */
    EXPLORER_PAGE("a page of makemore"),

    /** Only empty files. */
    EMPTY("empty");

    private final String text; // follows "is not" in a message

    Kind(String text) {
      this.text = text;
    }

    private boolean includes(Path file) throws IOException {
      return Files.size(file) == 0
          || (this == MODEL && ModelFile.isModel(file))
          || (this == LOSS_CURVE && starts(file, "<svg ", "<title>The loss after each step"))
          || (this == EXPLORER_PAGE
              && starts(file, "<!doctype html>", "content=\"makemore explorer\""));
    }

    /** Whether a file starts with {@code type}, in any case, and {@code mark} is soon after. */
    private static boolean starts(Path file, String type, String mark) throws IOException {
      String start = start(file);
      return start.regionMatches(true, 0, type, 0, type.length()) && start.contains(mark);
    }

    private static String start(Path file) throws IOException {
      try (InputStream in = Files.newInputStream(file)) {
        return new String(in.readNBytes(500), StandardCharsets.UTF_8);
      }
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

  /** What messages call it. */
  public String name() {
    return name;
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

  private boolean isStream() { // a pipe, a device
    return !isRegular() && !Files.isDirectory(path);
  }

  /**
   * Saves {@code model}, as {@link #write} does. If the file can't be written after all, the model
   * is kept in a new file, since it may have taken long to learn. The message tells its name.
   */
  public void save(LanguageModel model) {
    AtomicFile.Content content = out -> ModelFile.write(model, out);
    write(content, failure -> isStream() ? failure : KeptFile.of(content, path, failure));
  }

  /**
   * Saves {@code content}, and tells the user so unless this is standard output.
   *
   * @throws Failure if it can't be written
   * @throws WriteFailedException if standard output can't be written
   */
  public void write(AtomicFile.Content content) {
    write(content, failure -> failure);
  }

  private void write(AtomicFile.Content content, UnaryOperator<Failure> lastResort) {
    if (isStdout()) {
      writeToStdout(content);
      return;
    }
    Shutdown shutdown = Shutdown.deferredIf(isRegular()); // no temporary file is left
    try {
      save(content, lastResort);
    } finally {
      shutdown.close();
    }
  }

  /**
   * Saves what a command prints while it runs, as {@link #write} does. The caller says what a
   * signal does in the meantime. Not for standard output.
   */
  public void writeResult(AtomicFile.Content content) {
    save(content, failure -> failure);
  }

  private void save(AtomicFile.Content content, UnaryOperator<Failure> lastResort) {
    try {
      check(); // again, since the file may have changed in the meantime
      AtomicFile.write(path, content);
    } catch (NotDurableException e) {
      throw new Failure(ExitCode.IO_ERROR, name + ": " + Failure.systemReason(e));
    } catch (FileSystemException e) {
      throw lastResort.apply(cantCreate(e));
    } catch (IOException e) {
      throw lastResort.apply(
          new Failure(ExitCode.IO_ERROR, name + ": can't be written: " + Failure.reason(e)));
    } catch (Failure e) {
      throw lastResort.apply(e);
    }
    console.note("saved %s", name);
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

  /** Whether this and {@code other} are one file, whatever links lead to it, or one stream. */
  public boolean isSameAs(OutputFile other) {
    try {
      if (isStdout() || other.isStdout()) {
        return isStdout() == other.isStdout();
      }
      Path mine = AtomicFile.target(path).normalize();
      return mine.equals(AtomicFile.target(other.path).normalize());
    } catch (IOException e) {
      throw cantCreate(e);
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
      checkFolder(path.toAbsolutePath());
      Path target = AtomicFile.target(path);
      if (Files.isDirectory(target)) {
        throw refused("is a directory, not a file");
      } else if (Files.isRegularFile(target)) {
        checkMayReplace(target);
        checkFolderIsWritable(target);
      } else if (!Files.exists(target)) {
        checkFolderIsWritable(target);
      } else if (!Files.isWritable(target)) { // a stream
        throw refused("no permission to write to it");
      }
      checkByTrying();
    } catch (IOException e) {
      throw cantCreate(e);
    }
  }

  private void checkByTrying() throws IOException {
    Shutdown shutdown = Shutdown.deferredIf(true); // no temporary file is left
    try {
      AtomicFile.check(path);
    } finally {
      shutdown.close();
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

  private void checkFolder(Path file) {
    Path folder = Objects.requireNonNullElse(file.getParent(), file); // only a directory has none
    if (!Files.exists(folder)) {
      throw refused("can't be created: there is no folder " + folder);
    } else if (!Files.isDirectory(folder)) {
      throw refused("can't be created: " + folder + " is not a folder");
    }
  }

  /** A temporary file will be created in the folder and then renamed. */
  private void checkFolderIsWritable(Path file) {
    checkFolder(file);
    Path folder = Objects.requireNonNull(file.getParent());
    if (!Files.isWritable(folder)) {
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
