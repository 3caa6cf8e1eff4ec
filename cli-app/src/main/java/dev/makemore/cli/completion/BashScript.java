package dev.makemore.cli.completion;

import dev.makemore.cli.completion.Completion.Argument;
import dev.makemore.cli.completion.Completion.Command;
import dev.makemore.cli.completion.Completion.Option;
import dev.makemore.cli.completion.Completion.Value;
import dev.makemore.cli.help.Shell;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The script for bash: three lists, and a function that looks where the cursor is.
 *
 * <p>bash hands {@code --model=n} over as the three words {@code --model}, {@code =} and {@code n},
 * and as one if its user has taken the = out of COMP_WORDBREAKS. The function makes two words of it
 * either way. Where bash takes it for one word, the answers must begin with {@code --model=}.
 */
final class BashScript {

  /** Stands in the lists for names of files. A word can't be that, as it has characters of bash. */
  private static final String FILES = "<files>";

  private static final String FUNCTION =
      """
      _NAME() {
        local words=() prefix= word i
        for ((i = 0; i <= COMP_CWORD; i++)); do
          word=${COMP_WORDS[i]}
          prefix=
          case $word in
            --*=*)
              words+=("${word%%=*}" "${word#*=}")
              prefix="${word%%=*}="
              ;;
            =) [ "$i" -lt "$COMP_CWORD" ] || words+=("") ;;
            *) words+=("$word") ;;
          esac
        done
        local last=$((${#words[@]} - 1)) command=
        local current=${words[last]} before=${words[last - 1]}
        for ((i = 1; i < last; i++)); do
          case ${words[i]} in
            -*) _NAME_values '' "${words[i]}" >/dev/null && i=$((i + 1)) ;;
            *)
              command=${words[i]}
              break
              ;;
          esac
        done
        local answers
        if ! answers=$(_NAME_values "$command" "$before"); then
          answers=$(_NAME_arguments "$command")
          if [[ $current == -* || -z $answers ]]; then
            answers=$(_NAME_options "$command")
          fi
        fi
        local IFS=$' \\n'
        COMPREPLY=($(compgen -W "${answers%'FILES'}" -- "$current"))
        if [[ $answers == *'FILES' ]]; then
          compopt -o filenames 2>/dev/null
          IFS=$'\\n'
          COMPREPLY+=($(compgen -f -- "$current"))
        fi
        COMPREPLY=("${COMPREPLY[@]/#/$prefix}")
      }
      complete -F _NAME NAME
      """;

  private final Command program;
  private final List<Command> commands;
  private final List<String> lines = new ArrayList<>();

  private BashScript(Command program, List<Command> commands) {
    this.program = program;
    this.commands = commands;
  }

  static String of(Command program, List<Command> commands) {
    BashScript script = new BashScript(program, commands);
    script.options();
    script.values();
    script.arguments();
    return String.join("\n", script.lines)
        + "\n"
        + FUNCTION.replace("NAME", program.name()).replace("FILES", FILES);
  }

  private void function(String name, String comment) {
    lines.add("# " + comment);
    lines.add("_" + program.name() + "_" + name + "() {");
  }

  private void options() {
    function("options", "The options of a command.");
    lines.add("  case $1 in");
    options("''", program);
    commands.forEach(command -> options(command.name(), command));
    lines.add("  esac");
    lines.add("}");
  }

  private void options(String pattern, Command command) {
    String names =
        command.options().stream()
            .flatMap(option -> option.names().stream())
            .collect(Collectors.joining(" "));
    lines.add("    " + pattern + ") echo '" + names + "' ;;");
  }

  private void values() {
    function("values", "What the value of a command's option may be. Fails if it takes none.");
    lines.add("  case \"$1 $2\" in");
    values(program);
    commands.forEach(this::values);
    lines.add("    *) return 1 ;;");
    lines.add("  esac");
    lines.add("}");
  }

  private void values(Command command) {
    String name = command.equals(program) ? "" : command.name();
    for (Option option : command.options()) {
      if (!option.values().isEmpty()) {
        String patterns =
            option.names().stream()
                .map(other -> "'" + name + " " + other + "'")
                .collect(Collectors.joining(" | "));
        lines.add("    " + patterns + ") echo '" + words(option.values().get(0)) + "' ;;");
      }
    }
  }

  private void arguments() {
    function("arguments", "What may follow a command beside options.");
    lines.add("  case $1 in");
    String names = commands.stream().map(Command::name).collect(Collectors.joining(" "));
    lines.add("    '') echo '" + names + "' ;;");
    for (Command command : commands) {
      for (Argument argument : command.arguments().stream().limit(1).toList()) {
        String more = argument.value().isCommand() ? names + " " : "";
        lines.add("    " + command.name() + ") echo '" + more + words(argument.value()) + "' ;;");
      }
    }
    lines.add("  esac");
    lines.add("}");
  }

  private static String words(Value value) {
    String words = value.words().stream().map(Shell::quoted).collect(Collectors.joining(" "));
    return value.isFile() ? (words + " " + FILES).strip() : words;
  }
}
