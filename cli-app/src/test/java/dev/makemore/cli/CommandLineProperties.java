package dev.makemore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.cli.io.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/**
 * Whatever is typed, the command ends with an exit code that is documented and not that of a bug.
 * Arguments that would take long, such as a million steps, are not among those tried.
 */
class CommandLineProperties {

  private static final List<Integer> EXIT_CODES =
      Arrays.stream(ExitCode.values())
          .filter(c -> c != ExitCode.BUG)
          .map(ExitCode::number)
          .toList();

  /** What each command needs, and its own options: N is a number, T a text, and F a file. */
  private static final Map<String, String> OWN =
      Map.ofEntries(
          Map.entry(
              "train -i names -o OUT",
              "--smoothing=N --model=net --steps=2 --force --lowercase --normalize=NFC --seed=N"),
          Map.entry("merge count.model count.model -o OUT", "--smoothing=N --force F"),
          Map.entry(
              "generate -m count.model",
              "-n=N --seed=N --temperature=N --top-k=N --top-p=N --min-length=N --max-length=N"
                  + " --prefix=T --suffix=T --match=T --explain --json --unique --new --known=F"
                  + " --threads=N"),
          Map.entry(
              "generate -i F",
              "-n=N --seed=N --smoothing=N --prefix=T --lowercase --model=net --steps=2"),
          Map.entry("evaluate -i names", "--test=F --smoothing=N --json --normalize=NFKC"),
          Map.entry(
              "score -m count.model",
              "T T --json --explain --sort --reverse --threshold=N --above --text-only -i=F"),
          Map.entry(
              "show -m F",
              "--row=T --top=N --counts --json --format=svg --format=csv --color=always"),
          Map.entry(
              "explore -o OUT",
              "-i=F -i=names -m=F -m=net.model --lowercase --normalize=NFC --force"),
          Map.entry(
              "compare count.model net.model",
              "--top=N --fail-above=N --json --input=F --lowercase"),
          Map.entry("export -m F --format arpa", "--format=csv --format=json --force --output=OUT"),
          Map.entry("import count.arpa -o OUT", "--force --format=arpa --output=-"));

  private static Path folder = Path.of("");

  @BeforeContainer
  static void makeFiles() throws IOException {
    folder = Files.createTempDirectory("makemore");
    Files.writeString(folder.resolve("names"), "anna\nhannah\nnan\n");
    Files.writeString(folder.resolve("other"), "\u00E9\uD83D\uDE00.\r\n\n<\t\"\n");
    Files.write(folder.resolve("noise"), new byte[] {0x1F, (byte) 0x8B, 0, -1, '\n'});
    Files.createFile(folder.resolve("empty"));
    Files.createDirectory(folder.resolve("folder"));
    for (String learned : List.of("count", "net")) {
      String model = folder.resolve(learned + ".model").toString();
      String names = folder.resolve("names").toString();
      assertThat(Run.of("train", "--model", learned, "-i", names, "-o", model).exitCode()).isZero();
    }
    String arpa = Run.of("export", "-m", file("count.model"), "--format", "arpa").out();
    Files.writeString(folder.resolve("count.arpa"), arpa);
  }

