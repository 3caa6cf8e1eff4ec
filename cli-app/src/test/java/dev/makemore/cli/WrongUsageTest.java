package dev.makemore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command says where it was typed wrong: the right suggestion, or none. */
class WrongUsageTest {

  @TempDir private Path folder;

  @BeforeEach
  void makeFiles() throws Exception {
    Files.writeString(folder.resolve("names.txt"), "emma\nolivia\n");
    Files.writeString(folder.resolve("my names.txt"), "emma\n");
    Files.createDirectory(folder.resolve("names"));
    run("train -i names.txt -o a.model");
  }

  private Run run(String line) throws Exception {
    return run(line.isEmpty() ? new String[0] : line.split(" "));
  }

  /** In the folder, where its files have short names. */
  private Run run(String... words) throws Exception {
    return Command.run(Command.builder(List.of(), words).directory(folder.toFile()));
  }

  private static void assertSays(Run run, String... messages) {
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    List<String> said = run.err().lines().toList();
    assertThat(said.subList(0, said.size() - 1))
        .containsExactlyElementsOf(Stream.of(messages).map(text -> "makemore: " + text).toList());
    assertThat(said.get(said.size() - 1)).matches("makemore: try 'makemore( [a-z-]+)? --help'");
  }

  @ParameterizedTest
  @CsvSource({
    "score --treshold 3, option, --treshold, --threshold",
    "show --count, option, --count, --counts",
    "train --ouput x, option, --ouput, --output",
    "train --ouput=x, option, --ouput, --output",
    "train -output x, option, -output, --output",
    "train -i names.txt -output, option, -output, --output",
    "generate -new, option, -new, --new",
    "generate -N 3, option, -N, -n",
    "generate seed 7, argument, seed, --seed",
    "generat, command, generat, generate",
    "help generat, command, generat, generate",
    "help exit-code, command, exit-code, exit-codes",
    "trian, command, trian, train",
    "trian -i names.txt, command, trian, train",
  })
  void whatWasMeantIsSuggested(String line, String kind, String typed, String meant)
      throws Exception {
    assertSays(run(line), "unknown " + kind + ": '" + typed + "'", "did you mean " + meant + "?");
  }

  @ParameterizedTest
  @CsvSource({
    "generate --count, option, --count",
    "generate -l, option, -l",
    "generate --x, option, --x",
    "learn, command, learn",
    "generate more, argument, more",
    "names, command, names", // a folder
  })
  void nothingIsSuggestedWhereNothingIsNear(String line, String kind, String typed)
      throws Exception {
    assertSays(run(line), "unknown " + kind + ": '" + typed + "'");
  }

  @Test
  void aWrongWordOfAFewGetsTheRightOne() throws Exception {
    assertSays(
        run("generate --model nte"),
        "invalid value for option '--model': 'nte' is not count, mlp, net or ngram, and there is no such"
            + " file; other learners come with --plugins DIR",
        "did you mean net?");
    assertSays(
        run("export --format xml"),
        "invalid value for option '--format': 'xml' is not arpa, csv or json");
  }

  @Test
  void anOptionOfAnotherCommandIsSaidToBeThat() throws Exception {
    assertSays(
        run("generate --threshold 3"),
        "unknown option: '--threshold'",
        "--threshold is an option of score");
    assertSays(
        run("demo --json"),
        "unknown option: '--json'",
        "--json is an option of train, merge, generate, evaluate, score, show and compare");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--seed 7", "--seed 7 generate"})
  void anOptionBeforeItsCommandIsMoved(String line) throws Exception {
    assertSays(
        run(line),
        "unknown option: '--seed'",
        "--seed is an option of train, generate, evaluate, score, show and export; write: makemore generate --seed 7");
  }

  @Test
  void anOptionWithoutItsValueIsNamed() throws Exception {
    assertThat(run("generate --seed=").err()).contains("'--seed': '' is not a whole number");
    assertThat(run("train -o").err()).contains("option '--output' (FILE)");
  }

  @ParameterizedTest
  @CsvSource({
    "train names.txt, train -i names.txt -o FILE",
    "train names.txt -o x, train -i names.txt -o x",
    "generate names.txt --new, generate -i names.txt --new",
    "names.txt, generate -i names.txt",
    "evaluate names.txt, evaluate -i names.txt",
  })
  void aBareFileIsMeantForInput(String line, String meant) throws Exception {
    assertThat(run(line).err())
        .contains(": 'names.txt'\nmakemore: to learn from it, write: makemore " + meant + "\n");
  }

  @Test
  void aBareFileIsNamedSoThatItCanBeCopied() throws Exception {
    assertSays(
        run("generate", "my names.txt"),
        "unknown argument: 'my names.txt'",
        "to learn from it, write: makemore generate -i 'my names.txt'");
  }

  @Test
  void aBareModelIsMeantForLoad() throws Exception {
    assertSays(
        run("show a.model"),
        "unknown argument: 'a.model'",
        "to use this model, write: makemore show -m a.model");
    assertSays(
        run("compare a.model a.model names.txt"),
        "unknown argument: 'names.txt'",
        "to read it, write: makemore compare a.model a.model -i names.txt");
  }

  /** Whatever is written after the hint works, or it would be no help. */
  @Test
  void whatTheHintsSayWorks() throws Exception {
    assertThat(run("generate -i names.txt --new -n 0").exitCode()).isZero();
    assertThat(run("show -m a.model").exitCode()).isZero();
    assertThat(run("generate --seed 7").exitCode()).isZero();
  }

  @Test
  void aSecondFileGetsNoHintThatWouldBeWrong() throws Exception {
    assertSays(run("generate -i names.txt names.txt"), "unknown argument: 'names.txt'");
    assertSays(run("help names.txt"), "unknown command: 'names.txt'");
  }

  @Test
  void aTextThatIsAlsoAFileIsScoredAndTheFileMentioned() throws Exception {
    Files.writeString(folder.resolve("anna"), "hannah\n");
    Run run = run("score anna");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).endsWith("\tanna\n");
    assertThat(run.err())
        .isEqualTo("makemore: 'anna' is also a file; to score its lines: makemore score < anna\n");
    assertThat(run("score -q anna").err()).isEmpty();
    assertThat(run("score anna emma").err()).isEmpty();
    assertThat(run("score names").err()).isEmpty(); // a folder
    assertThat(run("score emma").err()).isEmpty();
  }

  @Test
  void aTextWithADashIsToldHowToBeGiven() throws Exception {
    assertSays(
        run("score -z1"),
        "unknown option: '-z1'",
        "before a text that begins with a dash, write --");
    assertThat(run("score -q -- -z1").exitCode()).isZero();
  }

  @Test
  void aVeryLongOptionIsAnsweredSoon() {
    String option = "--" + "a".repeat(100_000);
    Run run = Run.of("generate", option);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(100_200);
  }
}
