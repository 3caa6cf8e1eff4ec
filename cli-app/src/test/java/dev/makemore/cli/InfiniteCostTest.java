package dev.makemore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.bigram.net.BigramNet;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.io.ModelFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever gets an infinite cost is told why, and no advice is given that does not help. */
class InfiniteCostTest {

  private static final Pattern ADVICE = Pattern.compile("makemore: with (.+) '(.+)' is possible");

  @TempDir private Path folder;

  private String file(String text) throws Exception {
    return Files.writeString(folder.resolve("learned"), text).toString();
  }

  private static String[] join(List<String> command, String... more) {
    return Stream.concat(command.stream(), Stream.of(more)).toArray(String[]::new);
  }

  /** Follows each advice of a run, in place of its own options, and returns how many there were. */
  private static int followed(Run run, List<String> command) {
    int advice = 0;
    for (String line : run.err().lines().toList()) {
      Matcher matcher = ADVICE.matcher(line);
      if (matcher.matches()) {
        List<String> changed = new ArrayList<>(command);
        for (String option : matcher.group(1).split(" and ")) {
          if (option.startsWith("--smoothing")) {
            changed.removeIf(word -> word.startsWith("--smoothing="));
          }
          changed.add(option.replace(' ', '='));
        }
        Run again = Run.of(join(changed, matcher.group(2)));
        assertThat(again.out()).as(line).isNotEmpty().doesNotContain("Infinity");
        assertThat(again.err()).as(line).isEmpty();
        advice++;
      }
    }
    return advice;
  }

  /** Learned from abc and Abb: what is scored, and how many kinds of advice there are. */
  @ParameterizedTest
  @CsvSource({
    "'abc', 0, 0", // finite
    "'ac', 0, 1", // never seen
    "'ABC', 0, 1", // not known, and seen in lower case
    "'CBA', 0, 1", // not known, and never seen in lower case
    "'x', 0, 0",
    "'aX', 0, 0",
    "'ac', 1, 0", // finite
    "'CBA', 1, 1",
    "'x', 1, 0",
    "'A', 0, 1", // known, but nothing ends after it
  })
  void adviceHelpsUnderAModelThatIsLearned(String text, String smoothing, int advice)
      throws Exception {
    List<String> command = List.of("score", "-i", file("abc\nAbb\n"), "--smoothing=" + smoothing);
    Run run = Run.of(join(command, text));
    assertThat(run.err().isEmpty()).isEqualTo(!run.out().contains("Infinity"));
    assertThat(followed(run, command)).isEqualTo(advice);
  }

  @Test
  void adviceOfAllKindsIsGivenOnce() throws Exception {
    List<String> command = List.of("score", "-i", file("abc\nAbb\n"), "--smoothing=0");
    Run run = Run.of(join(command, "ac", "abc", "ABC", "ABC", "CBA", "x\u00e9", "ba"));
    assertThat(run.err().lines().toList())
        .containsExactly(
            "makemore: 6 of 7 texts cost infinitely much: the model does not know 'B' (U+0042), 'C'"
                + " (U+0043), 'x' (U+0078), '\u00e9' (U+00E9); the model has never seen 'ac',"
                + " 'A.', '.b', 'ba', 'a.'",
            "makemore: with --lowercase 'ABC' is possible",
            "makemore: with --smoothing 1 'ac' is possible",
            "makemore: with --lowercase and --smoothing 1 'CBA' is possible",
            "makemore: for 'x\u00e9', use a model that learned from text with its characters and"
                + " pairs");
    assertThat(followed(run, command)).isEqualTo(3);
  }

  @Test
  void aModelThatLearnsLowerCaseOfCapitalsIsAdvisedToo() throws Exception {
    List<String> command = List.of("score", "-i", file("ABC\n"), "--smoothing=1");
    Run run = Run.of(join(command, "abc"));
    assertThat(followed(run, command)).isEqualTo(1);
  }

