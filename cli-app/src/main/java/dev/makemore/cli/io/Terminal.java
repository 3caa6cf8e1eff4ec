package dev.makemore.cli.io;

import java.util.List;
import java.util.Map;

/**
 * Which of the three standard streams are terminals.
 *
 * <p>Java can't be asked: {@code System.console()} answers for two streams at once, and differently
 * from version to version. The launcher finds out and passes it on as a system property; started in
 * any other way, the program takes nothing for a terminal.
 */
public record Terminal(boolean stdin, boolean stdout, boolean stderr) {

  private static final String PROPERTY = "makemore.terminal";

  static Terminal ofProcess() {
    return of(System.getProperty(PROPERTY, ""));
  }

  /** Whether lines on a terminal can't be drawn over, or coloured, as its {@code TERM} says. */
  public static boolean isDumb(Map<String, String> environment) {
    return "dumb".equals(environment.get("TERM"));
  }

  /** Reads a comma-separated list of those that are terminals, such as {@code stdin,stderr}. */
  public static Terminal of(String list) {
    List<String> names = List.of(list.split(",", -1));
    return new Terminal(
        names.contains("stdin"), names.contains("stdout"), names.contains("stderr"));
  }
}
