package dev.makemore.model.io;

import dev.makemore.model.LanguageModel;
import java.io.IOException;

/**
 * Writes and reads one kind of model: a service that the module of the model provides.
 *
 * <p>An implementation is a public class with a public constructor without parameters. It is named
 * in {@code module-info.java} ({@code provides ModelKind with ...}), and for programs on the class
 * path also in {@code META-INF/services/dev.makemore.model.io.ModelKind}.
 */
public interface ModelKind {

  /** The name of the kind in files, such as {@code count}: letters a to z, digits and hyphens. */
  String name();

  /**
   * The module that provides the kind. Files name it, so that a program can tell if it lacks it.
   */
  String module();

  /** The class of the models that the kind writes. */
  Class<? extends LanguageModel> type();

  /**
   * Writes the headers and then the rows of {@code model}.
   *
   * @param model an instance of {@link #type()}
   * @param out the writer, which has written the vocabulary, and will write the checksum
   */
  void write(LanguageModel model, ModelWriter out);

  /**
   * Reads what {@link #write} has written. It has to read the rows even if it expects none, because
   * the checksum is checked after the last one.
   *
   * @throws MalformedModelException if the file does not hold such a model
   * @throws IOException if the file can't be read
   */
  LanguageModel read(ModelReader in) throws IOException;
}
