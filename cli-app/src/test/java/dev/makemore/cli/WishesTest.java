package dev.makemore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.bigram.count.CountModel;
import dev.makemore.cli.input.Input;
import dev.makemore.cli.io.Terminal;
import dev.makemore.sampling.Sample;
import dev.makemore.sampling.Sampler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What names have to be like, asked of {@code makemore generate}. */
class WishesTest {

  private static Run generate(String options) {
    return Run.of(("generate " + options).split(" "));
  }

  @Test
  void namesHaveAtLeastAndAtMostSoManyCharacters() {
    assertThat(generate("-n 5000 --min-length 3").lines())
        .hasSize(5_000)
        .allMatch(name -> name.length() >= 3);
    Run run = generate("-n 5000 --max-length 6");
    assertThat(run.lines()).hasSize(5_000).allMatch(name -> name.length() <= 6);
    assertThat(run.err()).isEmpty();
    assertThat(generate("-n 99 --min-length 4 --max-length 4").lines())
        .hasSize(99)
        .allMatch(name -> name.length() == 4);
  }

  /** A name that is cut ends with a pair that no name ends with; none of these does. */
  @Test
  void aMaximumLengthCutsNoName() {
    Run scores = // without smoothing, an end that was never seen costs infinitely much
        Run.withInput(generate("-n 2000 --max-length 3").out(), "score", "--smoothing", "0");
    assertThat(scores.lines()).hasSize(2_000).noneMatch(line -> line.startsWith("inf"));
  }

  @Test
  void namesEndWithTheSuffix() {
    assertThat(generate("-n 1000 --suffix ella").lines())
        .hasSize(1_000)
        .allMatch(name -> name.endsWith("ella"));
  }

  @Test
  void prefixAndSuffixMayOverlap() {
    assertThat(generate("-n 9 --prefix an --suffix na --max-length 3").lines()).containsOnly("ana");
    assertThat(generate("-n 9 --prefix an --suffix an --max-length 2").lines()).containsOnly("an");
  }

  @Test
  void aPatternIsFoundAnywhereInTheName() {
    assertThat(generate("-n 200 --match zz").lines())
        .hasSize(200)
        .allMatch(name -> name.contains("zz"))
        .anyMatch(name -> !name.startsWith("zz"));
    assertThat(generate("-n 200 --match ^[^aeiou]+$").lines())
        .hasSize(200)
        .allMatch(name -> name.matches("[^aeiou]+"));
  }

