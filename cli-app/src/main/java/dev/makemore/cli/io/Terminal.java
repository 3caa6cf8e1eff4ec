package dev.makemore.cli.io;

import java.util.List;
import java.util.Map;

/**
 * Which of the three standard streams are terminals.
 *
 * <p>Java can't tell: {@code System.console()} answers for two streams at once, and differently
 * from version to version. So the launcher finds out and passes the answer on as a system property.
 * Without the launcher the program assumes that no stream is a terminal.
 */
public record Terminal(boolean stdin, boolean stdout, boolean stderr) {

  private static final String PROPERTY = "makemore.terminal";

  static Terminal ofProcess() {
    return of(System.getProperty(PROPERTY, ""));
  }

  /** Whether {@code TERM} says that the terminal can neither redraw a line nor show colors. */
  public static boolean isDumb(Map<String, String> environment) {
    return "dumb".equals(environment.get("TERM"));
  }

  /** How wide the help is: as COLUMNS says, but from 55 to 80 columns. 80 if it says nothing. */
  public static int helpWidth(Map<String, String> environment) {
    String columns = environment.getOrDefault("COLUMNS", "");
    boolean number = columns.chars().allMatch(c -> c >= '0' && c <= '9');
    return columns.isEmpty() || columns.length() > 4 || !number
        ? 80
        : Math.max(55, Math.min(80, Integer.parseInt(columns)));
  }

  /** Reads a comma-separated list of the streams that are terminals: {@code stdin,stderr}. */
  public static Terminal of(String list) {
    List<String> names = List.of(list.split(",", -1));
    return new Terminal(
        names.contains("stdin"), names.contains("stdout"), names.contains("stderr"));
  }
}
