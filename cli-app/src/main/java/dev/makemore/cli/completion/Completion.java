package dev.makemore.cli.completion;

import dev.makemore.cli.help.CommandText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What can be completed after the name of a program, and the scripts that complete it. */
public final class Completion {

  /**
   * What may stand in one place.
   *
   * @param label what the help calls it, such as {@code FILE}
   * @param isFile whether it is the name of a file
   * @param words the words that it may be, if they can be listed
   */
  record Value(String label, boolean isFile, List<String> words) {
    /** Whether it is the name of a command, or one of the words. */
    boolean isCommand() {
      return label.equals("COMMAND");
    }
  }

  /**
   * An option.
   *
   * @param description what it is for, in one line
   * @param values its value, or nothing if it has none
   * @param repeated whether it may be given several times, each time with another value
   */
  record Option(List<String> names, String description, List<Value> values, boolean repeated) {}

  /**
   * An argument beside options.
   *
   * @param repeated whether there may be several
   */
  record Argument(Value value, boolean repeated) {}

  /** A command. The program itself is one, whose arguments are the others. */
  record Command(String name, String summary, List<Option> options, List<Argument> arguments) {}

  private final Command program;
  private final List<Command> commands;

  private Completion(Command program, List<Command> commands) {
    this.program = program;
    this.commands = commands;
  }

  /** What can be completed after the name of {@code program}. */
  public static Completion of(CommandLine program) {
    CommandSpec spec = program.getCommandSpec();
    List<Command> commands =
        CommandText.of(spec).subcommands().stream().map(Completion::command).toList();
    return new Completion(command(spec), commands);
  }

  /** One script for bash and zsh, for a shell that reads it when it starts. */
  public String script() {
    return String.join(
        "\n",
        "# Completion of " + program.name() + " for bash and zsh.",
        "if [ -n \"$ZSH_VERSION\" ]; then",
        ZshScript.of(program, commands),
        "whence compdef >/dev/null || { autoload -Uz compinit && compinit; }",
        "compdef _" + program.name() + " " + program.name(),
        "else",
        bashFile() + "fi",
        "");
  }

  /** A file for bash, which loads it from its folders at the first Tab. */
  public String bashFile() {
    return BashScript.of(program, commands);
  }

  /** A file for zsh, which loads it from its folders at the first Tab. */
  public String zshFile() {
    return String.join(
        "\n",
        "#compdef " + program.name(),
        ZshScript.of(program, commands),
        "_" + program.name() + " \"$@\"",
        "");
  }

  private static Command command(CommandSpec spec) {
    CommandText text = CommandText.of(spec);
    return new Command(
        Objects.requireNonNull(spec.name()),
        text.summary(),
        text.options().stream().map(Completion::option).toList(),
        text.arguments().stream()
            .map(argument -> new Argument(value(argument), argument.arity().max() > 1))
            .toList());
  }

  private static Option option(OptionSpec option) {
    boolean flag = option.arity().max() == 0;
    return new Option(
        List.of(option.names()),
        firstPart(CommandText.description(option)),
        flag ? List.of() : List.of(value(option)),
        option.isMultiValue());
  }

  private static Value value(ArgSpec argument) {
    List<String> words = new ArrayList<>();
    if (argument.completionCandidates() != null) {
      argument.completionCandidates().forEach(words::add);
    }
    return new Value(argument.paramLabel(), CommandText.isFile(argument), words);
  }

  /** The start of a description, as far as one line of a list has room for it. */
  private static String firstPart(List<String> paragraphs) {
    String first = paragraphs.isEmpty() ? "" : paragraphs.get(0);
    return first.split("\\.( |$)|; ", 2)[0];
  }
}
