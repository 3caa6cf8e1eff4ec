package dev.makemore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command with a result can write it to a file. */
class ResultFileTest {

  @TempDir private Path folder;

  private String model = "";

  static List<String> commands() {
    return List.of(
        "show",
        "show --row q --format svg",
        "show --format csv -m MODEL",
        "generate --seed 7 --min-length 3",
        "generate --seed 7 -n 5000",
        "generate --seed 7 --json",
        "evaluate --json",
        "score emma olivia --explain",
        "score -m MODEL -i MODEL.txt --json",
        "compare MODEL MODEL",
        "compare MODEL MODEL --json",
        "export --format arpa",
        "export --format json -m MODEL");
  }

  @BeforeEach
  void train() throws IOException {
    model = folder.resolve("names.model").toString();
    assertThat(Run.of("train", "-q", "-o", model).exitCode()).isZero();
    Files.writeString(Path.of(model + ".txt"), "emma\nolivia\n");
  }

  private Run run(String command, String... more) {
    List<String> arguments = new ArrayList<>(List.of(command.replace("MODEL", model).split(" ")));
    arguments.addAll(List.of(more));
    return Run.of(arguments.toArray(String[]::new));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void aFileHoldsWhatStandardOutputWouldGet(String command) throws IOException {
    Path file = folder.resolve("result");
    Run run = run(command, "-q", "-o", file.toString());
    assertThat(run).isEqualTo(new Run(0, "", ""));
    assertThat(Files.readString(file)).isEqualTo(run(command).out()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void anotherFileIsKeptUnlessForced(String command) throws IOException {
    Path file = Files.writeString(folder.resolve("diary"), "dear diary");
    Run refused = run(command, "-o", file.toString());
    assertThat(refused.exitCode()).isEqualTo(73);
    assertThat(refused.err()).contains("exists already").contains("--force");
    assertThat(file).hasContent("dear diary");
    assertThat(run(command, "-o", file.toString(), "--force").exitCode()).isZero();
    assertThat(Files.readString(file)).isEqualTo(run(command).out());
  }

  @ParameterizedTest
  @MethodSource("commands")
  @EnabledOnOs(OS.LINUX)
  void aFullDiskIsAnError(String command) {
    Run run = run(command, "-o", "/dev/full");
    assertThat(run.exitCode()).isEqualTo(74);
    assertThat(run.err()).contains("makemore: /dev/full: can't be written: ");
  }

  @Test
  void whereTheCommandFailsThereIsNoFile() {
    Path file = folder.resolve("result");
    assertThat(run("show -i no-such-file", "-o", file.toString()).exitCode()).isEqualTo(66);
    assertThat(run("show --row xyz", "-o", file.toString()).exitCode()).isEqualTo(2);
    assertThat(file).doesNotExist();
  }

  @Test
  void ofTooFewNamesTheFileHoldsThoseThatThereAre() throws IOException {
    Path file = folder.resolve("result");
    String few = "generate -q --unique --max-length 1 --suffix a --seed 1 -n 5 -o ";
    assertThat(run(few + file).exitCode()).isEqualTo(1);
    assertThat(file).hasContent("a");
    Run none = run("generate --match QQ --seed 1 -n 5 --force -o " + file);
    assertThat(none.exitCode()).isEqualTo(1);
    assertThat(none.err()).endsWith("makemore: nothing was made, so no file was written\n");
    assertThat(file).hasContent("a");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aSignalEndsTheCommandAndTheOldFileStays() throws Exception {
    Path file = Files.writeString(folder.resolve("result"), "old");
    for (String wish : List.of("", "--suffix ella")) {
      String line = "generate -n 1000000000 --force -o " + file + " " + wish;
      Process process = Command.builder(List.of(), line.strip().split(" ")).start();
      Thread.sleep(2_000); // it has begun
      new ProcessBuilder("kill", Long.toString(process.pid())).start().waitFor();
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).as(wish).isTrue();
      assertThat(process.exitValue()).isEqualTo(143);
      assertThat(file).hasContent("old");
    }
  }

  @Test
  void whatAModelWasLearnedFromIsToldAsJson() {
    String names = "{\"items\":30294,\"tokens\":218093,\"vocabulary\":27}\n";
    assertThat(run("train --json -q -o MODEL")).isEqualTo(new Run(0, names, ""));
    String twice = "{\"items\":60588,\"tokens\":436186,\"vocabulary\":27}\n";
    assertThat(run("merge MODEL MODEL --json -q -o " + folder.resolve("both")))
        .isEqualTo(new Run(0, twice, ""));
    Run net = run("train --model net --steps 3 --json -q -o MODEL");
    assertThat(net.out())
        .startsWith("{\"items\":30294,\"tokens\":218093,\"vocabulary\":27,\"steps\":3,\"loss\":2.")
        .endsWith(",\"certified\":false}\n");
    assertThat(net.exitCode()).isZero();
  }

  @Test
  void aModelAndJsonDoNotFitOnOneStandardOutput() {
    for (String command : List.of("train -o - --json", "merge MODEL MODEL -o - --json")) {
      Run run = run(command);
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err()).startsWith("makemore: --json: the model goes to standard output");
    }
  }
}
