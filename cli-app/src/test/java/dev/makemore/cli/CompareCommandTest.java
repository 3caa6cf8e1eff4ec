package dev.makemore.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {

  @TempDir private Path folder;

  /** After a: b and c alike. */
  private String half;

  /** After a: b three times of four. */
  private String three;

  private String ab;

  @BeforeEach
  void train() throws IOException {
    half = model("half", "ab\nac\n");
    three = model("three", "ab\nab\nab\nac\n");
    ab = Files.writeString(folder.resolve("ab"), "ab\n").toString();
  }

  private String model(String name, String text) {
    String file = folder.resolve(name).toString();
    assertThat(Run.withInput(text, "train", "-i", "-", "-o", file).exitCode()).isZero();
    return file;
  }

  /** Nothing failed. The built-in names have characters that the models here do not know. */
  private static Run ok(Run run) {
    assertThat(run.err().lines())
        .allMatch(line -> line.matches(".*predictions are impossible.*|.*use a model that .*"));
    assertThat(run.exitCode()).isZero();
    return run;
  }

  /**
   * After a the probabilities are 1/2 and 1/2, and 3/4 and 1/4: a total variation of 1/4, KL(A ||
   * B) = (ln 2/3 + ln 2) / 2 = ln(4/3) / 2 and KL(B || A) = 3/4 ln 3/2 + 1/4 ln 1/2. One of three
   * predictions of "ab" is after a: it costs ln 2 and ln 4/3.
   */
  @Test
  void theFiguresAreThoseByHand() {
    assertThat(ok(Run.of("compare", half, three, "-i", ab)).lines())
        .containsExactly(
            "A                " + half + ": count, 4 tokens",
            "B                " + three + ": count, 4 tokens",
            "scored           " + ab,
            "",
            "                           A           B",
            "average NLL          0.23105     0.09589  nats per prediction",
            "impossible                 0           0  of 3 predictions",
            "",
            "                        mean     largest",
            "total variation      0.08333     0.25000  after a",
            "KL(A || B)           0.04795     0.14384  after a",
            "KL(B || A)           0.04360     0.13081  after a",
            "difference                       0.25000  0.50000 and 0.75000, of ab",
            "",
            "means over contexts, weighted by how often each comes in " + ab,
            "",
            "contexts that differ most",
            "",
            "  total variation  KL(A || B)  KL(B || A)  difference  after",
            "          0.25000     0.14384     0.13081     0.25000  a",
            "",
            "pairs that differ most",
            "",
            "  difference         A         B  pair",
            "     0.25000   0.50000   0.75000  ab",
            "     0.25000   0.50000   0.25000  ac");
  }

  @Test
  void jsonHasTheFiguresOfAllContexts() {
    String json = ok(Run.of("compare", half, three, "-i", ab, "--json", "--top", "1")).out();
    String numbers = json.replace(half, "A").replace(three, "B").replace(ab, "ab");
    assertThat(numbers.replaceAll("-?[0-9]\\.[0-9E-]+", "#"))
        .isEqualTo(
            "{\"a\":{\"model\":\"A\",\"kind\":\"count\",\"vocabulary\":4,\"nll\":#,\"impossible\":0},"
                + "\"b\":{\"model\":\"B\",\"kind\":\"count\",\"vocabulary\":4,\"nll\":#,\"impossible\":0},"
                + "\"onlyA\":[],\"onlyB\":[],\"scored\":\"ab\",\"coverage\":1,"
                + "\"mean\":{\"totalVariation\":#,\"klAB\":#,\"klBA\":#},"
                + "\"largest\":{\"totalVariation\":#,\"klAB\":#,\"klBA\":#,\"difference\":#},"
                + "\"contexts\":["
                + "{\"context\":\"\",\"count\":1,\"totalVariation\":0,\"klAB\":0,\"klBA\":0,"
                + "\"difference\":0,\"next\":\"\"},"
                + "{\"context\":\"a\",\"count\":1,\"totalVariation\":#,\"klAB\":#,\"klBA\":#,"
                + "\"difference\":#,\"next\":\"b\"},"
                + "{\"context\":\"b\",\"count\":1,\"totalVariation\":0,\"klAB\":0,\"klBA\":0,"
                + "\"difference\":0,\"next\":\"\"},"
                + "{\"context\":\"c\",\"count\":0,\"totalVariation\":0,\"klAB\":0,\"klBA\":0,"
                + "\"difference\":0,\"next\":\"\"}],"
                + "\"pairs\":[{\"context\":\"a\",\"next\":\"b\",\"a\":#,\"b\":#}]}\n");
    assertThat(number(json, "nll")).isEqualTo(Math.log(2) / 3, within(1e-15));
    assertThat(number(json, "klAB")).isEqualTo(Math.log(4.0 / 3) / 6, within(1e-15));
    assertThat(json).contains("\"largest\":{\"totalVariation\":0.25,");
  }

  /** The first number of that key. */
  private static double number(String json, String key) {
    Matcher matcher = Pattern.compile("\"" + key + "\":([^,}]+)").matcher(json);
    assertThat(matcher.find()).isTrue();
    return Double.parseDouble(matcher.group(1));
  }

  @Test
  void aModelDoesNotDifferFromItselfAndOneMayBeStandardInput() throws IOException {
    Run run = Run.withInput(Files.readString(Path.of(half)), "compare", half, "-", "-i", ab);
    assertThat(ok(run).lines())
        .contains(
            "B                standard input: count, 4 tokens",
            "total variation            0           0",
            "KL(A || B)                 0           0",
            "difference                             0")
        .endsWith("means over contexts, weighted by how often each comes in " + ab);
    assertThat(ok(Run.of("compare", half, half, "--fail-above", "0")).exitCode()).isZero();
  }

  /** A knows a and b, B knows a and c: after a they have nothing in common. */
  @Test
  void modelsOverDifferentCharactersAreComparedOverThoseOfBoth() {
    String b = model("onlyB", "ab\n");
    String c = model("onlyC", "ac\n");
    Run run = Run.of("compare", b, c, "-i", ab);
    assertThat(run.err())
        .isEqualTo(
            "makemore: "
                + c
                + ": 2 of 3 predictions are impossible, which makes the average infinite: the model"
                + " does not know 'b' (U+0062)\n"
                + "makemore: "
                + c
                + ": for 'ab', use a model that learned from text with its characters and pairs\n");
    assertThat(run.lines())
        .contains(
            "only in A        b (impossible for B)",
            "only in B        c (impossible for A)",
            "average NLL                0    infinite  nats per prediction",
            "impossible                 0           2  of 3 predictions",
            "total variation      0.50000     1.00000  after a",
            "KL(A || B)          infinite    infinite  after a",
            "difference                       1.00000  1.00000 and 0, of ab",
            "contexts in it that both A and B know: 66.6 %");
    String json = Run.of("compare", b, c, "-i", ab, "--json").out();
    assertThat(json).contains("\"onlyA\":[\"b\"],\"onlyB\":[\"c\"]", "\"klAB\":null");
    assertThat(number(json, "coverage")).isEqualTo(2.0 / 3, within(1e-15));
  }

  /** After c, which is not in the text, one ends and the other goes on. */
  @Test
  void contextsThatAreNotInTheTextDoNotCountForTheMeans() throws IOException {
    String ends = model("ends", "ab\nc\n");
    String goesOn = model("goesOn", "ab\ncb\n");
    assertThat(ok(Run.of("compare", ends, goesOn, "-i", ab)).lines())
        .contains(
            "total variation            0     1.00000  after c",
            "KL(A || B)                 0    infinite  after c");
  }

  @Test
  void theTextMayBeBroughtIntoAForm() throws IOException {
    String upper = Files.writeString(folder.resolve("upper"), "AB\n").toString();
    Run written = Run.of("compare", half, three, "-i", upper);
    assertThat(written.err()).contains(three + ": with --lowercase '.A' is possible\n");
    assertThat(written.lines())
        .contains("impossible                 3           3  of 3 predictions");
    assertThat(ok(Run.of("compare", half, three, "-i", upper, "--lowercase")).lines())
        .contains("average NLL          0.23105     0.09589  nats per prediction");
  }

  /** ARPA files hold logarithms of six digits or more. */
  @Test
  void aModelThatCameThroughAnotherFormatIsNearlyTheSame() {
    String smoothed = folder.resolve("smoothed").toString();
    String arpa = folder.resolve("arpa").toString();
    String back = folder.resolve("back").toString();
    for (String[] command :
        new String[][] {
          {"train", "--smoothing", "1", "-o", smoothed},
          {"export", "-m", smoothed, "--format", "arpa", "-o", arpa},
          {"import", arpa, "-o", back}
        }) {
      assertThat(Run.of(command).exitCode()).isZero();
    }
    Run run = ok(Run.of("compare", smoothed, back, "--fail-above", "0.000001"));
    assertThat(run.lines()).contains("B                " + back + ": backoff, order 2, 27 tokens");
  }

  @Test
  void controlsAreNeverPrinted() throws IOException {
    String name = "\u009B" + "x";
    String escape = model(name, "\u001B\u009B\u007F\n");
    for (String format : new String[] {"--top=3", "--json"}) {
      Run run = ok(Run.of("compare", escape, half, format, "-i", ab));
      assertThat(run.out().chars()).noneMatch(c -> Character.isISOControl(c) && c != '\n');
    }
  }

  @Test
  void theDefaultTextIsTheEmbeddedNames() {
    assertThat(ok(Run.of("compare", half, three)).lines())
        .contains("scored           the built-in names");
  }

  @Test
  void aDifferenceAboveTheLimitIsAFailureThatIsTold() {
    Run run = Run.of("compare", half, three, "--fail-above", "0.2");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).startsWith("A ");
    assertThat(run.err())
        .endsWith("\nmakemore: after 'a' the total variation is 0.25000, above 0.2\n");
    assertThat(ok(Run.of("compare", half, three, "--fail-above", "0.25")).exitCode()).isZero();
    assertThat(Run.of("compare", half, three, "--fail-above", "0.24", "--json").exitCode())
        .isEqualTo(1);
  }

  /** After a: a, b and the boundary alike, or a and the boundary: a total variation of 1/3. */
  @Test
  void charactersThatOnlyOneKnowsAreAboveAnyLimitButOne() {
    String more = model("more", "aa\nab\n");
    String less = model("less", "aa\n");
    Run run = Run.of("compare", more, less, "--fail-above", "0.5");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .endsWith(
            "\nmakemore: A and B know different characters, after which the total variation counts as"
                + " 1, above 0.5\n");
    assertThat(Run.of("compare", less, more, "--fail-above", "0.5").exitCode()).isEqualTo(1);
    assertThat(ok(Run.of("compare", more, less, "--fail-above", "1")).exitCode()).isZero();
  }

  @Test
  void theListsAreAsLongAsAskedFor() {
    assertThat(ok(Run.of("compare", half, three, "--top", "0")).out())
        .contains("difference                       0.25000  0.50000 and 0.75000, of ab\n")
        .doesNotContain("differ most");
    assertThat(ok(Run.of("compare", half, three, "--top", "1")).lines())
        .endsWith("     0.25000   0.50000   0.75000  ab");
  }

  @Test
  void wrongUseIsTold() throws IOException {
    assertThat(Run.of("compare", half).err()).contains("missing required parameter: 'B'");
    assertThat(Run.of("compare", half, three, ab).exitCode()).isEqualTo(2);
    assertThat(Run.of("compare", "-", "-").err()).contains("only one of A, B and -i");
    assertThat(Run.of("compare", "-", half, "-i", "-").err()).contains("only one of A, B and -i");
    assertThat(Run.of("compare", half, three, "--top", "-1").err())
        .contains("--top: must be >= 0, was -1");
    for (String limit : new String[] {"-0.1", "1.1"}) {
      assertThat(Run.of("compare", half, three, "--fail-above", limit).err())
          .contains("--fail-above: must be from 0 to 1, was " + limit);
    }
    Run notAModel = Run.of("compare", half, ab);
    assertThat(notAModel.exitCode()).isEqualTo(65);
    assertThat(notAModel.err()).contains(ab + ":1: this is not a makemore model");
    assertThat(Run.of("compare", half, "no-such-file").exitCode()).isEqualTo(66);
  }
}
