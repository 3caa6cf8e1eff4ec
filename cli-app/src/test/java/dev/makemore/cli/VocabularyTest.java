package dev.makemore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Characters that a model knows although its text does not have them. */
class VocabularyTest {

  @TempDir private Path folder;

  private static Run run(String stdin, String line) {
    return Run.withInput(stdin, line.split(" "));
  }

  /** An average of n equal predictions, as JSON. */
  private static String nll(double probability) {
    return "\"nll\":" + -Math.log(probability);
  }

  @Test
  void theCharactersOfAFileArePossibleWithSmoothing() throws Exception {
    Path more = Files.writeString(folder.resolve("more"), "xy\nX\n");
    String line = "score --json -i - --smoothing 1 ax";
    assertThat(run("aa\n", line).out()).contains("\"nll\":null");
    // Counts: .a, aa, a. and five tokens: . X a x y. P(a|.) = 2/6, P(x|a) = 1/7, P(.|x) = 1/5.
    double total = -Math.log(2.0 / 6) - Math.log(1.0 / 7) - Math.log(1.0 / 5);
    String out = run("aa\n", line + " --vocabulary " + more).out();
    assertThat(out.replaceAll(".*\"total\":([0-9.]+).*\n", "$1"))
        .satisfies(
            text ->
                assertThat(Double.parseDouble(text))
                    .isCloseTo(total, org.assertj.core.api.Assertions.within(1e-12)));
    assertThat(run("aa\n", "train --json -i - -o " + folder.resolve("m") + " --vocabulary " + more))
        .extracting(Run::out)
        .isEqualTo("{\"items\":1,\"tokens\":3,\"vocabulary\":5}\n");
    // In lower case, X is an x.
    assertThat(
            run(
                    "aa\n",
                    "train --lowercase --json -i - -o "
                        + folder.resolve("l")
                        + " --vocabulary "
                        + more)
                .out())
        .contains("\"vocabulary\":4");
  }

  @Test
  void anUnknownTokenStandsForAllOtherCharacters() throws Exception {
    String model = folder.resolve("m").toString();
    assertThat(run("aa\n", "train -i - --unknown --smoothing 1 -o " + model).exitCode()).isZero();
    assertThat(Files.readString(Path.of(model))).contains("# unknown: U+FFFD\n");
    // Three tokens: P(?|.) = 1/4, and after the unknown token, P(.|?) = 1/3.
    String scored = run("", "score --json -m " + model + " \u00e9").out();
    assertThat(scored)
        .isEqualTo(run("", "score --json -m " + model + " z").out().replace("z", "\u00e9"));
    assertThat(scored).contains(nll(Math.sqrt(1.0 / 12)).substring(0, 20));
    assertThat(run("aa\n", "score --json -i - --unknown --smoothing 1 \u00e9").out())
        .isEqualTo(scored);
  }

  @Test
  void noNameIsMadeOfIt() {
    String model = folder.resolve("m").toString();
    run("aa\nb\n", "train -i - --unknown --smoothing 5 -o " + model);
    for (String line : new String[] {"-m " + model, "-i - --unknown --smoothing 5"}) {
      for (String more :
          new String[] {"", " --top-k 3", " --temperature 2", " --unique", " --json"}) {
        Run run = run("aa\nb\n", "generate -n 40 --seed 7 " + line + more);
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).doesNotContain("\uFFFD").isNotEmpty();
      }
    }
    Run prefix = run("", "generate -m " + model + " --prefix z");
    assertThat(prefix.exitCode()).isEqualTo(2);
    assertThat(prefix.err()).startsWith("makemore: --prefix: ").contains("'z'");
    assertThat(run("", "generate -m " + model + " --suffix z").exitCode()).isEqualTo(2);
  }

  @Test
  void bothAreForLearning() {
    String model = folder.resolve("m").toString();
    run("aa\n", "train -i - -o " + model);
    for (String option : new String[] {"--unknown", "--vocabulary " + model}) {
      Run run = run("", "evaluate -m " + model + " " + option);
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err()).contains("is for learning, and the saved model has its characters");
    }
    assertThat(run("a\n", "evaluate -i - --vocabulary -").err())
        .startsWith("makemore: --vocabulary - and -i - can't both read standard input");
    assertThat(run("a\n", "evaluate -i - --vocabulary gone").exitCode()).isEqualTo(66);
  }
}
