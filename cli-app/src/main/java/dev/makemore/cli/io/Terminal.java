package dev.makemore.cli.io;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Which of the three standard streams are terminals.
 *
 * <p>Java can't tell: {@code System.console()} answers for two streams at once, and differently
 * from version to version. So the launcher finds out and passes the answer on as a system property.
 * Without the launcher the program assumes that no stream is a terminal.
 */
public record Terminal(boolean stdin, boolean stdout, boolean stderr) {

  private static final int DEFAULT_COLUMNS = 80;
  private static final int NARROWEST_HELP = 40;
  private static final String PROPERTY = "makemore.terminal";

  /** Terminals with 256 colors whose names do not say so. */
  private static final List<String> MANY_COLORS =
      List.of("xterm-kitty", "xterm-ghostty", "alacritty", "foot", "wezterm", "contour");

  static Terminal ofProcess() {
    return of(System.getProperty(PROPERTY, ""));
  }

  /** Whether {@code TERM} says that the terminal can neither redraw a line nor show colors. */
  public static boolean isDumb(Map<String, String> environment) {
    return "dumb".equals(environment.get("TERM"));
  }

  /**
   * Whether the terminal has xterm's palette of 256 colors, as far as the environment tells: by the
   * name of the terminal in {@code TERM}, by {@code COLORTERM}, which terminals with more colors
   * set, or by {@code FORCE_COLOR} of 2 or 3.
   */
  public static boolean has256Colors(Map<String, String> environment) {
    String term = environment.getOrDefault("TERM", "");
    String force = environment.getOrDefault("FORCE_COLOR", "");
    return term.contains("256color")
        || term.contains("direct")
        || MANY_COLORS.stream().anyMatch(term::startsWith)
        || !environment.getOrDefault("COLORTERM", "").isEmpty()
        || force.equals("2")
        || force.equals("3");
  }

  /**
   * How many columns the terminal has: as {@code COLUMNS} says, or else the terminal itself. 80 if
   * neither says a number. To ask the terminal takes some milliseconds.
   */
  public static int columns(Map<String, String> environment) {
    OptionalInt said = number(environment.getOrDefault("COLUMNS", ""));
    if (said.isPresent()) {
      return said.getAsInt();
    }
    String size = Stty.run("size").orElse(""); // rows and columns, such as 24 80
    return number(size.substring(size.indexOf(' ') + 1)).orElse(DEFAULT_COLUMNS);
  }

  /** A number of 1 to 9,999; nothing if {@code text} is another one, or none. */
  private static OptionalInt number(String text) {
    boolean digits = text.chars().allMatch(c -> c >= '0' && c <= '9');
    boolean number = digits && !text.isEmpty() && text.length() <= 4;
    int columns = number ? Integer.parseInt(text) : 0;
    return columns == 0 ? OptionalInt.empty() : OptionalInt.of(columns);
  }

  /**
   * How wide the help on standard output is: as wide as the terminal, but from 40 to 80 columns. In
   * a file or a pipe it has the columns that COLUMNS says, or else 80.
   */
  public int helpWidth(Map<String, String> environment) {
    int columns =
        stdout
            ? columns(environment)
            : number(environment.getOrDefault("COLUMNS", "")).orElse(DEFAULT_COLUMNS);
    return Math.max(NARROWEST_HELP, Math.min(DEFAULT_COLUMNS, columns));
  }

  /** Reads a comma-separated list of the streams that are terminals: {@code stdin,stderr}. */
  public static Terminal of(String list) {
    List<String> names = List.of(list.split(",", -1));
    return new Terminal(
        names.contains("stdin"), names.contains("stdout"), names.contains("stderr"));
  }
}
