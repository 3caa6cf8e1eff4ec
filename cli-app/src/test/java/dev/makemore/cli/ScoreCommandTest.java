package dev.makemore.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.makemore.bigram.count.CountModel;
import dev.makemore.cli.io.Terminal;
import dev.makemore.model.Corpus;
import dev.makemore.model.io.ModelFile;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreCommandTest {

  private static final String FIVE = "an\nan\nan\nan\nab\n";

  @TempDir private Path folder;

  private static void assertLines(Run run, String... lines) {
    assertThat(run.err()).isEmpty();
    assertThat(run.lines()).containsExactly(lines);
    assertThat(run.exitCode()).isZero();
  }

  /** The same, where one of the texts costs infinitely much. Standard error says so. */
  private static void assertInfiniteLines(Run run, String... lines) {
    assertThat(run.err()).startsWith("makemore: ").contains("infinitely much: the model");
    assertLines(new Run(run.exitCode(), run.out(), ""), lines);
  }

  private static void assertUsage(Run run, String... parts) {
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(parts).contains("try 'makemore score --help'");
  }

  /** Learns, without smoothing, that after a comes n four times and b once; all else is certain. */
  private Run five(String stdin, String... arguments) throws Exception {
    Path file = Files.writeString(folder.resolve("five"), FIVE);
    List<String> all = new ArrayList<>(List.of("score", "-i", file.toString(), "--smoothing", "0"));
    all.addAll(List.of(arguments));
    return Run.withInput(stdin, all.toArray(String[]::new));
  }

  @Test
  void theWorkedExampleHasItsKnownCosts() throws Exception {
    // -ln 0.8 = 0.223144 and -ln 0.2 = 1.609438, each over three predictions
    assertLines(five("", "an", "ab"), "0.074381\t0.223144\tan", "0.536479\t1.609438\tab");
  }

  @Test
  void bytesThatAreNotUtf8AreNotScoredAsSomethingElse() throws Exception {
    Run run = Run.of("score", "an", "b\ufffdb");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith("makemore: 'b\ufffdb' is not UTF-8")
        .contains("standard input");
    assertInfiniteLines(five("\ufffd\n"), "Infinity\tInfinity\t\ufffd"); // here it is what it seems
  }

  @Test
  void whatCanNotBeIsInfinite() throws Exception {
    assertInfiniteLines(
        five("", "aa", "\u00e9"), "Infinity\tInfinity\taa", "Infinity\tInfinity\t\u00e9");
  }

  @Test
  void withoutOptionsTheNamesAreSmoothedByOne() {
    // No name is empty, so its end has (0 + 1) / (30294 + 27).
    assertLines(Run.of("score", ""), "10.319596\t10.319596\t");
    assertThat(Run.of("score", "--smoothing", "1", "emma")).isEqualTo(Run.of("score", "emma"));
    assertThat(Run.of("score", "--smoothing", "2", "emma")).isNotEqualTo(Run.of("score", "emma"));
    assertThat(Run.of("score", "--model", "net", "--smoothing", "0", "emma").out())
        .matches("2\\.51\\d+\\t12\\.5\\d+\\temma\n");
  }

  @Test
  void everyLineHasALineTheEmptyOnesToo() throws Exception {
    String[] scored = {
      "0.074381\t0.223144\tan", "Infinity\tInfinity\t", "0.536479\t1.609438\tab",
    };
    assertInfiniteLines(five("an\n\nab\n"), scored);
    assertInfiniteLines(five("\uFEFFan\r\n\r\nab"), scored);
    assertInfiniteLines(five("an\n\nab\n", "-"), scored);
    assertLines(five(""));
  }

  @Test
  void withASavedModelTheInputIsWhatIsScored() throws Exception {
    Path lines = Files.writeString(folder.resolve("lines"), "ab\nan\n");
    String model = savedFive();
    // Smoothed by 1: 6/9 x 2/9 x 2/5 = 1 / 16.875, and 6/9 x 5/9 x 5/8 = 1 / 4.32.
    String[] scored = {"0.941944\t2.825833\tab", "0.487752\t1.463255\tan"};
    assertLines(Run.of("score", "-m", model, "-i", lines.toString()), scored);
    assertLines(Run.withInput("ab\nan\n", "score", "-m", model), scored);
    assertLines(Run.withInput("ab\nan\n", "score", "-m", model, "-i", "-"), scored);
    assertLines(Run.of("score", "-m", model, "ab", "an"), scored);
    assertLines(
        Run.withInput(Files.readString(Path.of(model)), "score", "-m", "-", "ab", "an"), scored);
  }

  private String savedFive() throws Exception {
    Path file = folder.resolve("five.model");
    ModelFile.save(CountModel.fit(Corpus.of(FIVE.split("\n"))), file);
    return file.toString();
  }

  @Test
  void theInputLearnedFromMayBeStandardInput() {
    assertLines(
        Run.withInput(FIVE, "score", "--smoothing", "0", "-i", "-", "ab"),
        "0.536479\t1.609438\tab");
  }

  @Test
  void allTheNamesCostWhatEvaluateSays() throws Exception {
    String names = new String(namesBytes(), StandardCharsets.UTF_8);
    double total = 0;
    int lines = 0;
    try (JsonParser json =
        new JsonFactory().createParser(Run.withInput(names, "score", "--json").out())) {
      while (json.nextToken() != null) {
        if (json.currentToken() == JsonToken.FIELD_NAME && json.currentName().equals("total")) {
          json.nextToken();
          total += json.getDoubleValue();
          lines++;
        }
      }
    }
    assertThat(lines).isEqualTo(30_294);
    assertThat(total / 218_093).isEqualTo(2.450963519850, within(5e-13));
  }

  private static byte[] namesBytes() throws Exception {
    try (InputStream in = Main.class.getResourceAsStream("names.txt")) {
      return in.readAllBytes();
    }
  }

  @Test
  void theExplanationAddsUp() throws Exception {
    assertInfiniteLines(
        five("", "--explain", "an", "aa"),
        "an",
        "  probability          nll  pair",
        "     1.000000     0.000000  .a",
        "     0.800000     0.223144  an",
        "     1.000000     0.000000  n.",
        "                  0.223144  total",
        "                  0.074381  average of 3",
        "",
        "aa",
        "  probability          nll  pair",
        "     1.000000     0.000000  .a",
        "            0     Infinity  aa",
        "            0     Infinity  a.",
        "                  Infinity  total",
        "                  Infinity  average of 3");
  }

  @Test
  void theExplanationTellsWhichCharacterTheModelDoesNotKnow() {
    assertThat(Run.of("score", "--explain", "zo\u00eb").lines())
        .filteredOn(line -> line.contains("does not know"))
        .containsExactly(
            "            0     Infinity  o\u00eb  (a character that the model does not know)",
            "            0     Infinity  \u00eb.  (a character that the model does not know)");
  }

  @Test
  void aThresholdKeepsWhatCostsAtMostThat() throws Exception {
    String lines = "an\nab\naa\n";
    assertInfiniteLines(five(lines, "--text-only"), "an", "ab", "aa");
    assertInfiniteLines(five(lines, "--text-only", "--threshold", "0.53"), "an");
    assertInfiniteLines(five(lines, "--text-only", "--threshold", "0.54"), "an", "ab");
    assertInfiniteLines(five(lines, "--text-only", "--threshold", "0.53", "--above"), "ab", "aa");
    assertThat(five(lines, "--threshold", "0.53", "--above", "--json").lines()).hasSize(2);
    assertInfiniteLines(five(lines, "--threshold", "1e308", "--text-only"), "an", "ab");
    assertInfiniteLines(
        five(lines, "--threshold", "1e308", "--above", "--text-only"), "aa"); // infinite
    assertInfiniteLines(five(lines, "--threshold", "0"));
  }

  @Test
  void atTheThresholdATextIsKept() throws Exception {
    // Uniform: a text of one character costs ln 2 for it and ln 2 for its end.
    Path file = Files.writeString(folder.resolve("a"), "a\n");
    String uniform = "1e300"; // more smoothing than text
    String ln2 = Double.toString(Math.log(2));
    Run run =
        Run.of("score", "-i", file.toString(), "--smoothing", uniform, "--threshold", ln2, "a");
    assertLines(run, "0.693147\t1.386294\ta");
  }

  @Test
  void sortedTheCheapestComesFirstAndEqualOnesAsTheyCame() throws Exception {
    String lines = "aa\nab\nan\nba\nab\n";
    assertInfiniteLines(five(lines, "--sort", "--text-only"), "an", "ab", "ab", "aa", "ba");
    assertInfiniteLines(
        five(lines, "--sort", "--reverse", "--text-only"), "aa", "ba", "ab", "ab", "an");
    assertInfiniteLines(
        five(lines, "--sort", "--text-only", "--threshold", "1", "--above"), "aa", "ba");
    assertThat(five(lines, "--sort", "--explain").lines())
        .filteredOn(line -> line.length() == 2)
        .containsExactly("an", "ab", "ab", "aa", "ba");
  }

  @Test
  void jsonHasExactlyTheKeysThatArePromised() throws Exception {
    assertLines(
        five("", "--json", "ab"), // the numbers are Python's
        "{\"text\":\"ab\",\"tokens\":3,\"nll\":0.5364793041447001,\"total\":1.6094379124341003,"
            + "\"impossible\":0}");
    assertInfiniteLines(
        five("", "--json", "\"aa\u001b"),
        "{\"text\":\"\\\"aa\\u001B\",\"tokens\":5,\"nll\":null,\"total\":null,"
            + "\"impossible\":5}");
    assertInfiniteLines(
        five("", "--json", "--explain", "n\u00eb"),
        "{\"text\":\"n\u00eb\",\"tokens\":3,\"nll\":null,\"total\":null,"
            + "\"impossible\":3,\"bigrams\":["
            + "{\"context\":\"\",\"next\":\"n\",\"known\":true,\"probability\":0,\"nll\":null},"
            + "{\"context\":\"n\",\"next\":\"\u00eb\",\"known\":false,\"probability\":0,"
            + "\"nll\":null},"
            + "{\"context\":\"\u00eb\",\"next\":\"\",\"known\":false,\"probability\":0,"
            + "\"nll\":null}]}");
  }

  @Test
  void whatCameBeforeAMalformedLineIsScored() throws Exception {
    byte[] bytes = "emma\nz?\nava\n".getBytes(StandardCharsets.US_ASCII);
    bytes[6] = (byte) 0xFF;
    Path file = Files.write(folder.resolve("bytes"), bytes);
    Run run = Run.of("score", "-m", savedFive(), "-i", file.toString());
    assertThat(run.exitCode()).isEqualTo(65);
    assertThat(run.out()).isEqualTo("Infinity\tInfinity\temma\n");
    assertThat(run.err())
        .startsWith("makemore: 1 of 1 text costs infinitely much: the model does not know 'e'")
        .contains("\nmakemore: " + file + ":2: byte 0xFF at offset 6 is not valid UTF-8");
  }

  @Test
  void aMalformedLineIsSkippedOrRepairedIfAskedTo() throws Exception {
    byte[] bytes = "an\nz?\nab\n?\nan".getBytes(StandardCharsets.US_ASCII);
    bytes[4] = (byte) 0xFF;
    bytes[9] = (byte) 0xC3;
    String file = Files.write(folder.resolve("bytes"), bytes).toString();
    String[] command = {"score", "-m", savedFive(), "-i", file, "--text-only", "--on-error"};
    Run skipped = Run.of(with(command, "skip"));
    assertThat(skipped.exitCode()).isZero();
    assertThat(skipped.lines()).containsExactly("an", "ab", "an");
    assertThat(skipped.err())
        .isEqualTo("makemore: skipped 2 lines: not UTF-8; the first is line 2\n");
    Run replaced = Run.of(with(command, "replace"));
    assertThat(replaced.exitCode()).isZero();
    assertThat(replaced.lines()).containsExactly("an", "z\ufffd", "ab", "\ufffd", "an");
    assertThat(replaced.err())
        .startsWith(
            "makemore: replaced what is not UTF-8 by U+FFFD in 2 lines; the first is line 2\n")
        .contains("2 of 5 texts cost infinitely much");
    Run stopped = Run.of(with(command, "stop"));
    assertThat(stopped).isEqualTo(Run.of("score", "-m", savedFive(), "-i", file, "--text-only"));
    assertThat(stopped.exitCode()).isEqualTo(65);
  }

  private static String[] with(String[] command, String... more) {
    return Stream.concat(Stream.of(command), Stream.of(more)).toArray(String[]::new);
  }

  /** Many blocks of lines, some malformed, some impossible, of any length. */
  @Test
  void theNumberOfThreadsChangesNothing() throws Exception {
    StringBuilder text = new StringBuilder();
    Random random = new Random(1);
    for (int i = 0; i < 30_000; i++) {
      text.append(i % 977 == 5 ? "\u00e9" : i % 1009 == 7 ? "?" : "a");
      text.append("nab".repeat(random.nextInt(4))).append(i % 3 == 0 ? "\r\n" : "\n");
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = bytes[i] == '?' ? (byte) 0xFE : bytes[i];
    }
    String file = Files.write(folder.resolve("lines"), bytes).toString();
    for (String style : List.of("--color=auto", "--json", "--explain", "--sort")) {
      String[] command = {
        "score", "-m", savedFive(), "-i", file, "--on-error", "skip", style, "--threads"
      };
      Run one = Run.of(with(command, "1"));
      assertThat(one.exitCode()).isZero();
      assertThat(one.err()).contains("skipped 30 lines: not UTF-8; the first is line 8\n");
      assertThat(Run.of(with(command, "2"))).isEqualTo(one);
    }
  }

  /** Whatever one block of lines ends with, an empty line stands before the next explanation. */
  @Test
  void explanationsOfManyLinesAreThoseOfEach() throws Exception {
    String one = five("", "--explain", "an").out();
    Run run = five("an\n".repeat(20_000), "--explain");
    assertThat(run.out().equals(String.join("\n", Collections.nCopies(20_000, one)))).isTrue();
  }

  @Test
  void controlsAreShownOnATerminalAndRawInAPipe() {
    String text = "a\u001b[2J\u009bb";
    for (String form : List.of("--text-only", "--explain", "--color=auto")) {
      assertThat(Run.of("score", form, text).out()).contains("\u001b").contains("\u009b");
      Run terminal = Run.on(Terminal.of("stdout"), "", "score", form, text);
      assertThat(terminal.out()).doesNotContain("\u001b").doesNotContain("\u009b");
      assertThat(terminal.out()).contains("a<U+001B>[2J<U+009B>b\n");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--threshold -1, --threshold",
    "--threshold NaN, --threshold",
    "--threshold low, 'low'",
    "--above emma, --threshold X",
    "--reverse emma, --sort",
    "--text-only --json emma, --json",
    "--text-only --explain emma, --explain",
    "--on-error skip emma, --on-error",
    "--on-error fail, stop",
    "--smoothing -1 emma, --smoothing",
    "emma - ava, standard input",
    "-i -, standard input",
    "-i - -, standard input",
    "-m -, standard input",
    "-m - -, standard input",
    "-m x -i y emma, -m",
    "-m x -i y -, -m",
    "-m x --model net emma, --model",
    "-dash, '-dash'",
  })
  void whatMakesNoSenseIsAUsageError(String arguments, String part) {
    assertUsage(Run.of(("score " + arguments).split(" ")), part);
  }

  @Test
  void aTextMayStartWithADashOrAnAt() throws Exception {
    Path file = Files.writeString(folder.resolve("list"), "emma");
    assertThat(Run.of("score", "--", "-v").out()).endsWith("\t-v\n");
    assertThat(Run.of("score", "@" + file).out()).endsWith("\t@" + file + "\n");
  }

  @Test
  void aTerminalIsToldThatItIsReadFrom() {
    Run run = Run.on(Terminal.of("stdin,stdout,stderr"), "emma\n", "score");
    assertThat(run.err()).contains("one a line").hasLineCount(1);
    assertThat(run.out()).endsWith("\temma\n");
  }

  @Test
  void whatIsNotThereIsNoInput() throws Exception {
    assertThat(Run.of("score", "-m", "nosuch", "emma").exitCode()).isEqualTo(66);
    assertThat(Run.of("score", "-m", savedFive(), "-i", "nosuch").exitCode()).isEqualTo(66);
  }

  @Test
  void aFullStopIsNotTakenForTheEnd() {
    assertThat(Run.withInput("a.\n", "score", "-i", "-", "--explain", "a.").out())
        .contains("  .a\n", "  a\\u{2E}\n", "  \\u{2E}.\n");
  }
}
