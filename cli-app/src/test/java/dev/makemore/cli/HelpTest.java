package dev.makemore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.cli.help.HelpText;
import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.ExitCode;
import dev.makemore.cli.io.Problems;
import dev.makemore.cli.io.Terminal;
import dev.makemore.cli.picture.Ink;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** How the command explains itself, from the first word on. */
class HelpTest {

  private static final List<String> COMMANDS =
      List.of(
          "demo",
          "train",
          "merge",
          "generate",
          "evaluate",
          "score",
          "show",
          "explore",
          "compare",
          "export",
          "import",
          "help",
          "generate-completion");

  /** One screen of a terminal as it was, and is. */
  private static final int SCREEN = 24;

  private static Run run(int columns, String... arguments) throws Exception {
    ProcessBuilder builder = Command.builder(List.of(), arguments);
    builder.environment().put("COLUMNS", Integer.toString(columns));
    return Command.run(builder);
  }

  private static List<String> found(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(MatchResult::group).toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 60, 40})
  void makemoreAloneShowsThreeCommandsToTry(int columns) throws Exception {
    Run start = run(columns);
    assertThat(start.exitCode()).isZero();
    assertThat(start.err()).isEmpty();
    assertThat(start.out()).startsWith("makemore learns ");
    assertThat(found("(?m)^  makemore [^#\n]*[^# \n]", start.out()))
        .containsExactly(
            "  makemore demo",
            "  makemore generate --min-length 3",
            "  makemore generate -i my.txt --order 5");
    assertThat(start.out().replaceAll("\\s+", " "))
        .contains("'makemore --help' lists all commands; 'makemore help COMMAND' explains one.");
    assertThat(start.lines()).hasSizeLessThanOrEqualTo(SCREEN);
    assertThat(start.lines()).allMatch(line -> line.length() <= columns);
  }

  @Test
  void optionsWithoutACommandShowTheSameStart() {
    assertThat(Run.of("-v").out()).isEqualTo(Run.of().out());
    assertThat(Run.of("--color", "never")).isEqualTo(Run.of());
  }

  @Test
  void theHelpOfMakemoreFitsOnAScreenAndHasALineForEachCommand() throws Exception {
    Run help = run(80, "--help");
    assertThat(help.exitCode()).isZero();
    assertThat(help.lines()).hasSizeLessThanOrEqualTo(SCREEN);
    for (String command : COMMANDS) {
      assertThat(help.out()).containsOnlyOnce(" " + command + "  ");
      assertThat(help.out()).containsPattern("(?m) " + command + "  +[a-z][^.]{10,43}$");
    }
    assertThat(help.out())
        .containsSubsequence(
            "Make names", "Learn and save", "Measure", "Look", "Exchange", "--verbose")
        .contains("makemore help COMMAND", "exit-codes");
  }

  @Test
  void noLineIsWiderThanTheTerminal() {
    Console console = Console.ofProcess();
    CommandLine makemore = MakemoreCommand.commandLine(console, new Problems(console));
    List<CommandLine> all = new ArrayList<>(makemore.getSubcommands().values());
    all.add(makemore);
    assertThat(all).hasSizeGreaterThan(COMMANDS.size());
    for (CommandLine command : all) {
      for (int columns = 40; columns <= 80; columns++) {
        int width = columns;
        assertThat(HelpText.of(command.getCommandSpec(), columns, Ink.plain()))
            .as("%s at %d", command.getCommandName(), columns)
            .allMatch(line -> line.length() <= width)
            .noneMatch(line -> line.endsWith(" "));
      }
    }
  }

  @Test
  void theHelpIsReadableAtFortyColumns() throws Exception {
    assertThat(run(40, "help", "generate").lines())
        .hasSizeGreaterThan(60)
        .allMatch(line -> line.length() <= 40);
    assertThat(run(40, "--help").lines()).allMatch(line -> line.length() <= 40);
    assertThat(run(40, "help", "exit-codes").lines()).allMatch(line -> line.length() <= 40);
  }

  @Test
  void theHelpOfACommandHasExamplesFirstAndThenTheCommonGroups() throws Exception {
    Run help = run(80, "generate", "--help");
    assertThat(help.out()).startsWith("Usage: makemore generate [OPTION]...\nMakes new names");
    assertThat(found("(?m)^[A-Z][^:\n]*:$", help.out()))
        .containsExactly(
            "Examples:",
            "What to make:",
            "What they are like:",
            "Which model:",
            "How they are drawn:",
            "With --model mlp:",
            "With --model mlp or net:",
            "With --model net:",
            "With --model ngram:",
            "Text:",
            "Where to write:",
            "Speed:",
            "Every command:");
    assertThat(help.out())
        .containsSubsequence(
            "  -n, --number=N ", "      --unique ", "      --prefix", "  -m, --load")
        .containsSubsequence("Text:\n", "--lowercase", "Speed:\n", "--threads")
        .containsSubsequence("Every command:\n", "--help", "--version", "--verbose", "--color");
  }

  @Test
  void whatMustBeGivenIsInTheSynopsis() {
    assertThat(Run.of("train", "--help").out())
        .startsWith("Usage: makemore train -o=FILE [OPTION]");
    assertThat(Run.of("compare", "--help").out())
        .startsWith("Usage: makemore compare [OPTION]... A B\n");
    assertThat(Run.of("score", "--help").out())
        .startsWith("Usage: makemore score [OPTION]... [TEXT...]\n");
  }

  @Test
  void everyDescriptionHasOneToThreeLines() {
    for (String command : COMMANDS) {
      List<String> lines = Run.of(command, "--help").lines();
      long description = lines.stream().skip(1).takeWhile(line -> !line.isEmpty()).count();
      assertThat(description).as(command).isBetween(1L, 3L);
    }
  }

  @Test
  void everyOptionIsInOneGroup() {
    for (String command : COMMANDS) {
      List<String> names = new ArrayList<>();
      for (String line : Run.of(command, "--help").lines()) {
        if (line.matches(" {2,6}-.*")) {
          names.addAll(found("(?<=[ ,])--?[a-z][a-z0-9-]*", line.replaceAll("(=| {3,}\\w).*", "")));
        }
      }
      assertThat(names).as(command).doesNotHaveDuplicates().contains("--help", "--color");
    }
  }

  @Test
  void aTermIsAboveItsDescriptionWhereThereIsLittleRoom() throws Exception {
    assertThat(run(40, "generate", "--help").out())
        .contains("  -n, --number=N\n      Make N names. Default: 10.\n")
        .contains("  makemore generate --prefix em \\\n      --temperature 0.7 --seed 42\n");
  }

  @Test
  void everyExampleRunsMakemore() {
    for (String command : COMMANDS) {
      List<String> examples =
          Run.of(command, "--help").lines().stream()
              .dropWhile(line -> !line.equals("Examples:"))
              .skip(1)
              .takeWhile(line -> !line.isEmpty())
              .toList();
      assertThat(examples)
          .as(command)
          .allMatch(line -> line.matches("  (source <\\()?makemore " + command + "( .*|\\)|)"));
    }
  }

  @Test
  void theExitCodesAreATopicOfTheHelp() throws Exception {
    Run codes = run(80, "help", "exit-codes");
    assertThat(codes.exitCode()).isZero();
    for (ExitCode code : ExitCode.values()) {
      assertThat(codes.out())
          .containsPattern("(?m)^  " + code.number() + " +\\Q" + code.meaning().split(",")[0]);
    }
  }

  /** Yellow and other colors can't be read on every background; bold can. */
  @Test
  void helpIsInBoldAndHasNoColorOfItsOwn() throws Exception {
    for (String line : List.of("--help", "generate --help", "help exit-codes", "help show", "")) {
      String[] words = ("--color always " + line).strip().split(" ");
      String out = Command.run(words).out();
      assertThat(found("\u001b\\[[0-9;]*m", out))
          .isNotEmpty()
          .containsOnly("\u001b[1m", "\u001b[0m");
      String plain = Command.run(line.isEmpty() ? new String[0] : line.split(" ")).out();
      assertThat(out.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain);
    }
    assertThat(Command.run("--color", "always", "help", "generate").out())
        .contains("  \u001b[1m-n, --number\u001b[0m=N ", "\u001b[1mExamples:\u001b[0m");
  }

  @Test
  void helpGoesToStandardOutput() {
    Run help = Run.on(Terminal.of("stdout"), "", "generate", "--help");
    assertThat(help.err()).isEmpty();
    assertThat(help.out()).isNotEmpty();
  }
}
