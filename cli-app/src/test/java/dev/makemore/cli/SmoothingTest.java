package dev.makemore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The one rule for smoothing, for a model that is learned and for one that was saved. */
class SmoothingTest {

  @TempDir private Path folder;
  private String list = "";

  @BeforeEach
  void writeList() throws Exception {
    list = Files.writeString(folder.resolve("list"), "anna\nben\nanna\n").toString();
  }

  private String trained(String... options) {
    String model = folder.resolve("model").toString();
    assertThat(run("train -i LIST -o " + model, options).exitCode()).isZero();
    return model;
  }

  @Test
  void aSavedModelScoresAsOneThatIsLearned() {
    Run learned = Run.of("score", "-i", list, "anna", "nab", "");
    assertThat(learned.out()).doesNotContain("Infinity");
    assertThat(Run.of("score", "-m", trained(), "anna", "nab", "")).isEqualTo(learned);
  }

  @Test
  void aSavedModelCanBeToldNotToBeSmoothed() {
    Run learned = Run.of("score", "-i", list, "--smoothing", "0", "nab");
    assertThat(learned.out()).contains("Infinity");
    assertThat(Run.of("score", "-m", trained(), "--smoothing", "0", "nab")).isEqualTo(learned);
  }

  /** That model has been told otherwise. */
  @Test
  void aModelThatWasSavedWithASmoothingKeepsIt() {
    String model = trained("--smoothing", "0.25");
    assertThat(Run.of("score", "-m", model, "nab"))
        .isEqualTo(Run.of("score", "-i", list, "--smoothing", "0.25", "nab"));
    assertThat(Run.of("score", "-m", model, "--smoothing", "2", "nab"))
        .isEqualTo(Run.of("score", "-i", list, "--smoothing", "2", "nab"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evaluate --json --test LIST",
        "generate --seed 3 --new --known LIST",
        "show --format csv",
        "export --format arpa"
      })
  void everyCommandSmoothsASavedModelAsALearnedOne(String command) {
    String model = trained();
    for (String k : new String[] {"1", "0.5"}) {
      assertThat(run(command, "-m", model, "--smoothing", k))
          .isEqualTo(run(command, "-i", list, "--smoothing", k));
    }
  }

  private Run run(String command, String... more) {
    List<String> line = new ArrayList<>(List.of(command.replace("LIST", list).split(" ")));
    line.addAll(List.of(more));
    return Run.of(line.toArray(String[]::new));
  }

  @Test
  void otherCommandsUseASavedModelAsItIs() {
    Run learned = run("evaluate --json --test LIST -i LIST");
    assertThat(learned.out()).contains("\"impossible\":0");
    assertThat(run("evaluate --json --test LIST -m", trained())).isEqualTo(learned);
  }

  @Test
  void theDescriptionSaysIt() {
    String model = trained();
    assertThat(Run.of("evaluate", "-m", model, "--smoothing", "1").out())
        .startsWith("model          " + model + ", smoothing 1\n");
    assertThat(Run.of("show", "-m", model, "--smoothing", "0.5").out())
        .startsWith(
            "model          " + model + ", smoothing 0.5\nkind           count, smoothing 0.5\n");
    assertThat(Run.of("show", "-m", model, "--smoothing", "0.5", "--json").out())
        .contains(", smoothing 0.5\",\"kind\":\"count\",\"smoothing\":0.5,");
  }

  @Test
  void onlyCountsCanBeSmoothed() {
    String net = trained("--model", "net");
    Run asItIs = Run.of("score", "-m", net, "nab");
    assertThat(asItIs.exitCode()).isZero();
    assertThat(asItIs.out()).doesNotContain("Infinity");
    for (String command : new String[] {"score", "evaluate", "generate", "show"}) {
      Run run = Run.of(command, "-m", net, "--smoothing", "1");
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err())
          .startsWith("makemore: --smoothing: " + net + " is not a count model")
          .contains("train one with 'makemore train --smoothing'");
    }
  }

  @Test
  void aSmoothingThatIsTooLargeIsRefused() {
    for (String k : new String[] {"-1", "1e308"}) {
      Run run = Run.of("show", "-m", trained(), "--smoothing", k);
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err()).startsWith("makemore: --smoothing: ");
    }
  }
}
