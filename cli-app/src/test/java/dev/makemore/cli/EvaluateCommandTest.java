package dev.makemore.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.bigram.count.CountModel;
import dev.makemore.model.Corpus;
import dev.makemore.model.Evaluation;
import dev.makemore.model.LanguageModel;
import dev.makemore.sampling.Xoshiro256PlusPlus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

  @Test
  void someItemsAreHeldOut() {
    Run run = Run.of("evaluate", "--holdout", "0.1", "--smoothing", "1");
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith("model          count, smoothing 1\n")
        .contains("                     train    held out\n")
        .contains("items               27,265       3,029\n")
        .contains("impossible               0           0  predictions");
  }

  /** The library's split of the same seed gives the same parts. */
  @Test
  void theHeldOutItemsAreThoseOfTheSplit() throws Exception {
    Corpus names = Corpus.of("ann", "bob", "cat", "ann", "dan", "eve", "fay");
    Path file = Files.writeString(folder.resolve("names"), String.join("\n", names.list()));
    Corpus.Split split = names.split(0.3, 0, Xoshiro256PlusPlus.of(5)).over(names.vocabulary());
    LanguageModel model = CountModel.fit(split.train(), 0.5);
    String[] command = {
      "evaluate", "-i", file.toString(), "--holdout", "0.3", "--holdout-seed", "5", "--json"
    };
    Run run =
        Run.of(
            Stream.concat(Stream.of(command), Stream.of("--smoothing", "0.5"))
                .toArray(String[]::new));
    assertThat(run.err()).isEmpty();
    Evaluation train = Evaluation.of(model, split.train());
    Evaluation dev = Evaluation.of(model, split.dev());
    assertThat(run.out())
        .startsWith("{\"train\":{\"items\":5,\"tokens\":20,\"vocabulary\":12,\"nll\":")
        .contains("},\"heldOut\":{\"items\":2,\"tokens\":8,\"vocabulary\":12,\"nll\":");
    Matcher nll = Pattern.compile("\"nll\":([0-9.]+)").matcher(run.out());
    assertThat(nll.find()).isTrue();
    assertThat(Double.parseDouble(nll.group(1))).isEqualTo(train.averageNll(), within(1e-12));
    assertThat(nll.find()).isTrue();
    assertThat(Double.parseDouble(nll.group(1))).isEqualTo(dev.averageNll(), within(1e-12));
  }

  @Test
  void rowsOfATableAreHeldOutWithTheirWeights() throws Exception {
    Path table = Files.writeString(folder.resolve("t.csv"), "ann,3\nbob,5\n");
    Run run =
        Run.of("evaluate", "-i", table.toString(), "--weights", "2", "--holdout", "0.5", "--json");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .matches("(?s)\\{\"train\":\\{\"items\":(3|5),.*\"heldOut\":\\{\"items\":(3|5),.*");
  }

  @Test
  void whatCanNotBeHeldOutIsRefused() throws Exception {
    Path one = Files.writeString(folder.resolve("one"), "ann\n");
    assertThat(Run.of("evaluate", "--holdout", "1").err())
        .contains("--holdout: must be above 0 and below 1, was 1");
    assertThat(Run.of("evaluate", "--holdout-seed", "1").err())
        .contains("--holdout-seed: is for --holdout, which is not given");
    assertThat(Run.of("evaluate", "--holdout", "0.1", "--test", one.toString()).exitCode())
        .isEqualTo(2);
    assertThat(Run.of("evaluate", "--holdout", "0.1", "-m", one.toString()).err())
        .contains("a saved model has learned already");
    Run none = Run.of("evaluate", "--holdout", "0.1", "-i", one.toString());
    assertThat(none.exitCode()).isEqualTo(1);
    assertThat(none.err()).contains("has 1 item, of which --holdout 0.1 would leave none to score");
  }
}