  @AfterContainer
  static void deleteFiles() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .sorted((a, b) -> b.compareTo(a)) // a folder after what is in it
          .forEach(
              file -> {
                try {
                  Files.delete(file);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }

  private static String file(String name) {
    return folder.resolve(name).toString();
  }

  /** An option without a value, a command, or something that is neither. */
  private static Arbitrary<List<String>> words() {
    Arbitrary<String> commands =
        Arbitraries.of(
            "train merge generate evaluate score show explore compare export import help"
                .split(" "));
    Arbitrary<String> flags =
        Arbitraries.of(
            ("--above --counts --explain --force --json --lowercase --new --reverse --sort"
                    + " --text-only --unique --help -h -V --version --no-such -x -i -m -n -- - --json=1"
                    + " --=1 --seed --fo")
                .split(" "));
    return Arbitraries.oneOf(commands, flags, hostile(), files()).map(List::of);
  }

  private static Arbitrary<String> files() {
    return Arbitraries.of(
            "names other noise empty folder count.model net.model count.arpa gone".split(" "))
        .map(CommandLineProperties::file);
  }

  /** Texts that are none of the command's words. None starts with a dash, as {@code -o} does. */
  private static Arbitrary<String> hostile() {
    Arbitrary<String> chosen =
        Arbitraries.of(
            "",
            " ",
            "\0",
            "\n",
            "a\nb",
            "\u001B[31m",
            "\uFFFD",
            "\uD800",
            "\uD83D\uDE00",
            "%s%n",
            "@names",
            "${sys:user.home}",
            "=",
            "''",
            "\"",
            "\\",
            "a=b",
            "\u202E",
            "/",
            "~",
            "*");
    return Arbitraries.oneOf(chosen, Arbitraries.strings().ofMaxLength(5))
        .filter(text -> !text.startsWith("-"));
  }

  private static Arbitrary<String> numbers() {
    return Arbitraries.of(
        ("0 1 2 3 -1 -0 +2 1.5 0.5 1e-3 1e400 1e-400 1e18 NaN Infinity 1f 0x1 0x1p-1 \u0661 1,5 1_0 .5"
                + " 5. 00001 99999999999999999999999")
            .split(" "));
  }

  /** An option and its value, as one argument or as two. */
  private static Arbitrary<List<String>> options() {
    return Arbitraries.oneOf(
        option(
            "--batch-size --learning-rate --max-length --min-length --smoothing --steps --target --temperature"
                + " --threads --top-k --top-p --top --fail-above --threshold --seed -n --number",
            numbers()),
        option("--format", Arbitraries.of("arpa", "csv", "json", "svg", "text", "ARPA", "xml")),
        option("--model", Arbitraries.of("count", "net", "Net", "bigram")),
        option("--descent", Arbitraries.of("plain", "momentum", "adam", "scaled", "none")),
        option("--normalize", Arbitraries.of("NFC", "NFKC", "nfc", "NFD")),
        option("--color", Arbitraries.of("auto", "always", "never", "red")),
        option("--prefix --row", Arbitraries.oneOf(hostile(), Arbitraries.of("a", ".", "\\u{61}"))),
        option("-i --input -m --load --known --test", Arbitraries.oneOf(files(), hostile())),
        option("--input --load --known --test", Arbitraries.of("-")));
  }

  private static Arbitrary<List<String>> option(String names, Arbitrary<String> values) {
    return Combinators.combine(
            Arbitraries.of(names.split(" ")), values, Arbitraries.of(true, false))
        .as(
            (name, value, joined) ->
                joined && name.startsWith("--")
                    ? List.of(name + "=" + value)
                    : List.of(name, value));
  }

  /** A command line. The last options keep it from writing elsewhere, and from running long. */
  @Provide
  Arbitrary<List<String>> commandLines() {
    Arbitrary<String> command =
        Arbitraries.of(
            "train merge generate evaluate score show explore compare export import help"
                .split(" "));
    Arbitrary<List<List<String>>> rest =
        Arbitraries.frequencyOf(Tuple.of(2, options()), Tuple.of(1, words())).list().ofMaxSize(5);
    Arbitrary<List<String>> last =
        Arbitraries.of(
            List.of(),
            List.of("-i", "NAMES"),
            List.of("-m", "MODEL"),
            List.of("-o", "OUT"),
            List.of("-i", "NAMES", "-o", "OUT"),
            List.of("MODEL", "MODEL"),
            List.of("-o"));
    return Combinators.combine(command, rest, last).as(CommandLineProperties::line);
  }

  private static List<String> line(String command, List<List<String>> rest, List<String> last) {
    List<String> line = new ArrayList<>(List.of(command));
    rest.forEach(line::addAll);
    for (String argument : last) {
      line.add(
          switch (argument) {
            case "NAMES" -> file("names");
            case "MODEL" -> file("count.model");
            case "OUT" -> file("out");
            default -> argument;
          });
    }
    if (line.contains("net") || line.contains("--model=net")) {
      line.addAll(List.of("--steps", "2"));
    }
    if (command.equals("explore")) {
      line.addAll(List.of("-o", file("out"))); // or else it writes to the working folder
    }
    return line;
  }

  /** A command with what it needs, and some of its own options. */
  @Provide
  Arbitrary<List<String>> ownOptions() {
    return Arbitraries.of(List.copyOf(OWN.keySet()))
        .flatMap(
            command -> {
              List<String> options = List.of(OWN.get(command).split(" "));
              return Combinators.combine(
                      Arbitraries.of(options).list().ofMaxSize(4),
                      Arbitraries.of("0", "1", "1", "2", "3", "0.5", "1e-3", "-1", "x", "9.5"),
                      Arbitraries.oneOf(hostile(), Arbitraries.of("a", "an", "n", "\\u{6E}")),
                      files())
                  .as((chosen, number, text, file) -> filled(command, chosen, number, text, file));
            });
  }

  private static List<String> filled(
      String command, List<String> options, String number, String text, String file) {
    List<String> line = new ArrayList<>();
    for (String word : Stream.concat(Stream.of(command.split(" ")), options.stream()).toList()) {
      int value = word.indexOf('=') + 1;
      line.add(
          word.substring(0, value)
              + switch (word.substring(value)) {
                case "N" -> number;
                case "T" -> text;
                case "F" -> file;
                case "OUT" -> file("out");
                case "names", "count.model", "net.model", "count.arpa" -> file(word);
                default -> word.substring(value);
              });
    }
    return line;
  }

  @Property(tries = 1000)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void everyCommandWithItsOwnOptionsDoesToo(@ForAll("ownOptions") List<String> line) {
    everyCommandLineEndsWithADocumentedExitCodeAndAMessage(line);
    // Not all of them are wrong usage: a tenth or more do something.
    Statistics.label("exit code").coverage(codes -> codes.check(0).percentage(p -> p > 10));
  }

  @Property(tries = 1000)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void everyCommandLineEndsWithADocumentedExitCodeAndAMessage(
      @ForAll("commandLines") List<String> line) {
    Run run = Run.withInput("ann\nhan\n", line.toArray(String[]::new));
    assertThat(run.exitCode()).as(run.err()).isIn(EXIT_CODES);
    assertThat(run.err()).doesNotContain("\tat ").doesNotContain("Exception");
    if (run.exitCode() != 0) {
      assertThat(run.err()).startsWith("makemore: ");
    }
    assertThat(run.err().lines()).allMatch(message -> message.startsWith("makemore: "));
    Statistics.label("exit code").collect(run.exitCode());
  }
}
