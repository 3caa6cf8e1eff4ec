package dev.makemore.model.io;

import dev.makemore.model.LanguageModel;
import java.io.IOException;

/**
 * How one kind of model is written and read: a service that the model's module provides.
 *
 * <p>An implementation is a public class with a public constructor without parameters. It is named
 * in {@code module-info.java} ({@code provides ModelKind with ...}) and, so that it is found on the
 * class path too, in {@code META-INF/services/dev.makemore.model.io.ModelKind}.
 */
public interface ModelKind {

  /** What files call it, such as {@code count}: letters a to z, digits and hyphens. */
  String name();

  /** The module that provides it. Files name it, for readers who lack it. */
  String module();

  /** The models that it writes. */
  Class<? extends LanguageModel> type();

  /**
   * Writes what is special about {@code model}: its headers, and then its rows.
   *
   * @param model one of {@link #type()}
   * @param out has written the vocabulary already, and will write the checksum
   */
  void write(LanguageModel model, ModelWriter out);

  /**
   * Reads what {@link #write} has written. It reads the rows, even if there are none: their end is
   * where the checksum is checked.
   *
   * @throws MalformedModelException if the file is not as it should be
   * @throws IOException if it can't be read
   */
  LanguageModel read(ModelReader in) throws IOException;
}
