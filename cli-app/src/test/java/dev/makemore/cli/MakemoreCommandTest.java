package dev.makemore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.cli.command.BaseCommand;
import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.Problems;
import dev.makemore.cli.io.Terminal;
import dev.makemore.cli.option.ColorMode;
import java.lang.reflect.Member;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

class MakemoreCommandTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
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
        "import"
      })
  void everyCommandHasHelpOfItsOwn(String command) {
    Run help = Run.of(command, "--help");
    assertThat(help.exitCode()).isZero();
    assertThat(help.out()).startsWith("Usage: makemore " + command).contains("--color", "-v");
    assertThat(Run.of("help", command)).isEqualTo(help);
  }

  @Test
  void aRunGetsTheCommandThatItNamesAlone() {
    Set<String> all = commands();
    assertThat(all).contains("generate", "evaluate");
    for (String command : all) {
      boolean knowsTheOthers = Set.of("help", "generate-completion").contains(command);
      assertThat(commands(command, "--help")).isEqualTo(knowsTheOthers ? all : Set.of(command));
    }
    assertThat(commands("-v", "generate")).isEqualTo(all);
    assertThat(commands("generat")).isEqualTo(all); // and so it can be told what was meant
  }

  /** Either would make each start longer, and our converters are for objects. */
  @Test
  void nothingIsFoundByReflectionAndNoValueIsPrimitive() {
    CommandLine makemore = commandLine();
    List<ArgSpec> arguments =
        Stream.concat(Stream.of(makemore), makemore.getSubcommands().values().stream())
            .map(CommandLine::getCommandSpec)
            .filter(command -> command.userObject() instanceof BaseCommand) // not picocli's own
            .flatMap(command -> command.args().stream())
            .toList();
    assertThat(arguments).hasSizeGreaterThan(50);
    assertThat(arguments).noneMatch(argument -> argument.userObject() instanceof Member);
    assertThat(arguments).noneMatch(argument -> argument.type().isPrimitive());
  }

  private static Set<String> commands(String... arguments) {
    return commandLine(arguments).getSubcommands().keySet();
  }

  private static CommandLine commandLine(String... arguments) {
    Console console = Console.ofProcess();
    return MakemoreCommand.commandLine(console, new Problems(console), arguments);
  }

  @Test
  void theVersionIsTheOneOfTheBuild() {
    Run run = Run.of("--version");
    assertThat(run.exitCode()).isZero();
    assertThat(run.lines().get(0)).matches("makemore \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    assertThat(run.lines().get(1)).startsWith("Java " + Runtime.version());
  }

  @Test
  void everyCommandTellsItsVersion() {
    Set<String> all = new TreeSet<>(commands());
    assertThat(all).contains("show", "compare", "generate-completion");
    for (String command : all) {
      assertThat(Run.of(command, "--version")).isEqualTo(Run.of("--version"));
    }
  }

  @Test
  void anOptionWithASingleValueIsGivenAtMostOnce() {
    for (CommandLine command : commandLine().getSubcommands().values()) {
      for (OptionSpec option : command.getCommandSpec().options()) {
        if (option.type() != Boolean.class && !option.isMultiValue()) {
          List<String> twice = new ArrayList<>(needed(command.getCommandSpec(), option));
          twice.addAll(List.of(option.longestName(), value(option)));
          twice.addAll(List.of(option.shortestName() + "=" + value(option)));
          Run run = Run.of(twice.toArray(String[]::new));
          assertThat(run.exitCode()).as("%s", twice).isEqualTo(2);
          String values = "'" + value(option) + "' and '" + value(option) + "'";
          assertThat(run.err())
              .startsWith(
                  "makemore: " + option.longestName() + ": is given more than once, with " + values)
              .hasLineCount(2);
        }
      }
    }
    Run color = Run.of("--color", "always", "generate", "--color=never");
    assertThat(color.err()).startsWith("makemore: --color: is given more than once");
  }

  /** The command, and what must be given beside the option. */
  private static List<String> needed(CommandSpec command, OptionSpec option) {
    List<String> line = new ArrayList<>(List.of(command.name()));
    for (OptionSpec other : command.options()) {
      if (other.required() && other != option) {
        line.addAll(List.of(other.longestName(), value(other)));
      }
    }
    for (PositionalParamSpec parameter : command.positionalParameters()) {
      line.addAll(Collections.nCopies(parameter.arity().min(), "file"));
    }
    return line;
  }

  private static String value(OptionSpec option) {
    Iterable<String> candidates = option.completionCandidates();
    return candidates == null ? "1" : candidates.iterator().next();
  }

  @Test
  void aFlagMayBeGivenTwice() {
    assertThat(Run.of("generate", "--seed", "1", "--lowercase", "--lowercase"))
        .isEqualTo(Run.of("generate", "--seed", "1", "--lowercase"));
  }

  @Test
  void theHelpIsAsWideAsColumnsSaysFrom40To80() {
    Map<String, Integer> widths =
        Map.of("60", 60, "40", 40, "39", 40, "80", 80, "200", 80, "", 80, "x", 80, "\u0666", 80);
    widths.forEach(
        (columns, width) ->
            assertThat(Terminal.of("").helpWidth(Map.of("COLUMNS", columns))).isEqualTo(width));
    assertThat(Terminal.of("").helpWidth(Map.of("COLUMNS", "99999999999"))).isEqualTo(80);
    assertThat(Terminal.of("").helpWidth(Map.of())).isEqualTo(80);
  }

  @Test
  void colorsFollowTheOptionThenTheEnvironmentThenTheTerminal() {
    Map<String, String> nothing = Map.of();
    Map<String, String> noColor = Map.of("NO_COLOR", "1");
    assertThat(ColorMode.ALWAYS.isOn(false, noColor)).isTrue();
    assertThat(ColorMode.NEVER.isOn(true, nothing)).isFalse();
    assertThat(ColorMode.AUTO.isOn(true, nothing)).isTrue();
    assertThat(ColorMode.AUTO.isOn(false, nothing)).isFalse();
    assertThat(ColorMode.AUTO.isOn(true, noColor)).isFalse();
    assertThat(ColorMode.AUTO.isOn(true, Map.of("NO_COLOR", ""))).isTrue();
    assertThat(ColorMode.AUTO.isOn(true, Map.of("TERM", "dumb"))).isFalse();
    assertThat(ColorMode.AUTO.isOn(true, Map.of("CLICOLOR", "0"))).isFalse();
    assertThat(ColorMode.AUTO.isOn(false, Map.of("CLICOLOR", "1"))).isFalse();
  }

  @Test
  void colorsCanBeForcedIntoAPipe() {
    for (String name : List.of("FORCE_COLOR", "CLICOLOR_FORCE")) {
      assertThat(ColorMode.AUTO.isOn(false, Map.of(name, "1"))).isTrue();
      assertThat(ColorMode.AUTO.isOn(false, Map.of(name, "0"))).isFalse();
      assertThat(ColorMode.AUTO.isOn(false, Map.of(name, ""))).isFalse();
      assertThat(ColorMode.AUTO.isOn(false, Map.of(name, "1", "NO_COLOR", "1"))).isFalse();
      assertThat(ColorMode.NEVER.isOn(false, Map.of(name, "1"))).isFalse();
    }
  }

  @Test
  void theNameOfATerminalTellsItsColors() {
    for (String term : List.of("xterm-256color", "screen-256color", "xterm-kitty", "foot")) {
      assertThat(Terminal.has256Colors(Map.of("TERM", term))).as(term).isTrue();
    }
    for (String term : List.of("xterm", "linux", "screen", "vt100", "")) {
      assertThat(Terminal.has256Colors(Map.of("TERM", term))).as(term).isFalse();
      assertThat(Terminal.has256Colors(Map.of("TERM", term, "COLORTERM", "truecolor"))).isTrue();
      assertThat(Terminal.has256Colors(Map.of("TERM", term, "FORCE_COLOR", "2"))).isTrue();
    }
  }

  @Test
  void aTerminalIsAsWideAsColumnsSays() {
    assertThat(Terminal.columns(Map.of("COLUMNS", "40"))).isEqualTo(40);
    assertThat(Terminal.columns(Map.of("COLUMNS", "132"))).isEqualTo(132);
  }

  @Test
  void twoAnswersToOneQuestionAreRefused() {
    assertThat(Run.of("demo", "-v", "-q").err()).startsWith("makemore: -v and -q exclude");
    Run colors = Run.of("show", "--color", "always", "--no-color");
    assertThat(colors.exitCode()).isEqualTo(2);
    assertThat(colors.err()).startsWith("makemore: --color always and --no-color exclude");
  }

  @Test
  void terminalsAreThoseInTheList() {
    assertThat(Terminal.of("")).isEqualTo(new Terminal(false, false, false));
    assertThat(Terminal.of("stdin,stderr")).isEqualTo(new Terminal(true, false, true));
  }
}