  @Test
  void anUnseenPairOfAModelThatCanNotBeSmoothedGetsNoAdvice() throws Exception {
    String model = folder.resolve("model").toString();
    String arpa = folder.resolve("arpa").toString();
    String back = folder.resolve("back").toString();
    assertThat(Run.of("train", "-i", file("abc\n"), "-o", model).exitCode()).isZero();
    assertThat(Run.of("export", "-m", model, "--format", "arpa", "-o", arpa).exitCode()).isZero();
    assertThat(Run.of("import", arpa, "-o", back).exitCode()).isZero();
    Run run = Run.of("score", "-m", back, "ac");
    assertThat(run.out()).contains("Infinity");
    assertThat(run.err())
        .contains("the model gives the probability 0 to 'ac'")
        .contains("for 'ac', use a model that learned from text")
        .doesNotContain("--smoothing");
  }

  /** exp(-800) is less than the smallest double. A net may have seen what it gives so little. */
  @Test
  void ofANetWhoseProbabilityIsTooSmallOnlyThatIsSaid() throws Exception {
    Path file = folder.resolve("net.model");
    double[] weights = {0, 0, 0, 0, 0, -800, 0, 0, 0}; // of ., a and b; the sixth is that of ab
    ModelFile.save(BigramNet.of(Vocabulary.of("ab"), weights), file);
    Run run = Run.of("score", "-m", file.toString(), "ab", "b");
    assertThat(run.out()).startsWith("Infinity\tInfinity\tab\n1.098612\t");
    assertThat(run.err())
        .startsWith(
            "makemore: 1 of 2 texts costs infinitely much: the model gives the probability 0 to"
                + " 'ab'\n")
        .doesNotContain("seen");
  }

  @Test
  void charactersThatCommandATerminalAreVisible() {
    assertThat(Run.of("score", "a\u001b[2J").err())
        .contains("does not know '<U+001B>' (U+001B), '[' (U+005B)")
        .doesNotContain("\u001b");
  }

  @Test
  void onlyAFewCharactersAreNamed() {
    assertThat(Run.of("score", "ABCDEFG", "a".repeat(50) + "\u00e9").err())
        .contains("'D' (U+0044), 'E' (U+0045) and others\n")
        .contains("for '" + "a".repeat(40) + "...', use a model");
  }

  @Test
  void evaluateAdvisesWhatMakesItFinite() throws Exception {
    String learned = file("abc\n");
    String test = Files.writeString(folder.resolve("test"), "ABC\n").toString();
    Run lower = Run.of("evaluate", "-i", learned, "--test", test);
    assertThat(lower.err())
        .contains("4 of 4 predictions are impossible")
        .contains("with --lowercase '.A' is possible")
        .doesNotContain("--smoothing");
    assertThat(Run.of("evaluate", "-i", learned, "--test", test, "--lowercase").err()).isEmpty();
    Files.writeString(Path.of(test), "ac\n");
    Run unseen = Run.of("evaluate", "-i", learned, "--test", test);
    assertThat(unseen.err())
        .contains("1 of 3 predictions is impossible")
        .contains("never seen 'ac'")
        .contains("with --smoothing 1 'ac' is possible")
        .doesNotContain("--lowercase");
    assertThat(Run.of("evaluate", "-i", learned, "--test", test, "--smoothing", "1").err())
        .isEmpty();
  }

  @Test
  void aPrefixThatIsImpossibleIsToldOf() throws Exception {
    String[] command = {"generate", "-i", file("abc\n"), "-n", "1", "--prefix"};
    Run run = Run.of(join(List.of(command), "ac"));
    assertThat(run.exitCode()).isZero();
    assertThat(run.err())
        .isEqualTo(
            "makemore: the prefix 'ac' is impossible: the model has never seen 'ac'\n"
                + "makemore: with --smoothing 1 'ac' is possible\n");
    assertThat(Run.of(join(List.of(command), "ac", "--smoothing", "1")).err()).isEmpty();
    assertThat(Run.of(join(List.of(command), "ab")).err()).isEmpty(); // its end is not predicted
  }
}
