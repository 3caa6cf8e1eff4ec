package dev.makemore.model.io;

import dev.makemore.model.LanguageModel;
import dev.makemore.model.text.TextSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Predicate;

/**
 * Saves models and loads them again.
 *
 * <p>What is loaded is exactly what was saved: the same counts, and the same doubles to the last
 * bit. A file that was cut short or changed is detected by its checksum, if not before. Loading
 * takes time and memory in proportion to the size of the file, whatever its headers claim. A stream
 * without an end is refused, unless it has rows without an end.
 *
 * <p>Which kinds of model can be saved depends on the {@link ModelKind} services that the running
 * program has.
 */
public final class ModelFile {

  /** How the first line starts; the version of the format follows. */
  static final String MAGIC = "# makemore model ";

  private ModelFile() {}

  /**
   * Saves {@code model} and replaces what the file held. At any moment the file holds everything
   * that it held before, or the whole model; see {@link AtomicFile}.
   *
   * @throws IllegalArgumentException if there is no kind of file for such a model
   * @throws NotDurableException if the model was saved, but may not survive a power failure
   * @throws IOException if the file can't be written; it is then as it was
   */
  public static void save(LanguageModel model, Path file) throws IOException {
    ModelKind kind = kindOf(model);
    AtomicFile.write(file, out -> write(model, kind, out));
  }

  /**
   * Writes {@code model} to a stream, and leaves the stream open.
   *
   * @throws IllegalArgumentException if there is no kind of file for such a model
   * @throws IOException if the stream can't be written
   */
  public static void write(LanguageModel model, OutputStream out) throws IOException {
    write(model, kindOf(model), out);
  }

  private static void write(LanguageModel model, ModelKind kind, OutputStream out)
      throws IOException {
    try {
      ModelWriter writer = ModelWriter.begin(out, kind, model.vocabulary());
      kind.write(model, writer);
      writer.end();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * Loads a model.
   *
   * @throws MalformedModelException if the file is not a model, or is damaged
   * @throws MissingModelKindException if the program lacks the module that reads such a model
   * @throws IOException if the file can't be read, or becomes shorter while it is read
   */
  public static LanguageModel load(Path file) throws IOException {
    try (InputStream in = TextSource.file(file).open()) {
      return read(in, file.toString());
    }
  }

  /**
   * Reads a model from a stream, to its end, and leaves the stream open.
   *
   * @param source what error messages call the stream
   * @throws MalformedModelException if the stream does not hold a model, or it is damaged
   * @throws MissingModelKindException if the program lacks the module that reads such a model
   * @throws IOException if the stream can't be read
   */
  public static LanguageModel read(InputStream in, String source) throws IOException {
    ModelReader reader = ModelReader.begin(in, source);
    String name = reader.header("kind").text();
    ModelKind kind = kind(candidate -> candidate.name().equals(name)).orElse(null);
    if (kind == null) {
      reader.skipRows(); // whose checksum tells a damaged name from that of a missing kind
      throw new MissingModelKindException(source, name, reader.header("module").text());
    }
    return reader.model(kind);
  }

  /**
   * Whether a file starts like a model file. It may still be damaged.
   *
   * @throws IOException if the file can't be read
   */
  public static boolean isModel(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return isModel(in);
    }
  }

  /**
   * Whether a stream starts like a model file. Some bytes are read from it, and it is left open.
   *
   * @throws IOException if the stream can't be read
   */
  public static boolean isModel(InputStream in) throws IOException {
    byte[] magic = MAGIC.getBytes(StandardCharsets.US_ASCII);
    return Arrays.equals(in.readNBytes(magic.length), magic);
  }

  /**
   * The kind of file for {@code model}.
   *
   * @throws IllegalArgumentException if there is no kind for such a model
   */
  public static ModelKind kindOf(LanguageModel model) {
    return kind(kind -> kind.type().isInstance(model))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no kind of file for "
                        + model.getClass().getName()
                        + "; save the model that it was made from"));
  }

  private static Optional<ModelKind> kind(Predicate<ModelKind> wanted) {
    // The class loader of the thread may belong to a host program that knows nothing of models.
    ClassLoader own = ModelKind.class.getClassLoader();
    for (ServiceLoader<ModelKind> kinds :
        List.of(ServiceLoader.load(ModelKind.class), ServiceLoader.load(ModelKind.class, own))) {
      for (ModelKind kind : kinds) {
        if (wanted.test(kind)) {
          return Optional.of(kind);
        }
      }
    }
    return Optional.empty();
  }
}
