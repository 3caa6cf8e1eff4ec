package dev.makemore.model.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.arpa.BackoffModel;
import dev.makemore.model.arpa.BackoffModelKind;
import dev.makemore.model.contract.Sealed;
import dev.makemore.model.contract.TableModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {

  private static final BackoffModel MODEL =
      BackoffModel.builder(Vocabulary.of("a"), 2, 0.25, 0.75)
          .row(new int[] {0}, 2, new int[] {1}, new double[] {0.5})
          .build();

  /** One that has no file of its own. */
  private static final LanguageModel TABLE = TableModel.bigram("", new double[] {1});

  @TempDir private Path folder;

  @Test
  void whatIsSavedIsLoaded() throws IOException {
    Path file = folder.resolve("a.model");
    ModelFile.save(MODEL, file);
    BackoffModel loaded = (BackoffModel) ModelFile.load(file);
    assertThat(loaded.unigram(0)).isEqualTo(0.25);
    assertThat(loaded.backoff(0)).isEqualTo(2);
    assertThat(loaded.row(0)).containsExactly(new BackoffModel.ListedGram(1, 0.5));
  }

  @Test
  void aModelIsToldByHowItsFileStarts() throws IOException {
    Path file = folder.resolve("file");
    ModelFile.save(MODEL, file);
    assertThat(ModelFile.isModel(file)).isTrue();
    assertThat(ModelFile.isModel(Files.writeString(file, "# makemore model of a bridge"))).isTrue();
    assertThat(ModelFile.isModel(Files.writeString(file, "# makemore model"))).isFalse();
    assertThat(ModelFile.isModel(Files.writeString(file, "emma\n"))).isFalse();
  }

  @Test
  void aDamagedFileIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("a.model"), "emma\n");
    assertThatThrownBy(() -> ModelFile.load(file))
        .isInstanceOf(MalformedModelException.class)
        .hasMessageStartingWith(file + ":1: this is not a makemore model");
  }

  @Test
  void aKindWhoseModuleIsAbsentNamesThatModule() {
    String file =
        """
        # makemore model 1
        # kind: heavy
        # module: org.example.heavy
        # characters: a
        context\tnext\tweight
        """;
    assertThatThrownBy(() -> ModelFile.read(Sealed.file(file), "m"))
        .isInstanceOf(MissingModelKindException.class)
        .hasMessageStartingWith("m: holds a model of kind 'heavy', which module org.example.heavy")
        .extracting(e -> ((MissingModelKindException) e).module())
        .isEqualTo("org.example.heavy");
  }

  private static final String OF_NO_KIND =
      Sealed.text(
          """
          # makemore model 1
          # kind: heavy
          # module: org.example.heavy
          # characters: a
          context\tnext\tweight
          whatever it holds
          """);

  private static InputStream stream(String file) {
    return new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aKindIsMissingOnlyIfTheFileIsNotDamaged() {
    assertThatThrownBy(() -> ModelFile.read(stream(OF_NO_KIND), "m"))
        .isInstanceOf(MissingModelKindException.class);
    assertThatThrownBy(() -> ModelFile.read(stream(OF_NO_KIND.replace("heavy\n", "heave\n")), "m"))
        .isInstanceOf(MalformedModelException.class)
        .hasMessageStartingWith("m:7: the checksum is not that of the lines above");
    assertThatThrownBy(() -> ModelFile.read(stream(OF_NO_KIND + "\n"), "m"))
        .hasMessageStartingWith("m:8: there is something after the checksum");
    String cut = OF_NO_KIND.substring(0, OF_NO_KIND.indexOf("whatever"));
    assertThatThrownBy(() -> ModelFile.read(stream(cut), "m"))
        .hasMessageStartingWith("m:6: the file ends here, before its checksum");
  }

  @Test
  void aLongNameOfAKindIsCutInTheMessage() {
    String file =
        Sealed.text(
            "# makemore model 1\n# kind: "
                + "k".repeat(60_000)
                + "\n# module: "
                + "m".repeat(60_000)
                + "\n# characters: a\ncontext\tnext\tweight\n");
    assertThatThrownBy(() -> ModelFile.read(stream(file), "m"))
        .isInstanceOf(MissingModelKindException.class)
        .hasMessageContaining("'" + "k".repeat(40) + "...'")
        .hasMessageContaining("m".repeat(200) + "...")
        .message()
        .hasSizeLessThan(600);
  }

  @Test
  void aModelWithoutAKindOfFileIsNotSaved() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ModelFile.save(TABLE, folder.resolve("table.model")))
        .withMessageStartingWith(
            "there is no kind of file for dev.makemore.model.contract.TableModel");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ModelFile.write(TABLE, new ByteArrayOutputStream()));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void theKindsAreFoundWhateverTheThreadKnows() throws IOException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
    try {
      assertThat(ModelFile.kindOf(MODEL)).isInstanceOf(BackoffModelKind.class);
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
