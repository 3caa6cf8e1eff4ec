package dev.makemore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may stand after --model. */
class ModelChoiceTest {

  @TempDir private Path folder;
  private String model = "";

  @BeforeEach
  void train() throws Exception {
    model = folder.resolve("names.model").toString();
    Path list = Files.writeString(folder.resolve("list"), "anna\nben\n");
    assertThat(Run.of("train", "-i", list.toString(), "-o", model).exitCode()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "score emma",
        "evaluate",
        "generate --seed 1",
        "show --row a",
        "export --format arpa",
        "evaluate --smoothing 1 --json"
      })
  void theFileOfASavedModelIsTheSameAsWithM(String command) {
    Run run = Run.of((command + " -m " + model).split(" "));
    assertThat(run.exitCode()).isZero();
    assertThat(Run.of((command + " --model " + model).split(" "))).isEqualTo(run);
    assertThat(Run.of((command + " --model=" + model).split(" "))).isEqualTo(run);
  }

  @Test
  void itMayBeStandardInput() throws Exception {
    String text = Files.readString(Path.of(model));
    assertThat(Run.withInput(text, "score", "--model", "-", "anna"))
        .isEqualTo(Run.of("score", "-m", model, "anna"));
    Run twice = Run.withInput(text, "evaluate", "--model", "-", "-i", "-");
    assertThat(twice.exitCode()).isEqualTo(2);
  }

  @Test
  void aWordThatIsNeitherKindNorFileIsRefused() {
    Run run = Run.of("show", "--model", "nte");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "makemore: invalid value for option '--model': 'nte' is not count, mlp, net or ngram, and there is"
                + " no such file; other learners come with --plugins DIR\nmakemore: did you mean net?\nmakemore: try 'makemore show --help'\n");
    assertThat(Run.of("show", "--model", "").exitCode()).isEqualTo(2);
    assertThat(Run.of("show", "--model", "a\0b").exitCode()).isEqualTo(2);
  }

  @Test
  void aFileThatIsNoModelIsAnErrorOfTheFile() {
    Run run = Run.of("show", "--model", folder.toString());
    assertThat(run.exitCode()).isEqualTo(66);
    assertThat(run.err()).contains("is a directory");
    assertThat(Run.of("show", "--model", folder.resolve("list").toString()).exitCode())
        .isEqualTo(65);
  }

  @Test
  void onlyOneModelIsUsed() {
    Run run = Run.of("show", "--model", model, "-m", model);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("makemore: --model: names a saved model, and so does -m; give only one\n");
    assertThat(Run.of("generate", "--model", model, "-i", model).err())
        .startsWith("makemore: --input: ");
  }

  @Test
  void whereAModelIsTrainedItHasNoFileYet() {
    for (String name : new String[] {model, "new.model", "folder/new"}) {
      Run run = Run.of("train", "--model", name, "-o", folder.resolve("x").toString());
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err())
          .startsWith(
              "makemore: invalid value for option '--model': '"
                  + name
                  + "' is not count, mlp, net or ngram; to save the model in this file, use -o "
                  + name
                  + "\n");
    }
    assertThat(Run.of("train", "--model", "nte", "-o", "x").err())
        .startsWith(
            "makemore: invalid value for option '--model': 'nte' is not count, mlp, net or ngram;"
                + " other learners come with --plugins DIR\n");
  }

  @Test
  void theHelpSaysIt() {
    assertThat(Run.of("help", "score").out()).contains("--model=KIND|FILE", "same as with -m");
    assertThat(Run.of("help", "train").out()).contains("--model=KIND").doesNotContain("|FILE");
  }
}
