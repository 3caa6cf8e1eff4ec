package dev.makemore.spark;

import dev.makemore.model.LanguageModel;
import dev.makemore.model.Scorer;
import dev.makemore.model.io.ModelFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serial;
import java.io.Serializable;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * A model that is sent to every executor once, as the bytes of its file, and made there when the
 * first text is scored. All tasks of an executor share it.
 */
final class SharedModel implements Serializable {

  @Serial private static final long serialVersionUID = 1;

  private final byte[] file;
  private transient volatile @Nullable Scorer scorer;

  SharedModel(LanguageModel model) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ModelFile.write(model, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // it writes to memory
    }
    this.file = out.toByteArray();
  }

  Scorer.Score score(String text) {
    Scorer ready = scorer;
    return (ready == null ? load() : ready).score(text);
  }

  private synchronized Scorer load() {
    Scorer ready = scorer;
    if (ready == null) {
      try {
        ready = Scorer.of(ModelFile.read(new ByteArrayInputStream(file), "the model"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      scorer = ready;
    }
    return ready;
  }
}