  @Test
  void allWishesHoldTogether() {
    List<String> known = Input.embedded().corpus().list();
    String wishes = "--min-length 4 --max-length 7 --prefix m --suffix a --match r.*n";
    assertThat(generate("-n 300 --seed 3 --unique --new " + wishes).lines())
        .hasSize(300)
        .doesNotHaveDuplicates()
        .doesNotContainAnyElementsOf(known)
        .allMatch(name -> name.matches("m.*a") && name.matches(".{4,7}"))
        .allMatch(name -> name.matches(".*r.*n.*"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--min-length 3", "--suffix a", "--max-length 4", "--match e.*e"})
  void theNamesDependOnTheSeedAlone(String wish) {
    String options = "-n 9000 --seed 5 " + wish;
    Run one = generate(options + " --threads 1");
    assertThat(one.lines()).hasSize(9_000);
    assertThat(generate(options + " --threads 2")).isEqualTo(one);
    assertThat(generate(options + " --threads 8")).isEqualTo(one);
    Run terminal = Run.on(Terminal.of("stdout"), "", ("generate " + options).split(" "));
    assertThat(terminal).isEqualTo(one);
    assertThat(generate("--seed 5 " + wish).lines()).isEqualTo(one.lines().subList(0, 10));
  }

  /** Rejection makes other names of a seed, but as many short ones: a binomial at 6 sigma. */
  @Test
  void shortNamesAreAsFrequentAsAmongThoseThatRejectionLeaves() {
    List<String> rejection =
        Sampler.of(CountModel.fit(BigramCounts.of(Input.embedded().corpus())))
            .samples(8)
            .map(Sample::text)
            .filter(name -> name.length() <= 6)
            .limit(40_000)
            .toList();
    List<String> made = generate("-n 40000 --seed 9 --max-length 6").lines();
    for (int length = 1; length <= 6; length++) {
      int n = length;
      double expected = rejection.stream().filter(name -> name.length() == n).count() / 40_000.0;
      double found = made.stream().filter(name -> name.length() == n).count() / 40_000.0;
      double sigma = Math.sqrt(2 * expected * (1 - expected) / 40_000);
      assertThat(Math.abs(found - expected)).as("length %d", n).isLessThan(6 * sigma);
    }
  }

  @Test
  void withoutWishesTheDefaultIsTheModelsOwnDistribution() {
    List<String> own =
        Sampler.of(CountModel.fit(BigramCounts.of(Input.embedded().corpus())))
            .samples(42)
            .limit(5_000)
            .map(Sample::text)
            .toList();
    assertThat(generate("-n 5000 --seed 42").lines()).isEqualTo(own);
    assertThat(own.stream().filter(name -> name.length() <= 2).count()).isGreaterThan(1_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --min-length 5 --max-length 3 | --min-length: minimum length 5 is more than the maximum length 3
          --suffix ella --max-length 3 | --suffix: maximum length 3 is shorter than the suffix 'ella'
          --prefix ella --max-length 3 | --max-length: maximum length 3 is shorter than the prefix 'ella'
          --prefix ab --suffix cd --max-length 3 | is shorter than the prefix 'ab' with the suffix 'cd'
          --min-length 2000 | --min-length: a name has at most 1,000 characters unless --max-length is given
          --match [a | --match: '[a' is not a regular expression: unclosed character class near
          """)
  void wishesThatContradictEachOtherAreRefusedBeforeAnythingIsRead(String wishes, String message) {
    Run run = generate("-i missing " + wishes);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(message).hasLineCount(2);
  }

  @Test
  void aSuffixIsBroughtIntoTheFormOfTheText() {
    assertThat(
            Run.withInput("Ab\n", "generate", "-i", "-", "--lowercase", "--suffix", "AB").lines())
        .containsOnly("ab");
    Run composed =
        Run.withInput(
            "\u00E9\n", "generate", "-i", "-", "--suffix", "e\u0301", "--normalize", "NFC");
    assertThat(composed.lines()).containsOnly("\u00E9");
    Run wrong = Run.of("generate", "--suffix", "ELLA");
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err())
        .contains("--suffix: character 1 of 'ELLA', 'E' (U+0045), is not among")
        .contains("; with --lowercase it is");
  }

  @Test
  void whatTheModelCantMakeIsAFailureThatSaysWhat() {
    Run run = Run.withInput("ab\n", "generate", "-i", "-", "--prefix", "a", "--min-length", "3");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            "makemore: the model makes no item, or less than one in 1e300, of this kind: begins"
                + " with 'a', at least 3 characters; with some --smoothing a count model makes any"
                + " pair of characters\n");
  }

  @Test
  void theReportOfAVainSearchNamesTheWishesThatRefusedTheNames() {
    Run match = Run.withInput("ab\nb\n", "generate", "-i", "-", "--match", "^a$");
    assertThat(match.exitCode()).isEqualTo(1);
    assertThat(match.err())
        .startsWith(
            "makemore: made only 0 of 10 names: the last 1,000,000 of 1,000,000 tries gave only"
                + " names that do not match '^a$'; ask for fewer names, wish for less, or try");
    Run both =
        Run.withInput("ab\nb\n", "generate", "-i", "-", "--match", "a", "--unique", "-n", "2");
    assertThat(both.out()).isEqualTo("ab\n");
    assertThat(both.err()).contains("that do not match 'a' or had been made before; ask for fewer");
    Run unique =
        Run.withInput("ab\n", "generate", "-i", "-", "--suffix", "b", "--unique", "-n", "2");
    assertThat(unique.err()).contains("gave only names that had been made before; ask for fewer");
  }

  @Test
  void aNameThatWouldBeCutDoesNotMeetAWish() {
    String longName = "a".repeat(99_999) + "\n"; // of 1,000 names, some 10 are not cut
    Run run =
        Run.withInput(longName, "generate", "-i", "-", "-n", "20", "--seed", "1", "--suffix", "a");
    assertThat(run.exitCode()).isZero();
    assertThat(run.lines()).hasSize(20).allMatch(name -> name.length() <= 1_000);
    assertThat(run.lines().stream().filter(name -> name.length() == 1_000).count()).isLessThan(10);
    assertThat(run.err()).isEmpty();
  }

  /** All ways to divide a run of a's are tried in each of many names, or too many in the first. */
  @ParameterizedTest
  @ValueSource(strings = {"^(a+)+$", "^(a|aa)+$"})
  void aPatternThatWouldTakeForEverIsAFailure(String pattern) {
    String list = "a".repeat(999) + "b\n";
    Run run = Run.withInput(list, "generate", "-i", "-", "--seed", "1", "--match", pattern);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .startsWith("makemore: --match: '" + pattern + "' takes ")
        .contains(" to be looked for; write it without a repe")
        .hasLineCount(1);
  }

  @Test
  void whatWasFoundBeforeAFailureHasBeenPrinted() {
    String list = "x\n" + "a".repeat(999) + "b\n";
    Run run =
        Run.withInput(
            list, "generate", "-i", "-", "--seed", "1", "--unique", "--match", "^x|^(a+)+$");
    assertThat(run.err()).contains("to be looked for");
    assertThat(run.out()).isEqualTo("x\n");
  }

  @Test
  void anExplainedNameHasTheTableOfItsScore() {
    Run run = generate("-n 2 --seed 7 --explain --smoothing 1 --temperature 0.5 --min-length 3");
    List<String> names =
        generate("-n 2 --seed 7 --smoothing 1 --temperature 0.5 --min-length 3").lines();
    String scores = generateScore(names);
    String own =
        run.out().lines().filter(line -> !line.contains("--seed")).collect(Collectors.joining("\n"))
            + "\n";
    assertThat(own).isEqualTo(scores);
    assertThat(run.lines())
        .filteredOn(line -> line.contains("--seed"))
        .extracting(String::strip)
        .containsExactly(
            "name 1 of --seed 7 with these options", "name 2 of --seed 7 with these options");
  }

  private static String generateScore(List<String> names) {
    return Run.of("score", "--explain", names.get(0), names.get(1)).out(); // smoothed by 1
  }

  @Test
  void theNumberAndTheSeedThatAreShownMakeANameAgain() {
    List<String> lines = generate("-n 4 --explain --suffix a").lines(); // of a random seed
    String last = lines.get(lines.size() - 1).strip();
    assertThat(last).matches("name 4 of --seed \\d+ with these options");
    String seed = last.replaceAll(".*--seed (\\d+) .*", "$1");
    String fourth = lines.get(lines.lastIndexOf("") + 1);
    assertThat(generate("-n 4 --suffix a --seed " + seed).lines()).element(3).isEqualTo(fourth);
  }

  @Test
  void jsonHasALineForEachName() {
    List<String> names = generate("-n 3 --seed 7").lines();
    List<String> lines = generate("-n 3 --seed 7 --json --smoothing 0").lines();
    assertThat(lines).hasSize(3);
    for (int i = 0; i < 3; i++) {
      String score = Run.of("score", "--json", "--smoothing", "0", names.get(i)).out().strip();
      String numbered =
          score.replaceFirst(",\"tokens\"", ",\"seed\":7,\"number\":" + (i + 1) + ",\"tokens\"");
      assertThat(lines.get(i)).isEqualTo(numbered);
    }
    String explained = generate("-n 1 --seed 7 --json --explain").out();
    String score = Run.of("score", "--json", "--explain", "--smoothing", "0", names.get(0)).out();
    assertThat(explained)
        .isEqualTo(score.replaceFirst(",\"tokens\"", ",\"seed\":7,\"number\":1,\"tokens\""));
  }

  @Test
  void aRealCommandMeetsWishes(@TempDir Path folder) throws Exception {
    Path list = Files.writeString(folder.resolve("list"), "anna\nhanna\njohanna\nann\n");
    Run run =
        Command.run(
            "generate",
            "-i",
            list.toString(),
            "--suffix",
            "na",
            "--min-length",
            "3",
            "--seed",
            "1");
    assertThat(run.exitCode()).isZero();
    assertThat(run.lines()).hasSize(10).allMatch(name -> name.matches(".+na"));
    Run hopeless = Command.run("generate", "-i", list.toString(), "--suffix", "nj");
    assertThat(hopeless.exitCode()).isEqualTo(1);
    assertThat(hopeless.err()).contains("ends with 'nj'").doesNotContain("\tat ");
  }
}
