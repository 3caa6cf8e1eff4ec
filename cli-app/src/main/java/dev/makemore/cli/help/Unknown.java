package dev.makemore.cli.help;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** What to say about an option or argument that the command does not know. */
final class Unknown {

  private final CommandSpec command;
  private final Supplier<CommandLine> makemore;
  private final List<String> line;

  /**
   * For an unknown part of the command line {@code line}, of which {@code command} is the last
   * command.
   */
  Unknown(CommandSpec command, Supplier<CommandLine> makemore, List<String> line) {
    this.command = command;
    this.makemore = makemore;
    this.line = line;
  }

  /** What is unknown, and what was probably meant, in one or two lines. */
  List<String> lines(List<String> unknown, ParameterException problem) {
    String first =
        isMakemore() && !isOption(line.get(0)) && unknown.contains(line.get(0))
            ? line.get(0) // in the place of the command
            : unknown.stream()
                .filter(Unknown::isOption)
                .findFirst()
                .orElseGet(() -> unknown.get(0));
    List<String> lines = new ArrayList<>();
    Optional<String> hint;
    if (isOption(first)) {
      String name = WrongUsage.name(first);
      lines.add("unknown option: '" + name + "'");
      hint = option(name).or(() -> optionElsewhere(name)).or(this::textWithDash);
    } else {
      lines.add("unknown " + (isMakemore() ? "command" : "argument") + ": '" + first + "'");
      hint = file(first, problem).or(() -> word(first));
    }
    hint.ifPresent(lines::add);
    return lines;
  }

  private static boolean isOption(String argument) {
    return argument.length() > 1 && argument.startsWith("-");
  }

  private boolean isMakemore() {
    return command.parent() == null;
  }

  /** An option of this command that was meant. Of one letter, only the case can be wrong. */
  private Optional<String> option(String name) {
    if (name.length() == 2) {
      return Optional.of(name.toLowerCase(Locale.ROOT))
          .filter(other -> command.findOption(other) != null)
          .map(Unknown::didYouMean);
    }
    String typed = withTwoDashes(name);
    List<String> names =
        command.options().stream()
            .filter(option -> !option.hidden())
            .flatMap(option -> Arrays.stream(option.names()))
            .filter(other -> other.startsWith("--"))
            .toList();
    return (names.contains(typed) ? Optional.of(typed) : Nearest.to(typed, names))
        .map(Unknown::didYouMean);
  }

  private static String withTwoDashes(String name) {
    return name.startsWith("--") ? name : "-" + name;
  }

  private static String didYouMean(String word) {
    return "did you mean " + word + "?";
  }

  /** The commands that have an option of this very name. */
  private Optional<String> optionElsewhere(String typed) {
    String name = typed.length() == 2 ? typed : withTwoDashes(typed);
    List<String> owners =
        makemore.get().getSubcommands().values().stream()
            .map(CommandLine::getCommandSpec)
            .filter(other -> other.findOption(name) != null)
            .map(other -> Objects.requireNonNull(other.name()))
            .toList();
    if (owners.isEmpty()) {
      return Optional.empty();
    }
    String where = name + " is an option of " + listed(owners);
    return Optional.of(isMakemore() ? where + "; write: " + afterCommand(owners) : where);
  }

  private static String listed(List<String> names) {
    int last = names.size() - 1;
    return last == 0
        ? names.get(0)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  /** The same command line, with the command in the first place. */
  private String afterCommand(List<String> owners) {
    List<String> commands = List.copyOf(makemore.get().getSubcommands().keySet());
    String first = owners.contains("generate") ? "generate" : owners.get(0);
    String given = line.stream().filter(commands::contains).findFirst().orElse(first);
    List<String> moved = new ArrayList<>(line);
    moved.remove(given);
    moved.add(0, given);
    return Shell.makemore(moved);
  }

  /** In a command that takes texts, a text may begin with a dash. */
  private Optional<String> textWithDash() {
    return command.positionalParameters().stream().anyMatch(Unknown::isTexts)
        ? Optional.of("before a text that begins with a dash, write --")
        : Optional.empty();
  }

  private static boolean isTexts(ArgSpec argument) {
    return argument.auxiliaryTypes()[0] == String.class;
  }

  /** A file where none is expected is meant for an option, if there is one for it. */
  private Optional<String> file(String argument, ParameterException problem) {
    Optional<BareFile> file = BareFile.of(argument);
    if (file.isEmpty() || !line.contains(argument)) {
      return Optional.empty();
    }
    String option = file.get().option();
    List<String> meant = new ArrayList<>(line);
    if (isMakemore() && !line.contains("help")) {
      meant.add(0, "generate");
    } else if (isMakemore() || command.findOption(option) == null || isGiven(option)) {
      return Optional.empty();
    }
    meant.add(meant.indexOf(argument), option);
    meant.addAll(missing(problem));
    return Optional.of(file.get().purpose(command) + ", write: " + Shell.makemore(meant));
  }

  /** The options that must be given and are not, each with the name of its value. */
  private static List<String> missing(ParameterException problem) {
    List<String> words = new ArrayList<>();
    if (problem instanceof MissingParameterException missing) {
      for (ArgSpec argument : missing.getMissing()) {
        if (argument instanceof OptionSpec option) {
          words.addAll(List.of(option.shortestName(), option.paramLabel()));
        }
      }
    }
    return words;
  }

  private boolean isGiven(String name) {
    OptionSpec option = command.findOption(name);
    return option != null && !option.originalStringValues().isEmpty();
  }

  /** A command that was meant, or an option whose dashes are missing. */
  private Optional<String> word(String argument) {
    if (isMakemore()) {
      List<String> commands = new ArrayList<>(makemore.get().getSubcommands().keySet());
      commands.add(ExitStatus.TOPIC);
      return Nearest.to(argument, commands).map(Unknown::didYouMean);
    }
    return command.findOption("--" + argument) == null
        ? Optional.empty()
        : Optional.of(didYouMean("--" + argument));
  }
}
