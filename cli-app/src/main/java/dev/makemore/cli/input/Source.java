package dev.makemore.cli.input;

import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.ExitCode;
import dev.makemore.cli.io.Failure;
import dev.makemore.model.text.TextForm;
import dev.makemore.model.text.TextSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * The bytes of a file, of standard input, or of the names that makemore carries, and what messages
 * call them. A gzip file is unpacked, and files of other formats are refused, when it is opened.
 *
 * @param name what messages call it
 * @param path where it is; empty for the names that makemore carries
 * @param opener opens the bytes as they are stored
 * @param watch a stream to put around the bytes as they are stored
 * @param around a stream to put around the bytes of the text or model
 */
record Source(
    String name,
    Path path,
    TextSource.Opener opener,
    UnaryOperator<InputStream> watch,
    UnaryOperator<InputStream> around) {

  private static final Path STDIN = Path.of("-");

  private static final Path NOWHERE = Path.of("");

  /** The names that makemore carries. */
  static final Source EMBEDDED =
      of(
          "the built-in names",
          NOWHERE,
          () ->
              Objects.requireNonNull(
                  Source.class.getResourceAsStream("/dev/makemore/cli/names.txt")));

  private static Source of(String name, Path path, TextSource.Opener opener) {
    return new Source(name, path, opener, UnaryOperator.identity(), UnaryOperator.identity());
  }

  /**
   * The file {@code path}, or standard input if the path is {@code -}.
   *
   * @param awaited what a message says is read if it is typed on the terminal
   */
  static Source of(Path path, Console console, String awaited) {
    if (isStdin(path)) {
      return of("standard input", path, () -> stdin(console, awaited));
    }
    String name = path.toString().isEmpty() ? "''" : path.toString();
    return of(name, path, () -> openFile(path, name));
  }

  static boolean isStdin(Path path) {
    return STDIN.equals(path);
  }

  private static InputStream openFile(Path path, String name) {
    try {
      if (path.toString().isEmpty()) { // Java would take it for the current directory
        throw new NoSuchFileException("");
      }
      if (Files.isDirectory(path)) { // some systems open it and then fail to read
        throw new Failure(
            ExitCode.NO_INPUT, name + ": is a directory, not a file; name the files in it");
      }
      return TextSource.file(path).open(); // which notices if the file is cut short
    } catch (IOException e) {
      throw Failure.ofOpening(name, e);
    }
  }

  private static InputStream stdin(Console console, String awaited) {
    if (console.terminal().stdin()) {
      console.note("reading %s", awaited);
    }
    return console.in();
  }

  /** The same, read through a stream around the bytes as they are stored, packed or not. */
  Source watchedBy(UnaryOperator<InputStream> wrapper) {
    return new Source(name, path, opener, in -> wrapper.apply(watch.apply(in)), around);
  }

  /** The same, read through a stream around the bytes of the text or model. */
  Source through(UnaryOperator<InputStream> wrapper) {
    return new Source(name, path, opener, watch, in -> wrapper.apply(around.apply(in)));
  }

  boolean isEmbedded() {
    return this.opener == EMBEDDED.opener;
  }

  /** Whether it is a regular file, or else a stream, which may be slow. */
  boolean isFile() {
    return isEmbedded() || (!isStdin(path) && Files.isRegularFile(path));
  }

  /** Opens the bytes of the model. */
  InputStream open() throws IOException {
    return open(false);
  }

  /** Opens the bytes of the text. */
  InputStream openText() throws IOException {
    return open(true);
  }

  private InputStream open(boolean isText) throws IOException {
    InputStream stored = watch.apply(opener.open());
    if (isEmbedded()) {
      return around.apply(stored);
    }
    try {
      return around.apply(OtherFormats.unpack(stored, name, isText));
    } catch (IOException | Failure e) {
      stored.close();
      throw e;
    }
  }

  /** The text, whose items are to be brought into {@code form}. */
  TextSource text(TextForm form) {
    return TextSource.of(name, this::openText).in(form);
  }
}
