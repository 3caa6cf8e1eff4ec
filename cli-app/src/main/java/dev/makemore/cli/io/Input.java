package dev.makemore.cli.io;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.model.Corpus;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Transitions;
import dev.makemore.model.arpa.Arpa;
import dev.makemore.model.io.MalformedModelException;
import dev.makemore.model.io.MissingModelKindException;
import dev.makemore.model.io.ModelFile;
import dev.makemore.model.text.CorpusReader;
import dev.makemore.model.text.MalformedCorpusException;
import dev.makemore.model.text.TextForm;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where items come from: a file, standard input, or the names that the program carries. */
public final class Input {

  private static final Path STDIN = Path.of("-");
  private static final String EMBEDDED_NAMES = "/dev/makemore/cli/names.txt";

  private interface Source {
    InputStream open() throws IOException;
  }

  private interface Reader<T> {
    T read(InputStream in, String name) throws IOException;
  }

  private interface TextReader<T> {
    T read(InputStream in, String name, TextForm form) throws IOException;
  }

  private final String name;
  private final boolean isFile; // not a stream, which may make us wait
  private final Source source;
  private final TextForm form;
  private final int threads;

  private Input(String name, boolean isFile, Source source, TextForm form, int threads) {
    this.name = name;
    this.isFile = isFile;
    this.source = source;
    this.form = form;
    this.threads = threads;
  }

  private Input(String name, boolean isFile, Source source) {
    this(name, isFile, source, TextForm.asWritten(), 1);
  }

  /** The names in the program. */
  public static Input embedded() {
    return new Input(
        "the built-in names",
        true,
        () -> Objects.requireNonNull(Input.class.getResourceAsStream(EMBEDDED_NAMES)));
  }

  /** The file {@code path}, or standard input if it is {@code -}. */
  public static Input of(Path path, Console console) {
    return of(path, console, "items from the terminal, one a line; Ctrl-D ends them");
  }

  /** The same for what holds a model, and is not items. */
  public static Input ofModel(Path path, Console console) {
    return of(path, console, "a model from the terminal; Ctrl-D ends it");
  }

  private static Input of(Path path, Console console, String awaited) {
    return isStdin(path)
        ? new Input("standard input", false, () -> stdin(console, awaited))
        : new Input(
            path.toString().isEmpty() ? "''" : path.toString(),
            Files.isRegularFile(path),
            () -> openFile(path));
  }

  /** This input with its items brought into {@code form}. */
  public Input in(TextForm form) {
    return new Input(name, isFile, source, form, threads);
  }

  /** This input with its items counted on so many threads. */
  public Input on(int threads) {
    return new Input(name, isFile, source, form, threads);
  }

  private static InputStream openFile(Path path) throws IOException {
    if (path.toString().isEmpty()) { // to Java, the current directory
      throw new NoSuchFileException("");
    }
    if (Files.isDirectory(path)) { // which some systems open, and only then can't read
      throw new Failure(ExitCode.NO_INPUT, path + ": is a directory, not a file");
    }
    return Files.newInputStream(path);
  }

  public static boolean isStdin(@Nullable Path path) {
    return STDIN.equals(path);
  }

  private static InputStream stdin(Console console, String awaited) {
    if (console.terminal().stdin()) {
      console.message("reading %s", awaited);
    }
    return console.in();
  }

  /** The same items, read through a stream that {@code wrapper} puts around their bytes. */
  public Input through(UnaryOperator<InputStream> wrapper) {
    return new Input(name, isFile, () -> wrapper.apply(source.open()), form, threads);
  }

  /** What messages call it. */
  public String name() {
    return name;
  }

  /**
   * Counts the items in one pass, in memory that does not grow with their number; a file on several
   * threads. On one thread an error in a stream is told as soon as it is read, however slow it is.
   */
  public BigramCounts counts() {
    return read((in, name, form) -> BigramCounts.read(in, name, form, isFile ? threads : 1));
  }

  /** Keeps the items in memory. */
  public Corpus corpus() {
    return read(Corpus::read);
  }

  /**
   * Hands over every line as it is written, without its end, the empty ones too, and keeps none.
   *
   * @param beforeRead is run whenever there may be a wait for more
   */
  public void forEachLine(Consumer<String> lines, Runnable beforeRead) {
    readAll(
        (in, source) ->
            CorpusReader.readLines(
                new FilterInputStream(in) {
                  @Override
                  public int read(byte[] target, int start, int length) throws IOException {
                    beforeRead.run();
                    return in.read(target, start, length);
                  }
                },
                source,
                lines));
  }

  /** Loads the model that is in it. */
  public LanguageModel model() {
    LanguageModel model = readAll(ModelFile::read);
    Logging.debug(Input.class, "{}: {}", name, model);
    return model;
  }

  /** Reads the model of another program that is in it. */
  public Arpa.Imported arpa() {
    return readAll(Arpa::read);
  }

  private <T extends Transitions> T read(TextReader<T> reader) {
    T text = readAll((in, name) -> reader.read(in, name, form));
    if (text.total() == 0) {
      throw new Failure(ExitCode.BAD_DATA, name + ": there are no items in it; write one a line");
    }
    Logging.debug(
        Input.class,
        "{}: {} items, {} predictions, {} tokens",
        name,
        text.items(),
        text.total(),
        text.vocabulary().size());
    return text;
  }

  private <T> T readAll(Reader<T> reader) {
    try (InputStream in = open()) {
      return reader.read(in, name);
    } catch (MalformedCorpusException | MalformedModelException e) {
      throw new Failure(ExitCode.BAD_DATA, Failure.reason(e));
    } catch (MissingModelKindException e) {
      throw new Failure(ExitCode.FAILURE, Failure.reason(e));
    } catch (IOException e) {
      throw new Failure(ExitCode.IO_ERROR, name + ": can't be read: " + Failure.reason(e));
    }
  }

  private InputStream open() {
    try {
      return source.open();
    } catch (NoSuchFileException e) {
      throw new Failure(ExitCode.NO_INPUT, name + ": there is no such file");
    } catch (AccessDeniedException e) {
      throw new Failure(ExitCode.NO_INPUT, name + ": no permission to read it");
    } catch (IOException e) {
      throw new Failure(ExitCode.NO_INPUT, name + ": can't be opened: " + Failure.systemReason(e));
    }
  }
}
