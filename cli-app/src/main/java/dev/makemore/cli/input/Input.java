package dev.makemore.cli.input;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.ExitCode;
import dev.makemore.cli.io.Failure;
import dev.makemore.cli.io.Logging;
import dev.makemore.model.Corpus;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Transitions;
import dev.makemore.model.arpa.Arpa;
import dev.makemore.model.io.ModelFile;
import dev.makemore.model.text.CorpusReader;
import dev.makemore.model.text.TextForm;
import dev.makemore.model.text.TextSource;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where items or a model come from: a file, standard input, or the names that makemore carries.
 * What goes wrong when they are read is a {@link Failure}.
 */
public final class Input {

  private static final Path STDIN = Path.of("-");

  private static final TextSource EMBEDDED =
      TextSource.of(
          "the built-in names",
          () ->
              Objects.requireNonNull(
                  Input.class.getResourceAsStream("/dev/makemore/cli/names.txt")));

  private interface Reading<T> {
    T read() throws IOException;
  }

  private interface ModelReader<T> {
    T read(InputStream in, String name) throws IOException;
  }

  private final TextSource source;
  private final boolean isFile; // or else a stream, which may be slow
  private final Consumer<String> hints;

  private Input(TextSource source, boolean isFile, Consumer<String> hints) {
    this.source = source;
    this.isFile = isFile;
    this.hints = hints;
  }

  /** The names that makemore carries, as they are written. */
  public static Input embedded() {
    return new Input(EMBEDDED, true, hint -> {});
  }

  /**
   * The items of the file {@code path}, of standard input if the path is {@code -}, or the names
   * that makemore carries if there is no path. They are brought into {@code form}. If they look
   * like something else than items, a message says so.
   */
  public static Input of(@Nullable Path path, TextForm form, Console console) {
    TextSource items =
        path == null
            ? EMBEDDED
            : source(path, console, "items from the terminal, one a line; Ctrl-D ends the input");
    return new Input(
        items.in(form),
        path == null || isFile(path),
        hint -> console.message("%s: %s", items.name(), hint));
  }

  /** The model in the file {@code path}, or from standard input if the path is {@code -}. */
  public static Input ofModel(Path path, Console console) {
    return new Input(
        source(path, console, "a model from the terminal; Ctrl-D ends the input"),
        isFile(path),
        hint -> {});
  }

  private static TextSource source(Path path, Console console, String awaited) {
    if (isStdin(path)) {
      return recognized("standard input", () -> stdin(console, awaited));
    }
    String name = path.toString().isEmpty() ? "''" : path.toString();
    return recognized(name, () -> openFile(path, name));
  }

  /** A source that refuses files of other formats, which are told by their first bytes. */
  private static TextSource recognized(String name, TextSource.Opener opener) {
    return TextSource.of(
        name,
        () -> {
          InputStream in = opener.open();
          try {
            return OtherFormats.check(in, name);
          } catch (IOException | Failure e) {
            in.close();
            throw e;
          }
        });
  }

  private static boolean isFile(Path path) {
    return !isStdin(path) && Files.isRegularFile(path);
  }

  private static InputStream openFile(Path path, String name) {
    try {
      if (path.toString().isEmpty()) { // Java would take it for the current directory
        throw new NoSuchFileException("");
      }
      if (Files.isDirectory(path)) { // some systems open it and then fail to read
        throw new Failure(ExitCode.NO_INPUT, name + ": is a directory, not a file");
      }
      return TextSource.file(path).open(); // which notices if the file is cut short
    } catch (IOException e) {
      throw Failure.ofOpening(name, e);
    }
  }

  /** Whether {@code path} is {@code -}, which stands for standard input. */
  public static boolean isStdin(@Nullable Path path) {
    return STDIN.equals(path);
  }

  private static InputStream stdin(Console console, String awaited) {
    if (console.terminal().stdin()) {
      console.message("reading %s", awaited);
    }
    return console.in();
  }

  /** This input, read through the stream that {@code wrapper} puts around its bytes. */
  public Input through(UnaryOperator<InputStream> wrapper) {
    TextSource wrapped = TextSource.of(source.name(), () -> wrapper.apply(source.open()));
    return new Input(wrapped.in(source.form()), isFile, hints);
  }

  /** What messages call this input. */
  public String name() {
    return source.name();
  }

  /**
   * Counts the items in one pass, in memory that does not grow with their number. A file is counted
   * on {@code threads} threads. A stream is counted on one, so that an error in it is reported as
   * soon as it is read, however slow the stream is.
   */
  public BigramCounts counts(int threads) {
    BigramCounts counts = notEmpty(checked(() -> BigramCounts.read(source, isFile ? threads : 1)));
    OtherFormats.hint(counts).ifPresent(hints);
    return counts;
  }

  /** Reads the items and keeps them in memory. */
  public Corpus corpus() {
    return notEmpty(checked(() -> Corpus.read(source)));
  }

  /**
   * Hands over every line, empty ones too, as it is written and without its line end. No line is
   * kept in memory.
   *
   * @param beforeRead is run each time before more bytes are read, which may mean waiting for them
   */
  public void forEachLine(Consumer<String> lines, Runnable beforeRead) {
    Input watched =
        through(
            in ->
                new FilterInputStream(in) {
                  @Override
                  public int read(byte[] target, int start, int length) throws IOException {
                    beforeRead.run();
                    return in.read(target, start, length);
                  }
                });
    checked(() -> CorpusReader.readLines(watched.source.in(TextForm.asWritten()), lines));
  }

  /** Loads the model in this input. */
  public LanguageModel model() {
    LanguageModel model = readModel(ModelFile::read);
    Logging.debug(Input.class, "{}: {}", name(), model);
    return model;
  }

  /** Reads the ARPA model in this input, which another program may have written. */
  public Arpa.Imported arpa() {
    return readModel(Arpa::read);
  }

  private <T> T readModel(ModelReader<T> reader) {
    return checked(
        () -> {
          try (InputStream in = source.open()) {
            return reader.read(in, name());
          }
        });
  }

  private <T extends Transitions> T notEmpty(T text) {
    if (text.total() == 0) {
      throw new Failure(ExitCode.BAD_DATA, name() + ": has no items; write one item a line");
    }
    Logging.debug(
        Input.class,
        "{}: {} items, {} predictions, {} tokens",
        name(),
        text.items(),
        text.total(),
        text.vocabulary().size());
    return text;
  }

  private <T> T checked(Reading<T> reading) {
    try {
      return reading.read();
    } catch (IOException e) {
      throw Failure.ofReading(name(), e);
    }
  }
}
