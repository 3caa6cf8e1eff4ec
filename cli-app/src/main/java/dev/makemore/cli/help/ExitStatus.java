package dev.makemore.cli.help;

import dev.makemore.cli.io.ExitCode;
import dev.makemore.cli.picture.Ink;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** What the exit codes of a command mean. */
public final class ExitStatus {

  /** What is typed after {@code makemore help} to see all of them. */
  public static final String TOPIC = "exit-codes";

  private ExitStatus() {}

  /**
   * The exit codes that a command can end with, and their meanings. A command that reads no file
   * does not end with the codes of bad and missing input, and one without {@code --output} does not
   * fail to create it.
   */
  public static Map<String, String> of(CommandSpec command) {
    boolean all = !command.subcommands().isEmpty();
    boolean reads = all || command.args().stream().anyMatch(CommandText::isFile);
    boolean writes = all || command.findOption("--output") != null;
    Map<String, String> codes = new LinkedHashMap<>();
    for (ExitCode code : ExitCode.values()) {
      boolean possible =
          switch (code) {
            case BAD_DATA, NO_INPUT -> reads;
            case CANT_CREATE -> writes;
            default -> true;
          };
      if (possible) {
        codes.put(Integer.toString(code.number()), meaning(code, command));
      }
    }
    return codes;
  }

  private static String meaning(ExitCode code, CommandSpec command) {
    if (code != ExitCode.FAILURE) {
      return code.meaning();
    } else if (!command.subcommands().isEmpty()) {
      return code.meaning() + ", or 'makemore compare' found that two models differ too much";
    }
    boolean judges = command.findOption("--fail-above") != null;
    return code.meaning() + (judges ? ", or the models differ by more than --fail-above" : "");
  }

  /** The lines of {@code makemore help exit-codes}. */
  public static List<String> help(CommandSpec makemore, int width, Ink ink) {
    Lines lines = new Lines(width, ink);
    lines.heading("Exit codes");
    of(makemore).forEach((code, text) -> lines.entry("  ", code, code.length(), List.of(text), 8));
    return lines.lines();
  }
}
