package dev.makemore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.cli.io.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several -i, which are one list. */
class SeveralInputsTest {

  @TempDir private Path folder;
  private String a = "";
  private String b = "";
  private String both = "";

  @BeforeEach
  void writeLists() throws IOException {
    a = file("a", "\uFEFFanna\n\nben"); // whose last line has no end
    b = file("b", "\uFEFFanna\r\ncarl\r\n");
    both = file("both", "anna\n\nben\nanna\ncarl\n");
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static Run run(String command, String... more) {
    List<String> line = new ArrayList<>(List.of(command.split(" ")));
    line.addAll(List.of(more));
    return Run.of(line.toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evaluate --json",
        "evaluate --json --lowercase",
        "evaluate --json --model net",
        "generate --seed 1 --smoothing 1",
        "generate --seed 1 --smoothing 1 --new",
        "score anna bob",
        "show --json",
        "export --format csv",
        "train -o -"
      })
  void severalFilesAreOneList(String command) {
    Run together = run(command, "-i", both);
    assertThat(together.exitCode()).isZero();
    Run several = run(command, "-i", a, "--input=" + b);
    assertThat(several.exitCode()).isZero();
    assertThat(several.out()).isEqualTo(together.out());
  }

  @Test
  void whatIsNewIsInNoneOfThem() {
    Run run = run("generate -n 500 --smoothing 1 --new --seed 3 -i", a, "-i", b);
    assertThat(run.lines()).hasSize(500).doesNotContain("anna", "ben", "carl");
  }

  @Test
  void aSavedModelScoresTheLinesOfAllInTheirOrder() throws IOException {
    String model = folder.resolve("model").toString();
    assertThat(run("train -o", model, "-i", both).exitCode()).isZero();
    assertThat(run("score --text-only -m", model, "-i", b, "-i", a).lines())
        .containsExactly("anna", "carl", "anna", "", "ben");
    assertThat(run("evaluate --json -m", model, "-i", b, "-i", a))
        .isEqualTo(run("evaluate --json -m", model, "-i", both));
    assertThat(run("compare", model, model, "-i", a, "-i", b).out())
        .contains("scored           " + a + ", " + b + "\n");
    assertThat(GivenText.of(run("explore -o -", "-i", b, "-i", a).out()))
        .containsEntry("name", "list.txt")
        .containsEntry("text", "anna\ncarl\nanna\nben\n");
  }

  @Test
  void headingsAndMessagesNameThem() throws IOException {
    assertThat(run("evaluate -i", a, "-i", b).out())
        .contains("learned from   " + a + ", " + b + "\n", "scored         " + a + ", " + b + "\n");
    String c = file("c", "x\n");
    assertThat(run("show -i", a, "-i", b, "-i", c, "-i", both).out())
        .contains("learned from   " + a + " and 3 other files\n");
    assertThat(run("generate --new -n 1 --temperature 0 -i", c, "-i", c).err())
        .contains("are in " + c + ", " + c);
  }

  @Test
  void anErrorNamesTheFileThatHasIt() throws IOException {
    Files.write(folder.resolve("c"), new byte[] {'x', '\n', (byte) 0xFF});
    String c = folder.resolve("c").toString();
    for (String command : List.of("evaluate", "generate --new", "score emma")) {
      Run malformed = run(command, "-i", a, "-i", c, "-i", b);
      assertThat(malformed.exitCode()).isEqualTo(65);
      assertThat(malformed.err()).startsWith("makemore: " + c + ":2: byte 0xFF").hasLineCount(1);
      assertThat(run(command, "-i", a, "-i", c + "gone").err())
          .isEqualTo("makemore: " + c + "gone: there is no such file\n");
      assertThat(run(command, "-i", a, "-i", folder.toString()).err())
          .isEqualTo(
              "makemore: " + folder + ": is a directory, not a file; name the files in it\n");
    }
  }

  @Test
  void anEmptyFileAmongOthersIsNoted() throws IOException {
    String empty = file("empty", "\n");
    Run run = run("evaluate --json -i", a, "-i", empty);
    assertThat(run.out()).isEqualTo(run("evaluate --json -i", a).out());
    assertThat(run.err()).isEqualTo("makemore: " + empty + ": has no items\n");
    Run none = run("evaluate -i", empty, "-i", empty);
    assertThat(none.exitCode()).isEqualTo(65);
    assertThat(none.err())
        .isEqualTo("makemore: " + empty + ", " + empty + ": has no items; write one item a line\n");
  }

  @Test
  void aFileThatIsGivenTwiceCountsTwiceAndThatIsSaid() {
    String other = folder.resolve("x/../a").normalize().resolveSibling("./a").toString();
    Run run = run("evaluate --json -i", a, "-i", other);
    assertThat(run.out()).startsWith("{\"items\":4,");
    assertThat(run.err())
        .isEqualTo("makemore: " + other + ": is given more than once, and counted each time\n");
  }

  @Test
  void eachThatLooksLikeATableGetsAHint() throws IOException {
    String c = file("c", "anna,3\nben,5\n");
    assertThat(run("evaluate -i", a, "-i", c, "-i", b).err())
        .startsWith("makemore: " + c + ": looks like a table")
        .hasLineCount(1);
  }

  @Test
  void oneOfThemMayBeStandardInput() {
    Run run = Run.withInput("anna\ncarl\n", "evaluate", "--json", "-i", a, "-i", "-");
    assertThat(run).isEqualTo(run("evaluate --json -i", both));
    Run twice = Run.withInput("x\n", "evaluate", "-i", "-", "-i", a, "-i", "-");
    assertThat(twice.exitCode()).isEqualTo(2);
    assertThat(twice.err())
        .startsWith("makemore: standard input, -, can only be read once; name files");
  }

  @Test
  void typedItemsAreAskedForWhenTheirTurnComes() {
    Run run =
        Run.on(Terminal.of("stdin,stderr"), "zoe\n", "evaluate", "--json", "-i", a, "-i", "-");
    assertThat(run.out()).startsWith("{\"items\":3,");
    assertThat(run.err())
        .isEqualTo(
            "makemore: reading items from the terminal, one a line; Ctrl-D" + " ends the input\n");
  }
}
