package dev.makemore.model.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makemore.model.LanguageModel;
import dev.makemore.model.io.MalformedModelException;
import dev.makemore.model.io.ModelFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What every kind of model that is saved must do, as properties.
 *
 * <p>To run them on a kind of your own, extend this class in a test whose name ends in {@code
 * Properties}, and say in {@link #models()} which models to try.
 */
public abstract class SavedModelContract {

  /** The models to save; small ones, since every byte of their files is changed in turn. */
  @Provide
  protected abstract Arbitrary<? extends LanguageModel> models();

  /** Whether two models of the kind are the same in all that the kind knows. */
  protected abstract boolean same(LanguageModel saved, LanguageModel loaded);

  @Property(tries = 200)
  void saveThenLoadIsTheIdentity(@ForAll("models") LanguageModel model) throws IOException {
    LanguageModel loaded = read(written(model));
    assertThat(loaded.vocabulary()).isEqualTo(model.vocabulary());
    for (int context = 0; context < model.vocabulary().size(); context++) {
      assertThat(loaded.next(context)).isEqualTo(model.next(context));
    }
    Random random = new Random(1);
    for (int i = 0; i < 20; i++) {
      int[] context = random.ints(model.contextLength(), 0, model.vocabulary().size()).toArray();
      assertThat(loaded.next(context)).isEqualTo(model.next(context));
    }
    assertThat(same(model, loaded)).isTrue();
  }

  @Property(tries = 200)
  void aLoadedModelIsSavedAsTheSameBytes(@ForAll("models") LanguageModel model) throws IOException {
    byte[] bytes = written(model);
    assertThat(written(read(bytes))).isEqualTo(bytes);
  }

  @Property(tries = 10)
  void everyTruncationIsFoundOut(@ForAll("models") LanguageModel model) throws IOException {
    byte[] bytes = written(model);
    for (int length = 0; length < bytes.length; length++) {
      byte[] start = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> read(start))
          .as("the first %d bytes", length)
          .isInstanceOf(MalformedModelException.class)
          .hasMessageMatching("(?s)model:\\d+: .+");
    }
  }

  /** Every bit of every byte, and a few bytes that mean something to the format. */
  @Property(tries = 5)
  void everyChangedByteIsFoundOut(@ForAll("models") LanguageModel model) throws IOException {
    byte[] bytes = written(model);
    for (int i = 0; i < bytes.length; i++) {
      byte original = bytes[i];
      for (int bit = 0; bit < 8; bit++) {
        bytes[i] = (byte) (original ^ 1 << bit);
        assertFoundOut(bytes, i);
      }
      for (char other : "\t\n\r #.\\09".toCharArray()) {
        bytes[i] = (byte) other;
        if (bytes[i] != original) {
          assertFoundOut(bytes, i);
        }
      }
      bytes[i] = original;
    }
  }

  /** As damage with its line, also if the name of the kind has become that of no kind. */
  private static void assertFoundOut(byte[] bytes, int at) {
    assertThatThrownBy(() -> read(bytes))
        .as("byte %d is now %d", at, bytes[at])
        .isInstanceOf(MalformedModelException.class)
        .hasMessageMatching("(?s)model:\\d+: .+");
  }

  private static byte[] written(LanguageModel model) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ModelFile.write(model, bytes);
    return bytes.toByteArray();
  }

  private static LanguageModel read(byte[] bytes) throws IOException {
    return ModelFile.read(new ByteArrayInputStream(bytes), "model");
  }
}
