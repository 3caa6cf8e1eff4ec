package dev.makemore.cli;

import dev.makemore.model.Distribution;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.contract.FunctionModel;
import dev.makemore.model.io.ModelKind;
import dev.makemore.model.io.ModelReader;
import dev.makemore.model.io.ModelWriter;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;

/** A kind of models that look at two characters, as a module of someone else may bring it. */
public final class LongContextKind implements ModelKind {

  @Override
  public String name() {
    return "long";
  }

  @Override
  public String module() {
    return "somewhere";
  }

  @Override
  public Class<FunctionModel> type() {
    return FunctionModel.class;
  }

  @Override
  public void write(LanguageModel model, ModelWriter out) {
    out.columns("count");
  }

  @Override
  public LanguageModel read(ModelReader in) throws IOException {
    in.rows("count", (context, next, value) -> {});
    int size = in.vocabulary().size();
    return new FunctionModel(in.vocabulary(), 2, context -> Distribution.uniform(size));
  }

  /**
   * A class loader that brings this kind as a service. It defines the class once more, outside of
   * all named modules, whose services would have to be in their descriptors.
   */
  static ClassLoader loader(Path folder) throws IOException {
    String own = LongContextKind.class.getName();
    URL service = Files.writeString(folder.resolve("service"), own).toUri().toURL();
    return new ClassLoader(LongContextKind.class.getClassLoader()) {
      @Override
      protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.equals(own) || findLoadedClass(name) != null) {
          return super.loadClass(name, resolve); // which returns what it has defined
        }
        try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
          byte[] bytes = in.readAllBytes();
          return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
          throw new ClassNotFoundException(name, e);
        }
      }

      @Override
      public Enumeration<URL> getResources(String name) throws IOException {
        return name.endsWith(ModelKind.class.getName())
            ? Collections.enumeration(Collections.singleton(service))
            : super.getResources(name);
      }
    };
  }
}
