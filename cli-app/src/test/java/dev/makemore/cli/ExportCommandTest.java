package dev.makemore.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.bigram.count.CountModel;
import dev.makemore.cli.input.Input;
import dev.makemore.cli.io.Terminal;
import dev.makemore.model.Evaluation;
import dev.makemore.model.contract.ArpaScorer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {

  private static final String FIVE = "an\nan\nan\nan\nab\n";

  @TempDir private Path folder;

  private static Run arpa(String... options) {
    String[] arguments = new String[options.length + 3];
    arguments[0] = "export";
    arguments[1] = "--format";
    arguments[2] = "arpa";
    System.arraycopy(options, 0, arguments, 3, options.length);
    return Run.withInput(FIVE, arguments);
  }

  private Path saved(String... options) {
    Path model = folder.resolve("m.model");
    String[] arguments = new String[options.length + 5];
    arguments[0] = "train";
    arguments[1] = "-i";
    arguments[2] = "-";
    arguments[3] = "-o";
    arguments[4] = model.toString();
    System.arraycopy(options, 0, arguments, 5, options.length);
    assertThat(Run.withInput(FIVE, arguments).exitCode()).isZero();
    return model;
  }

  @Test
  void smoothedNamesAreSparseAndSayNothingElse() {
    Run run = arpa("--smoothing", "1");
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    // 27 tokens, the start and <unk>; and 621 distinct pairs, as a line of Python finds
    assertThat(run.out())
        .startsWith("\n\\data\\\nngram 1=29\nngram 2=621\n\n\\1-grams:\n-99\t<unk>\t0\n")
        .endsWith("\n\n\\end\\\n");
    assertThat(run.lines()).hasSize(6 + 29 + 2 + 621 + 2);
  }

  @Test
  void aReaderOfArpaFilesFindsTheCostOfEveryName() {
    ArpaScorer scorer = ArpaScorer.of(arpa("--smoothing", "1").out());
    CountModel model = CountModel.fit(Input.embedded().counts(1), 1);
    double total = 0;
    for (String name : Input.embedded().corpus().list()) {
      total -= Math.log(10) * scorer.total(List.of(name.split("")));
    }
    Evaluation evaluation = Evaluation.of(model, Input.embedded().counts(1));
    double expected = evaluation.averageNll() * evaluation.tokens();
    assertThat(total).isEqualTo(expected, within(1e-5 * expected));
  }

  @Test
  void whatIsImpossibleIsToldOnStderr() {
    // Seen are .a, an, ab, n. and b., of 4 x 4 pairs, and after every token something is not.
    Run run = arpa("-i", "-");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("ngram 2=5\n", "-99\t<s>\t-99\n");
    assertThat(run.err())
        .startsWith("makemore: 11 of 16 pairs are impossible, after 4 of 4 tokens; ")
        .contains("-99")
        .hasLineCount(1);
  }

  @Test
  void aSavedModelIsWrittenAsItWouldBeWhenLearned() {
    assertThat(arpa("-m", saved("--smoothing", "1").toString()).out())
        .isEqualTo(arpa("-i", "-", "--smoothing", "1").out())
        .contains("ngram 2=5\n");
  }

  @Test
  void aNetIsWrittenWithAllItsPairs() {
    Run run = arpa("-m", saved("--model", "net").toString());
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("ngram 2=16\n");
  }

  @Test
  void charactersThatCanNotBeSeenAreNamedOnATerminalToo() {
    Run run = Run.on(Terminal.of("stdout"), "a\u001b b\n", "export", "--format", "arpa", "-i", "-");
    assertThat(run.out()).contains("\t<U+001B>\t", "\t<U+0020>\t").doesNotContain("\u001b");
  }

  @Test
  void aFileIsWrittenWholeAndReplacedOnlyByForce() throws Exception {
    Path file = folder.resolve("five.arpa");
    Run first = arpa("-i", "-", "--smoothing", "1", "-o", file.toString());
    assertThat(first.exitCode()).isZero();
    assertThat(first.out()).isEmpty();
    String content = arpa("-i", "-", "--smoothing", "1").out();
    assertThat(file).hasContent(content);

    Run again = arpa("-i", "-", "-o", file.toString());
    assertThat(again.exitCode()).isEqualTo(73);
    assertThat(again.err())
        .isEqualTo(
            "makemore: " + file + ": exists already, and is not empty; --force replaces it\n");
    assertThat(file).hasContent(content);

    assertThat(arpa("-i", "-", "-o", file.toString(), "--force").exitCode()).isZero();
    assertThat(Files.readString(file)).isEqualTo(arpa("-i", "-").out());
  }

  @Test
  void commaSeparatedValuesAreThoseOfShow() throws Exception {
    Path model = saved("--smoothing", "1");
    String shown = Run.of("show", "-m", model.toString(), "--format", "csv").out();
    assertThat(shown).startsWith("context,next,probability,count\n,a,0.6666666666666666,5\n");
    assertThat(Run.of("export", "-m", model.toString(), "--format", "csv").out()).isEqualTo(shown);
    Path file = folder.resolve("m.csv");
    Run run = Run.of("export", "-m", model.toString(), "--format", "csv", "-o", file.toString());
    assertThat(run).isEqualTo(new Run(0, "", "makemore: saved " + file + "\n"));
    assertThat(file).hasContent(shown);
  }

  @Test
  void theJsonObjectIsThatOfShow() throws Exception {
    Path model = saved("--model", "net");
    String shown = Run.of("show", "-m", model.toString(), "--json").out();
    assertThat(shown).contains("\"vocabulary\":[\"\",\"a\",\"b\",\"n\"]").endsWith("}\n");
    assertThat(Run.of("export", "-m", model.toString(), "--format", "json").out()).isEqualTo(shown);
    Path file = folder.resolve("m.json");
    Run run = Run.of("export", "-m", model.toString(), "--format", "json", "-o", file.toString());
    assertThat(run).isEqualTo(new Run(0, "", "makemore: saved " + file + "\n"));
    assertThat(file).hasContent(shown);
  }

  @Test
  void controlsInValuesAreShownOnATerminalAndKeptInAFile() throws Exception {
    Run run = Run.on(Terminal.of("stdout"), "a\u001b\n", "export", "--format", "csv", "-i", "-");
    assertThat(run.out()).contains("a,<U+001B>,1").doesNotContain("\u001b");
    Path file = folder.resolve("e.csv");
    Run.on(
        Terminal.of("stdout"),
        "a\u001b\n",
        "export",
        "--format",
        "csv",
        "-i",
        "-",
        "-o",
        file.toString());
    assertThat(file).content().contains("a,\u001b,1");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDiskIsAnInputOutputErrorInEveryFormat() {
    for (String format : List.of("arpa", "csv", "json")) {
      Run run = Run.of("export", "--format", format, "-o", "/dev/full");
      assertThat(run.exitCode()).as(format).isEqualTo(74);
      assertThat(run.err()).startsWith("makemore: /dev/full: can't be written: ").hasLineCount(1);
    }
  }

  @Test
  void anEmptyFileIsNoLoss() throws Exception {
    Path file = Files.createFile(folder.resolve("empty"));
    assertThat(arpa("-i", "-", "-o", file.toString()).exitCode()).isZero();
    assertThat(file).isNotEmptyFile();
  }

  @Test
  void theFormatIsNamedAndKnown() {
    Run missing = Run.of("export");
    assertThat(missing.exitCode()).isEqualTo(2);
    assertThat(missing.err()).contains("--format");
    Run unknown = Run.of("export", "--format", "xml");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err()).contains("'xml' is not arpa, csv or json");
  }

  @Test
  void aSavedModelLearnsNothing() {
    Run run = arpa("-m", "m", "-i", "x");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--input: with -m there is nothing to learn");
  }

  @Test
  void aFileThatCanNotBeWrittenIsToldBeforeAnythingIsLearned() {
    Run run = arpa("-i", "no-such-input", "-o", folder.resolve("no/such").toString());
    assertThat(run.exitCode()).isEqualTo(73);
  }
}
