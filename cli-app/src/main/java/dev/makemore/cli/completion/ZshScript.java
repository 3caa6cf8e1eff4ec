package dev.makemore.cli.completion;

import dev.makemore.cli.completion.Completion.Argument;
import dev.makemore.cli.completion.Completion.Command;
import dev.makemore.cli.completion.Completion.Option;
import dev.makemore.cli.completion.Completion.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * The script for zsh: what its functions {@code _arguments} and {@code _describe} want to know.
 * They show a description beside each command and option, and know about equals signs.
 *
 * <p>Everything in it is quoted such that bash can skip it, too.
 */
final class ZshScript {

  private final Command program;
  private final List<Command> commands;
  private final List<String> lines = new ArrayList<>();

  private ZshScript(Command program, List<Command> commands) {
    this.program = program;
    this.commands = commands;
  }

  static String of(Command program, List<Command> commands) {
    ZshScript script = new ZshScript(program, commands);
    script.commands();
    script.function();
    return String.join("\n", script.lines);
  }

  /**
   * Functions that complete names: of commands and the words that are its arguments, or of files
   * and such words.
   */
  private void commands() {
    lines.add("_" + program.name() + "_commands() {");
    lines.add("  local -a commands");
    lines.add("  commands=(");
    commands.forEach(
        command -> lines.add("    " + quoted(command.name() + ":" + escaped(command.summary()))));
    lines.add("    \"$@\"");
    lines.add("  )");
    lines.add("  _describe -t commands command commands");
    lines.add("}");
    lines.add("_" + program.name() + "_words_and_files() {");
    lines.add("  compadd -- \"$@\"");
    lines.add("  _files");
    lines.add("}");
  }

  private void function() {
    lines.add("_" + program.name() + "() {");
    lines.add("  local curcontext=\"$curcontext\" state line ret=1");
    lines.add("  _arguments -C -S : \\");
    options(program);
    lines.add("    '1:command: _" + program.name() + "_commands' '*:: :->rest' && ret=0");
    lines.add("  [ \"$state\" = rest ] || return ret");
    lines.add("  case $words[1] in");
    commands.forEach(this::command);
    lines.add("  esac");
    lines.add("  return ret");
    lines.add("}");
  }

  private void command(Command command) {
    lines.add("    " + command.name() + ")");
    lines.add("      _arguments -S : \\");
    options(command);
    int place = 1;
    for (Argument argument : command.arguments()) {
      String where = argument.repeated() ? "*" : String.valueOf(place++);
      lines.add("        " + quoted(where + value(argument.value())) + " \\");
    }
    lines.add("        && ret=0");
    lines.add("      ;;");
  }

  /** A name of an option, the names that it excludes, its description, and its value. */
  private void options(Command command) {
    for (Option option : command.options()) {
      for (String name : option.names()) {
        boolean flag = option.values().isEmpty();
        String joined = name.startsWith("--") ? "=" : "+"; // --input=FILE and -iFILE
        lines.add(
            "        "
                + quoted(
                    (option.repeated() ? "*" : "(" + String.join(" ", option.names()) + ")")
                        + name
                        + (flag ? "" : joined)
                        + "["
                        + escaped(option.description())
                        + "]"
                        + (flag ? "" : value(option.values().get(0))))
                + " \\");
      }
    }
  }

  private String value(Value value) {
    String action = " "; // nothing that could be listed
    if (value.isFile() && !value.words().isEmpty()) {
      action = " _" + program.name() + "_words_and_files " + String.join(" ", value.words());
    } else if (value.isFile()) {
      action = "_files";
    } else if (value.isCommand()) {
      action = " _" + program.name() + "_commands " + String.join(" ", value.words());
    } else if (!value.words().isEmpty()) {
      action = "(" + String.join(" ", value.words()) + ")";
    }
    return ":" + value.label() + ":" + action;
  }

  /** A text in which a backslash or a bracket has no meaning to zsh's functions. */
  private static String escaped(String text) {
    return text.replaceAll("[\\\\\\[\\]]", "\\\\$0");
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
