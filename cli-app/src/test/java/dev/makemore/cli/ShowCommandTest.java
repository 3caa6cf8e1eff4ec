package dev.makemore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.cli.io.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShowCommandTest {

  /** After a: n four times, b once. */
  private static final String FIVE = "an\nan\nan\nan\nab\n";

  @TempDir private Path folder;

  private static Run show(String stdin, String... arguments) {
    String[] all = new String[arguments.length + 3];
    all[0] = "show";
    all[1] = "-i";
    all[2] = "-";
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    Run run = Run.withInput(stdin, all);
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    return run;
  }

  private static String error(Run run) {
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    return run.err().lines().findFirst().orElseThrow();
  }

  @Test
  void textHasAHeatMapAndThePairsThatStandOut() {
    assertThat(show(FIVE, "--top", "2").lines())
        .containsExactly(
            "model          count",
            "learned from   standard input",
            "tokens         4: 3 characters, and the boundary, shown as .",
            "",
            "probability of each token (columns) after each token (rows)",
            "",
            "  . a b n",
            ".   @@         impossible",
            "a     ##@@  .. less than 1/256",
            "b @@        :: 1/256 to 1/128",
            "n @@        -- 1/128 to 1/64",
            "            == 1/64 to 1/32",
            "            ++ 1/32 to 1/16",
            "            ** 1/16 to 1/8",
            "            ## 1/8 to 1/4",
            "            %% 1/4 to 1/2",
            "            @@ 1/2 or more",
            "",
            "most likely",
            "",
            "  1.00000  .a",
            "  1.00000  b.",
            "",
            "least likely of those that are possible",
            "",
            "  0.20000  ab",
            "  0.80000  an",
            "",
            "impossible pairs: 11 of 16");
  }

  @Test
  void countsAreShownWhereAskedFor() {
    assertThat(show(FIVE, "--top", "2", "--counts").lines())
        .contains(
            "count of each token (columns) after each token (rows)",
            "a     ..%%  .. 1", // the logarithm of 4 is 0.86 of that of 5
            "most frequent",
            "  5  .a",
            "  4  an",
            "least frequent",
            "  1  ab",
            "  1  b.",
            "pairs that never occur: 11 of 16");
  }

  @Test
  void aRowIsShownAsBars() {
    assertThat(show(FIVE, "--row", "a").lines().subList(4, 9))
        .containsExactly(
            "probability after a",
            "",
            "  0.80000  ####################################  n",
            "  0.20000  #########                             b",
            "");
    assertThat(show(FIVE, "--row", "a").lines()).endsWith("impossible pairs: 2 of 4");
    assertThat(show(FIVE, "--row", "a", "--counts", "--top", "1").lines().subList(4, 9))
        .containsExactly(
            "count after a",
            "",
            "  4  ####################################  n",
            "  1  #########                             1 other",
            "");
  }

  @Test
  void theBoundaryAndTheFullStopAreDifferentRows() {
    String text = "x.y\n";
    assertThat(show(text, "--row", ".").out()).contains("probability after .\n", "  x\n");
    assertThat(show(text, "--row", "")).isEqualTo(show(text, "--row", "."));
    assertThat(show(text, "--row", "\\u{2E}").out())
        .contains("probability after \\u{2E}\n", "  y\n");
    assertThat(show(text).out()).contains("  1.00000  .x\n", "  1.00000  x\\u{2E}\n");
  }

  @Test
  void aCharacterThatIsNotKnownIsAnErrorThatSaysWhichAre() {
    assertThat(error(Run.of("show", "--row", "\u00E9")))
        .isEqualTo(
            "makemore: --row: '\u00E9' (U+00E9) is not among the 26 characters that the model"
                + " knows: a b c d e f g h i j k l m n o p q r s t u v w x y z");
    assertThat(error(Run.of("show", "--row", "qu"))).contains("--row: 'qu' is not one character");
  }

  @Test
  void aSavedModelIsShownWithItsKind() {
    Path model = saved("--smoothing", "1");
    assertThat(Run.of("show", "-m", model.toString()).lines())
        .startsWith("model          " + model, "kind           count, smoothing 1")
        .contains("impossible pairs: 0 of 729");
    Path net = saved("--model", "net");
    assertThat(Run.of("show", "-m", net.toString()).lines()).contains("kind           net");
    assertThat(error(Run.of("show", "-m", net.toString(), "--counts")))
        .isEqualTo("makemore: --counts: " + net + " is not a count model, and has no counts");
  }

  /** Trains on the embedded names. */
  private Path saved(String... arguments) {
    Path model = folder.resolve("model" + String.join("", arguments));
    List<String> all = new ArrayList<>(List.of("train", "-o", model.toString()));
    all.addAll(List.of(arguments));
    assertThat(Run.of(all.toArray(String[]::new)).exitCode()).isZero();
    return model;
  }

  @Test
  void theNetShowsNearlyTheSamePictureAsCounting() {
    List<String> counted = Run.of("show", "--top", "1").lines();
    List<String> net = Run.of("show", "--top", "1", "--model", "net").lines();
    assertThat(counted.get(9)).startsWith("b ++**--..==%%    ==**..");
    assertThat(net.get(9)).startsWith("b ++**--..==%%....==**.."); // never quite impossible
    assertThat(counted).contains("  0.75875  qu"); // 195 of 257 pairs
  }

  @Test
  void csvHasARowForEachPairThatIsPossible() {
    assertThat(show(FIVE, "--format", "csv").out())
        .isEqualTo(
            "context,next,probability,count\n"
                + ",a,1,5\n"
                + "a,b,0.2,1\n"
                + "a,n,0.8,4\n"
                + "b,,1,1\n"
                + "n,,1,4\n");
    assertThat(show(FIVE, "--format", "csv", "--row", "b").out())
        .isEqualTo("context,next,probability,count\nb,,1,1\n");
  }

  @Test
  void csvQuotesWhatHasToBeQuoted() {
    assertThat(show("\",\n", "--format", "csv").lines())
        .containsExactly(
            "context,next,probability,count", ",\"\"\"\",1,1", "\"\"\"\",\",\",1,1", "\",\",,1,1");
  }

  /** 7 tokens, smoothed by 1: a row of 1 pair has 2/8 for it, and 1/8 for each of 6 others. */
  @Test
  void whatSharesAProbabilityIsOneRowOfCsvAndOneNumberOfJson() {
    String text = "abcdef\n";
    assertThat(show(text, "--smoothing", "1", "--format", "csv").lines())
        .hasSize(1 + 7 * 2)
        .contains("a,b,0.25,1", "a,other,0.125,0");
    assertThat(show(text, "--smoothing", "1", "--json", "--row", "a").out())
        .isEqualTo(
            "{\"model\":\"count, smoothing 1\",\"kind\":\"count\",\"smoothing\":1,\"contextLength\":1,"
                + "\"vocabulary\":[\"\",\"a\",\"b\",\"c\",\"d\",\"e\",\"f\"],"
                + "\"contexts\":[{\"context\":\"a\",\"probabilities\":{\"b\":0.25},"
                + "\"other\":0.125,\"counts\":{\"b\":1}}]}\n");
  }

  @Test
  void jsonHasAllContexts() {
    assertThat(show("ab\n", "--json").out())
        .isEqualTo(
            "{\"model\":\"count\",\"kind\":\"count\",\"smoothing\":0,\"contextLength\":1,"
                + "\"vocabulary\":[\"\",\"a\",\"b\"],\"contexts\":["
                + "{\"context\":\"\",\"probabilities\":{\"a\":1},\"other\":0,\"counts\":{\"a\":1}},"
                + "{\"context\":\"a\",\"probabilities\":{\"b\":1},\"other\":0,\"counts\":{\"b\":1}},"
                + "{\"context\":\"b\",\"probabilities\":{\"\":1},\"other\":0,\"counts\":{\"\":1}}"
                + "]}\n");
  }

  @Test
  void aNetHasNoCounts() {
    assertThat(show("ab\n", "--model", "net", "--json").out())
        .startsWith("{\"model\":\"net\",\"kind\":\"net\",\"contextLength\":1,\"vocabulary\":")
        .doesNotContain("counts", "smoothing");
    assertThat(show("ab\n", "--model", "net", "--format", "csv").lines().get(0))
        .isEqualTo("context,next,probability");
  }

  @Test
  void svgIsTheHeatMapOfAllPairsOrOfOneRow() {
    String svg = show(FIVE, "--format", "svg").out();
    assertThat(svg).startsWith("<svg xmlns=").endsWith("</svg>\n");
    assertThat(svg).contains("<title>How probable each token is after each other one: standard");
    assertThat(svg.lines().filter(line -> line.startsWith("<g"))).hasSize(16);
    assertThat(svg).contains(">an</text>", ">0.800</text>", ">ab</text>", ">0.200</text>");
    String row = show(FIVE, "--format", "svg", "--row", "a", "--counts").out();
    assertThat(row.lines().filter(line -> line.startsWith("<g"))).hasSize(4);
    assertThat(row).contains(">an</text>", ">4</text>");
  }

  /** Each of 60 characters follows each other one once, and the first two a second time. */
  private static String sixty(int first) {
    String pairs =
        IntStream.range(0, 60 * 60)
            .mapToObj(i -> characters(first + i / 60, first + i % 60))
            .collect(Collectors.joining("\n"));
    return pairs + "\n" + characters(first, first + 1) + "\n";
  }

  private static String characters(int... codePoints) {
    return new String(codePoints, 0, codePoints.length);
  }

  @Test
  void ofManyTokensThoseAreShownThatMatterMost() {
    Run latin = show(sixty(0x100), "--top", "1");
    assertThat(latin.out())
        .contains("the 39 of 61 tokens that are likeliest, on average over all contexts\n");
    assertThat(latin.lines()).contains("  . " + labels(0x100, 38, " "));
    assertThat(latin.lines()).allMatch(line -> line.length() <= 80);
    assertThat(show(sixty(0x100), "--counts").out())
        .contains("the 39 of 61 tokens that are most frequent\n");
    assertThat(show(sixty(0x100), "--format", "svg").out())
        .contains(">the 40 of 61 tokens that are likeliest, on average over all contexts</text>");
    assertThat(show(sixty(0x100), "--format", "svg", "--row", characters(0x100)).out())
        .contains(">the 40 of 61 that are most likely</text>");
  }

  @Test
  void wideCharactersStandAboveTheirColumns() {
    Run chinese = show(sixty(0x4E00), "--top", "1");
    assertThat(chinese.lines()).contains("   . " + labels(0x4E00, 37, ""));
    assertThat(chinese.lines()).anyMatch(line -> line.startsWith("\u4E00 "));
  }

  private static String labels(int first, int number, String separator) {
    return IntStream.range(first, first + number)
        .mapToObj(Character::toString)
        .collect(Collectors.joining(separator));
  }

  @Test
  void columnsAreNumberedWhereTerminalsDoNotAgreeOnWidths() {
    assertThat(show("\u0627\u0301\n", "--top", "1").lines().subList(6, 10))
        .containsExactly(
            "  1 2 3", "1     @@  .", "2 @@      U+0301 \u25CC\u0301", "3   @@    U+0627 \u0627");
  }

  @Test
  void linesWithWordsHaveASignForASpace() {
    assertThat(show("a b\n", "--top", "1").lines()).contains("  . \u2423 a b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--format=text", "--format=csv", "--format=svg", "--json"})
  void controlsAreNeverSentToATerminal(String format) {
    String text = "\u001B]0;x\u0007\u009B\u007F\n";
    Run run = Run.on(Terminal.of("stdout"), text, "show", "--color=never", "-i", "-", format);
    assertThat(run.exitCode()).isZero();
    assertThat(run.out().chars()).noneMatch(c -> Character.isISOControl(c) && c != '\n');
  }

  @Test
  void aPipeGetsCharactersAsTheyAre() {
    assertThat(show("\u001B\n", "--format", "csv").out()).contains("\u001B,,1,1\n");
  }

  @Test
  void aTerminalGetsColors() throws Exception {
    ProcessBuilder terminal =
        Command.builder(
            List.of("-Dmakemore.terminal=stdout"),
            "show",
            "-i",
            "" + Files.writeString(folder.resolve("five"), FIVE));
    terminal.environment().put("TERM", "xterm-256color");
    assertThat(Command.run(terminal).out()).contains("\u001B[48;5;");
    assertThat(show(FIVE).out()).doesNotContain("\u001B");
  }

  @Test
  void optionsThatDoNotGoTogetherAreNamed() throws IOException {
    String model = Files.writeString(folder.resolve("m"), "").toString();
    assertThat(error(Run.of("show", "--json", "--format", "csv"))).contains("--json and --format");
    assertThat(error(Run.of("show", "--top", "3", "--format", "svg"))).contains("--top");
    assertThat(error(Run.of("show", "--top", "3", "--json"))).contains("--top");
    assertThat(error(Run.of("show", "--top", "-1"))).contains("--top: must be >= 0, was -1");
    assertThat(error(Run.of("show", "--counts", "--json"))).contains("--counts");
    assertThat(error(Run.of("show", "--counts", "--format", "csv"))).contains("--counts");
    assertThat(error(Run.of("show", "--format", "png"))).contains("'png' is not text, csv or svg");
    assertThat(error(Run.of("show", "-m", model, "-i", model))).contains("--input: with -m");
    assertThat(error(Run.of("show", "-m", model, "--model", "net"))).contains("--model: ");
  }
}
