package dev.makemore.model.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.model.LanguageModel;
import dev.makemore.model.io.MalformedModelException;
import dev.makemore.model.io.MissingModelKindException;
import dev.makemore.model.io.ModelFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * What must hold of any bytes that are taken for a model: they are refused with a line, or read as
 * a model that can be saved and loaded again.
 */
public final class FuzzedModel {

  private FuzzedModel() {}

  /** Checks it of {@code bytes}, and of the same lines with a right checksum under them. */
  public static void check(byte... bytes) throws IOException {
    checkFile(bytes);
    checkFile(Sealed.bytes(bytes));
  }

  private static void checkFile(byte[] file) throws IOException {
    LanguageModel model;
    try {
      model = read(file);
    } catch (MalformedModelException e) {
      assertThat(e).hasMessageStartingWith("fuzz:" + e.line() + ": ");
      assertThat(e.line()).isBetween(1L, linesOf(file));
      return;
    } catch (MissingModelKindException e) {
      assertThat(e).hasMessageStartingWith("fuzz: holds a model of kind ");
      return;
    }
    byte[] written = written(model);
    LanguageModel again = read(written);
    assertThat(written(again)).isEqualTo(written);
    assertThat(again.vocabulary()).isEqualTo(model.vocabulary());
    for (int context = 0; context < model.vocabulary().size(); context++) {
      assertThat(again.next(context)).isEqualTo(model.next(context));
    }
  }

  /** How many lines there are, and one more for what is missing after the last. */
  private static long linesOf(byte[] file) {
    long lines = 1;
    for (byte b : file) {
      lines += b == '\n' ? 1 : 0;
    }
    return lines;
  }

  private static LanguageModel read(byte[] file) throws IOException {
    return ModelFile.read(new ByteArrayInputStream(file), "fuzz");
  }

  private static byte[] written(LanguageModel model) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ModelFile.write(model, bytes);
    return bytes.toByteArray();
  }
}
