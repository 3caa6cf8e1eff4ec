package dev.makemore.cli.help;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Command lines as they are typed. */
public final class Shell {

  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_@%+=:,./-]+");

  private Shell() {}

  /** An argument in quotes that shells understand, if it needs them. */
  public static String quoted(String argument) {
    return PLAIN.matcher(argument).matches()
        ? argument
        : "'" + argument.replace("'", "'\\''") + "'";
  }

  /** A command line for these arguments of makemore. */
  static String makemore(List<String> arguments) {
    return "makemore " + arguments.stream().map(Shell::quoted).collect(Collectors.joining(" "));
  }
}
