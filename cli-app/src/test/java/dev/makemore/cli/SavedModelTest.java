package dev.makemore.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.model.contract.Sealed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What generate and evaluate do with -m. */
class SavedModelTest {

  @TempDir private static Path shared;
  private static Path count;
  private static Path net;

  @TempDir private Path folder;

  @BeforeAll
  static void trainBothKinds() {
    count = shared.resolve("count.model");
    net = shared.resolve("net.model");
    assertThat(Run.of("train", "-o", count.toString()).exitCode()).isZero();
    assertThat(Run.of("train", "--model", "net", "-o", net.toString()).exitCode()).isZero();
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  private static void assertFails(Run run, int exitCode, String... parts) {
    assertThat(run.exitCode()).isEqualTo(exitCode);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("makemore: ").contains(parts).doesNotContain("\tat ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"count", "net"})
  void aSavedModelMakesTheSameNamesAsOneThatIsLearnedOnTheSpot(String kind) {
    Run learned = Run.of("generate", "--seed", "42", "-n", "5000", "--model", kind);
    Run saved = Run.of("generate", "--seed", "42", "-n", "5000", "-m", model(kind).toString());
    assertThat(learned.lines()).hasSize(5000);
    assertThat(saved).isEqualTo(learned);
  }

  @ParameterizedTest
  @ValueSource(strings = {"count", "net"})
  void aSavedModelScoresAsOneThatIsLearnedOnTheSpot(String kind) throws Exception {
    Path test = Files.writeString(folder.resolve("test"), "emma\nolivia\n");
    Run learned = Run.of("evaluate", "--json", "--model", kind, "--test", test.toString());
    String model = model(kind).toString();
    assertThat(Run.of("evaluate", "--json", "-m", model, "--test", test.toString()))
        .isEqualTo(learned);
    assertThat(Run.of("evaluate", "--json", "-m", model, "-i", test.toString())).isEqualTo(learned);
  }

  private static Path model(String kind) {
    return kind.equals("net") ? net : count;
  }

  @Test
  void withoutAFileTheBuiltInNamesAreScored() {
    Run run = Run.of("evaluate", "-m", count.toString());
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("model          " + count + "\n", "scored         the built-in names\n")
        .contains("2.450359")
        .doesNotContain("learned from");
  }

  @Test
  void theModelOrTheScoredTextMayBeStandardInput() throws Exception {
    Path test = Files.writeString(folder.resolve("test"), "ab\nab\nac\n");
    Path model = folder.resolve("model");
    assertThat(Run.of("train", "-i", test.toString(), "-o", model.toString()).exitCode()).isZero();
    Run asModel =
        Run.withInput(text(model), "evaluate", "--json", "-m", "-", "-i", test.toString());
    Run asText = Run.withInput(text(test), "evaluate", "--json", "-m", model.toString(), "-i", "-");
    assertThat(asModel.exitCode()).isZero();
    assertThat(asText).isEqualTo(asModel);
    // After a: b twice, c once; all else is certain. Nine predictions.
    double nll = (2 * Math.log(1.5) + Math.log(3)) / 9;
    double shown = Double.parseDouble(asText.out().replaceAll("(?s).*\"nll\":([^,]+),.*", "$1"));
    assertThat(shown).isEqualTo(nll, within(1e-15));
  }

  @Test
  void charactersThatTheModelDoesNotKnowAreImpossible() {
    Run run = Run.withInput("\u00e9\n", "evaluate", "--json", "-m", count.toString(), "-i", "-");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("\"nll\":null");
  }

  @Test
  void newNamesAreThoseThatAreNotInTheKnownFile() throws Exception {
    Path known = Files.writeString(folder.resolve("known"), "ab\n");
    Path corpus = Files.writeString(folder.resolve("corpus"), "ab\nac\n");
    Path model = folder.resolve("model");
    assertThat(Run.of("train", "-i", corpus.toString(), "-o", model.toString()).exitCode())
        .isZero();
    Run run =
        Run.of(
            "generate", "-m", model.toString(), "--new", "--known", known.toString(), "-n", "20");
    assertThat(run.exitCode()).isZero();
    assertThat(run.lines()).hasSize(20).containsOnly("ac");
    Run none = // of the corpus all are known, whether it is learned or named
        Run.of(
            "generate", "-m", model.toString(), "--new", "--known", corpus.toString(), "-n", "1");
    assertThat(none.exitCode()).isEqualTo(1);
    assertThat(none.err()).contains("in " + corpus);
  }

  @ParameterizedTest
  @CsvSource({
    "generate --model count -m M, --model:",
    "evaluate --model net -m M, --model:",
    "evaluate -i - -i -, standard input",
    "score --weights 2 -m M -i F, --weights:",
    "show --weights 2 -m M, --weights:",
    "export --weights 2 --format csv, --weights:",
    "evaluate --weights 0 -i F, --weights: columns are numbered from 1",
    "evaluate --weights=-1 -i F, --weights: columns are numbered from 1",
    "evaluate --weights= -i F, --weights: must be the name or the number of a column",
    "compare --weights 2 A B, --weights:",
    "generate -i F -m M, --input:",
    "generate -i - -m M, --input:",
    "generate --new -m M, --known FILE",
    "generate --known F -m M, --known:",
    "generate --known F, --known:",
    "generate -m - --new --known -, standard input",
    "generate -i - --new --known -, standard input",
    "evaluate -m - -i -, standard input",
    "evaluate -m - --test -, standard input",
    "evaluate -m M -i F --test F, --test:",
  })
  void whatMakesNoSenseTogetherIsAUsageErrorBeforeAnythingIsRead(String line, String part) {
    Run run = Run.of(line.replace(" M", " no/such/model").replace(" F", " no/such").split(" "));
    assertFails(run, 2, part, "try 'makemore " + line.split(" ", 2)[0] + " --help'");
    assertThat(run.err()).hasLineCount(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"generate", "evaluate"})
  void aModelThatIsNotThereIsMissing(String command) {
    assertFails(Run.of(command, "-m", "no/such"), 66, "such: there is no such file");
    assertFails(Run.of(command, "-m", folder.toString()), 66, "is a directory");
  }

  @ParameterizedTest
  @ValueSource(strings = {"generate", "evaluate"})
  void aDamagedModelIsBadDataThatNamesTheLine(String command) throws Exception {
    List<String> lines = Files.readAllLines(count);
    String whole = text(count);
    Path damaged = folder.resolve("damaged");
    Files.writeString(damaged, whole.replaceFirst("\ta\t", "\ta\t1"));
    assertFails(Run.of(command, "-m", damaged.toString()), 65, damaged + ":");
    Files.writeString(damaged, whole.replaceFirst("kind: count", "kind: cownt"));
    assertFails(
        Run.of(command, "-m", damaged.toString()), 65, damaged + ":" + lines.size() + ": ", "sum");
    Files.writeString(damaged, whole.substring(0, whole.length() - 1));
    assertFails(
        Run.of(command, "-m", damaged.toString()), 65, damaged + ":" + lines.size() + ": ", "cut");
    Files.writeString(damaged, whole + "\n");
    assertFails(
        Run.of(command, "-m", damaged.toString()), 65, damaged + ":" + (lines.size() + 1) + ": ");
  }

  @Test
  void aCorpusIsNoModel() throws Exception {
    Path corpus = Files.writeString(folder.resolve("corpus"), "emma\n");
    assertFails(
        Run.of("generate", "-m", corpus.toString()),
        65,
        corpus + ":1: this is not a makemore model");
    assertFails(Run.withInput("", "generate", "-m", "-"), 65, "standard input:1: ");
  }

  @Test
  void aModelWhoseModuleIsNotThereNamesTheModule() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("trigram"),
            Sealed.text(
                "# makemore model 1\n# kind: trigram\n# module: org.example.trigram\n"
                    + "# characters: a\ncontext\tnext\tcount\n"));
    assertFails(
        Run.of("generate", "-m", file.toString()), 1, "'trigram'", "module org.example.trigram");
  }
}
