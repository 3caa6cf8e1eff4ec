package dev.makemore.cli.input;

import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.Failure;
import dev.makemore.cli.io.Logging;
import dev.makemore.cli.progress.Progress;
import dev.makemore.cli.progress.WatchedStream;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.arpa.Arpa;
import dev.makemore.model.io.ModelFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Where a model comes from: a file, compressed by gzip or not, or standard input. What goes wrong
 * when it is read is a {@link Failure}.
 */
public final class ModelInput {

  private interface Reader<T> {
    T read(InputStream in, String name) throws IOException;
  }

  private final Source source;
  private final Console console; // where the progress is shown

  private ModelInput(Source source, Console console) {
    this.source = source;
    this.console = console;
  }

  /** The model in the file {@code path}, or from standard input if the path is {@code -}. */
  public static ModelInput of(Path path, Console console) {
    return new ModelInput(
        Source.of(path, console, "a model from the terminal; Ctrl-D ends the input"), console);
  }

  /** This input, read through the stream that {@code wrapper} puts around its unpacked bytes. */
  public ModelInput through(UnaryOperator<InputStream> wrapper) {
    return new ModelInput(source.through(wrapper), console);
  }

  /** What messages call this input. */
  public String name() {
    return source.name();
  }

  /** Loads the model. */
  public LanguageModel model() {
    LanguageModel model = read(ModelFile::read);
    Logging.debug(ModelInput.class, "{}: {}", name(), model);
    return model;
  }

  /** Reads the ARPA model, which another program may have written. */
  public Arpa.Imported arpa(Arpa.Unknown unknown) {
    return read((in, name) -> Arpa.read(in, name, unknown));
  }

  private <T> T read(Reader<T> reader) {
    long size = WatchedStream.size(List.of(source.path()));
    try (Progress progress = Progress.on(console);
        InputStream in = source.watchedBy(WatchedStream.of(size, progress)).open()) {
      return reader.read(in, name());
    } catch (IOException e) {
      throw Failure.ofReading(name(), e);
    }
  }
}
