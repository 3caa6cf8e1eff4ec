package dev.makemore.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.ExitCode;
import dev.makemore.cli.io.Logging;
import dev.makemore.cli.io.Problems;
import dev.makemore.cli.io.StandardOutput;
import dev.makemore.cli.io.Terminal;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitCodeTest {

  @TempDir private Path folder;

  private static void assertFails(Run run, int exitCode, String... parts) {
    assertThat(run.exitCode()).isEqualTo(exitCode);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("makemore: ").contains(parts).doesNotContain("\tat ");
  }

  @ParameterizedTest
  @CsvSource({
    "--temperature, -1",
    "--temperature, NaN",
    "--top-k, 0",
    "--top-p, 0",
    "--top-p, 1.5",
    "--prefix, \u00c9",
    "--max-length, 0",
    "--min-length, -1",
    "--min-length, 1001",
    "--suffix, \u00c9",
    "--match, a(b",
    "--smoothing, -0.5",
    "--smoothing, Infinity",
    "-n, -1",
    "--number, ten",
    "--seed, 1.5",
    "--top-k, 3000000000",
    "--model, trigram",
    "--color, blue",
  })
  void aValueThatMakesNoSenseIsAUsageErrorThatNamesIt(String option, String value) {
    Run run = Run.of("generate", option, value);
    assertFails(run, 2, option, value, "try 'makemore generate --help'");
    assertThat(run.err()).doesNotContain("Usage:").hasLineCount(2);
  }

  @Test
  void aSmoothingThatIsTooLargeForAnyTextIsRefusedBeforeTheTextIsRead() {
    Run run = Run.of("generate", "-i", "there is none", "--smoothing", "1e308");
    assertFails(run, 2, "--smoothing: is too large for any text, was 1e308");
  }

  /** Java writes these values as 0.0, Infinity and -0.5. */
  @Test
  void aMessageNamesTheNumberAsItWasTyped() {
    assertFails(Run.of("generate", "--top-p", "0"), 2, "at most 1, was 0\n");
    assertFails(Run.of("generate", "--temperature", "1e400"), 2, "'1e400' is too large");
    assertFails(Run.of("generate", "--smoothing", "-.5"), 2, "must be >= 0, was -.5\n");
    assertFails(Run.of("score", "--threshold", "-1"), 2, "must be >= 0, was -1\n");
    String model = folder.resolve("model").toString();
    Run net = Run.of("train", "--model", "net", "-o", model, "--learning-rate", "0");
    assertFails(net, 2, "--learning-rate: ", "was 0\n");
  }

  /** Two tokens let it pass before the text is read; this text has five. */
  @Test
  void aSmoothingThatIsTooLargeForItsTextIsNamedWithTheTokensOfTheText() {
    Run run = Run.withInput("abcd\n", "generate", "-i", "-", "--smoothing", "8e307");
    assertFails(run, 2, "--smoothing", "times 5 tokens is too large");
  }

  @Test
  void aFlagTakesNoValue() {
    assertFails(Run.of("generate", "--lowercase=x"), 2, "--lowercase", "takes no value, was 'x'");
  }

  @Test
  void anUnknownCommandIsNotAnsweredWithHelp() {
    for (String line : List.of("inspect", "inspect --help", "help inspect")) {
      assertFails(Run.of(line.split(" ")), 2, "unknown command: 'inspect'");
    }
    for (String line : List.of("help train inspect", "generate-completion inspect")) {
      assertFails(Run.of(line.split(" ")), 2, "unknown argument: 'inspect'");
    }
    assertFails(Run.of("-i", "--help"), 2, "unknown option: '-i'");
  }

  @Test
  void aCodeWithoutACharacterIsSaidToBeThat() {
    for (String code : List.of("110000", "D800", "dfff")) {
      String row = "\\u{" + code + "}";
      assertFails(Run.of("show", "--row", row), 2, "--row: '" + row + "' is not a character");
    }
  }

  /** The model knows a to z. */
  @Test
  void theOtherCaseIsSuggestedWhereItIsKnown() throws Exception {
    String hint = "with --lowercase it is";
    assertFails(Run.of("generate", "--prefix", "Em"), 2, "'E' (U+0045)", hint);
    assertThat(Run.of("generate", "--prefix", "Em", "--lowercase").exitCode()).isZero();
    assertThat(Run.of("generate", "--prefix", "E#").err()).doesNotContain(hint);
    Path upper = Files.writeString(folder.resolve("upper"), "ABAB\n");
    String[] learned = {"generate", "-i", upper.toString(), "--prefix", "ab"};
    assertFails(Run.of(learned), 2, hint);
    Path model = folder.resolve("model");
    Run.of("train", "-i", upper.toString(), "-o", model.toString());
    assertThat(Run.of("generate", "-m", model.toString(), "--prefix", "ab").err())
        .contains("'a' (U+0061)")
        .doesNotContain(hint); // the model stays as it is
  }

  @Test
  void aTextInTheOtherCaseIsScoredAndTheOptionSuggested() throws Exception {
    Run run = Run.of("score", "emma", "Emma", "EMMA", "Em#");
    assertThat(run.exitCode()).isZero();
    assertThat(run.lines()).hasSize(4);
    assertThat(run.err())
        .isEqualTo(
            "makemore: 3 of 4 texts cost infinitely much: the model does not know 'E' (U+0045),"
                + " 'M' (U+004D), 'A' (U+0041), '#' (U+0023)\n"
                + "makemore: with --lowercase 'Emma' is possible\n"
                + "makemore: for 'Em#', use a model that learned from text with its characters and"
                + " pairs\n");
    assertThat(Run.of("score", "Emma", "--lowercase").out()).doesNotContain("Infinity");
    assertThat(Run.of("score", "Em#").err()).doesNotContain("--lowercase");
    String upper = Files.writeString(folder.resolve("upper"), "EMMA\n").toString();
    assertThat(Run.of("evaluate", "--test", upper).err())
        .contains("5 of 5 predictions are impossible, which makes the average infinite")
        .contains("with --lowercase '.E' is possible");
    assertThat(Run.of("evaluate", "--test", upper, "--lowercase").err()).isEmpty();
  }

  @Test
  void aMisspelledOptionGetsASuggestion() {
    assertFails(Run.of("generate", "--tempratur", "1"), 2, "'--tempratur'", "--temperature?");
  }

  @Test
  void anUnknownCommandIsAUsageError() {
    assertFails(Run.of("genrate"), 2, "'genrate'", "generate?");
    assertFails(Run.of("help", "nosuch"), 2, "nosuch");
  }

  @Test
  void usageIsJudgedBeforeAnythingIsRead() {
    assertFails(Run.of("generate", "-i", "nosuch", "--top-k", "0"), 2, "--top-k");
  }

  @Test
  void malformedUtf8IsBadDataThatNamesTheLineAndTheByte() throws Exception {
    byte[] bytes = "emma\nol?via\n".getBytes(StandardCharsets.US_ASCII);
    bytes[7] = (byte) 0xFF;
    Path file = Files.write(folder.resolve("names"), bytes);
    assertFails(Run.of("generate", "-i", file.toString()), 65, file + ":2", "0xFF", "offset 7");
    assertFails(Run.of("generate", "--new", "-i", file.toString()), 65, file + ":2");
    assertFails(Run.of("evaluate", "--test", file.toString()), 65, file + ":2");
  }

  @Test
  void aCorpusWithoutItemsIsBadData() throws Exception {
    Path file = Files.writeString(folder.resolve("empty"), "");
    assertFails(Run.of("generate", "-i", file.toString()), 65, file.toString(), "no items");
    assertFails(Run.of("evaluate", "--test", file.toString()), 65, file.toString(), "no items");
    assertFails(Run.withInput("\n\n", "generate", "-i", "-"), 65, "standard input", "no items");
  }

  @Test
  void anInputThatIsNotThereIsMissing() {
    assertFails(Run.of("generate", "-i", "no/such"), 66, "such: there is no such file");
    assertFails(Run.of("evaluate", "--test", "nosuch"), 66, "nosuch");
    assertFails(Run.of("generate", "-i", ""), 66, "''");
  }

  @Test
  void whatCanNotBeOpenedIsNoInputForWhateverReason() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "a\n");
    String inside = file.resolve("x").toString(); // a file is no folder
    assertFails(Run.of("generate", "-i", inside), 66, inside + ": can't be opened");
  }

  @Test
  void aSmoothingTooLargeForTheTextIsAUsageError() {
    assertFails(Run.of("generate", "--smoothing", "1e307"), 2, "--smoothing", "too large");
    assertFails(
        Run.of("generate", "--model", "net", "--smoothing", "1e306"),
        2,
        "--smoothing",
        "too large");
  }

  @Test
  void aNumberTooLargeIsSaidToBeThat() {
    assertFails(Run.of("generate", "--seed", "99999999999999999999"), 2, "--seed", "too large");
  }

  @Test
  void controlsInAMessageAreShownAndNotSent() {
    assertFails(Run.of("generate", "--prefix", "a\u001bb"), 2, "a<U+001B>b");
  }

  @Test
  void aDirectoryIsNoInput() {
    assertFails(Run.of("generate", "-i", folder.toString()), 66, folder.toString(), "directory");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void anInputWithoutPermissionIsNoInput() throws Exception {
    Path file = Files.writeString(folder.resolve("secret"), "emma\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(file), "root may read everything");
    assertFails(Run.of("generate", "-i", file.toString()), 66, file.toString(), "permission");
  }

  @Test
  void aVocabularyTooLargeForANetIsAFailureThatSaysWhatToDo() {
    StringBuilder item = new StringBuilder();
    for (int i = 0; i < 1_024; i++) {
      item.appendCodePoint(0x4E00 + i);
    }
    Run run = Run.withInput(item + "\n", "generate", "--model", "net", "-i", "-");
    assertFails(run, 1, "1024 different characters", "--model count");
  }

  @Test
  void aBugIsReportedWithWhatToDoAndWithoutAStackTrace() {
    StringWriter err = new StringWriter();
    OutputStream nowhere = OutputStream.nullOutputStream();
    Console console =
        new Console(
            InputStream.nullInputStream(),
            nowhere,
            StandardOutput.of(nowhere, false),
            new PrintWriter(err, true),
            Terminal.of(""));
    Logging.setVerbose(false);
    ExitCode code = new Problems(console).report(new IllegalStateException("oops"));
    assertThat(code.number()).isEqualTo(70);
    assertThat(err.toString())
        .contains("oops", "please report it", "makemore --version")
        .doesNotContain("\tat ");
    Logging.setVerbose(true);
    new Problems(console).report(new IllegalStateException("a\tb\u001b"));
    Logging.setVerbose(false);
    assertThat(err.toString())
        .contains("\tat ", "\njava.lang.IllegalStateException: a<U+0009>b<U+001B>\n");
  }

  @Test
  void allCodesHaveAPageOfTheHelp() {
    Run help = Run.of("help", "exit-codes");
    assertThat(help.exitCode()).isZero();
    assertThat(help.err()).isEmpty();
    for (ExitCode code : ExitCode.values()) {
      assertThat(help.out()).containsPattern("(?m)^ +" + code.number() + " +\\S");
    }
  }
}
