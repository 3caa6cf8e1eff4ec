package dev.makemore.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {

  @TempDir private Path folder;

  /** The keys and values of a flat JSON object, in their order. */
  private static Map<String, String> json(Run run) {
    assertThat(run.err()).isEmpty();
    return fields(run);
  }

  private static Map<String, String> fields(Run run) {
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).matches("\\{(\"\\w+\":[^,]+,)*\"\\w+\":[^,]+}\n");
    Map<String, String> values = new LinkedHashMap<>();
    Matcher matcher = Pattern.compile("\"(\\w+)\":([^,}]+)").matcher(run.out());
    while (matcher.find()) {
      values.put(matcher.group(1), matcher.group(2));
    }
    return values;
  }

  private static double number(Run run, String key) {
    return Double.parseDouble(json(run).get(key));
  }

  @Test
  void jsonHasExactlyTheKeysThatArePromised() {
    assertThat(json(Run.of("evaluate", "--json")).keySet())
        .containsExactly(
            "items", "tokens", "vocabulary", "nll", "perplexity", "bitsPerCharacter", "impossible");
  }

  @Test
  void theEmbeddedNamesHaveTheirKnownValues() {
    Run run = Run.of("evaluate", "--json");
    assertThat(json(run))
        .containsEntry("items", "30294")
        .containsEntry("tokens", "218093")
        .containsEntry("vocabulary", "27")
        .containsEntry("impossible", "0");
    double nll = 2.450359093657;
    assertThat(number(run, "nll")).isEqualTo(nll, within(5e-13));
    assertThat(number(run, "perplexity")).isEqualTo(Math.exp(nll), within(1e-11));
    assertThat(number(run, "bitsPerCharacter"))
        .isEqualTo(nll * 218_093 / Math.log(2) / (218_093 - 30_294), within(1e-11));
  }

  @Test
  void addOneSmoothingCostsALittle() {
    assertThat(number(Run.of("evaluate", "--json", "--smoothing", "1"), "nll"))
        .isEqualTo(2.450963519850, within(5e-13));
  }

  @Test
  void theNetComesWithinHalfAThousandthOfCounting() {
    assertThat(number(Run.of("evaluate", "--json", "--model", "net"), "nll"))
        .isBetween(2.450359093657, 2.450859093657);
  }

  @Test
  void aTestFileIsScoredByWhatWasLearnedFromTheInput() throws Exception {
    // After a: b twice, c once. "ac" costs 0 + ln 3 + 0, over 3 predictions.
    Path train = Files.writeString(folder.resolve("train"), "ab\nab\nac\n");
    Path test = Files.writeString(folder.resolve("test"), "ac\n");
    Run run = Run.of("evaluate", "--json", "-i", train.toString(), "--test", test.toString());
    assertThat(json(run)).containsEntry("items", "1").containsEntry("vocabulary", "4");
    assertThat(number(run, "nll")).isEqualTo(Math.log(3) / 3, within(1e-15));
  }

  @Test
  void whatIsImpossibleIsInfiniteAndCounted() throws Exception {
    Path test = Files.writeString(folder.resolve("test"), "ba\n"); // .b, ba and a. never occur
    Run run = Run.withInput("ab\n", "evaluate", "--json", "-i", "-", "--test", test.toString());
    assertThat(run.err())
        .isEqualTo(
            "makemore: 3 of 3 predictions are impossible, which makes the average infinite: the"
                + " model has never seen '.b', 'a.', 'ba'\n"
                + "makemore: with --smoothing 1 '.b' is possible\n");
    assertThat(fields(run))
        .containsEntry("nll", "null")
        .containsEntry("perplexity", "null")
        .containsEntry("bitsPerCharacter", "null")
        .containsEntry("impossible", "3");
  }

  @Test
  void theTableNamesWhatIsImpossible() throws Exception {
    Path test = Files.writeString(folder.resolve("test"), "b\n\nab\nba\nba\n");
    Run run = Run.withInput("ab\n", "evaluate", "-i", "-", "--test", test.toString());
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("infinite").contains("  . -> b  3").contains("  b -> a  2");
  }

  @Test
  void theTableIsAlignedAndRounded() {
    assertThat(Run.of("evaluate").out())
        .contains("items               30,294  ")
        .contains("predictions        218,093  ")
        .contains("average NLL       2.450359  ");
  }

  @Test
  void onlyOneOfTwoCanReadStandardInput() {
    Run run = Run.of("evaluate", "-i", "-", "--test", "-");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("-i -").contains("--test -");
  }
}
