package dev.makemore.cli.option;

import dev.makemore.cli.io.Terminal;
import java.util.Map;

/** When to use colors. */
public enum ColorMode {
  AUTO,
  ALWAYS,
  NEVER;

  /**
   * Whether output is to have colors.
   *
   * <p>With {@link #AUTO} the environment has the first word. A {@code NO_COLOR} that is not empty
   * turns colors off (no-color.org). {@code FORCE_COLOR} or {@code CLICOLOR_FORCE} turns them on,
   * unless it is empty or 0 (force-color.org, bixense.com/clicolors). {@code CLICOLOR=0} and {@code
   * TERM=dumb} turn them off. Otherwise a terminal has colors.
   *
   * @param terminal whether the output goes to a terminal
   * @param environment the environment variables
   */
  public boolean isOn(boolean terminal, Map<String, String> environment) {
    return switch (this) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO -> isWanted(terminal, environment);
    };
  }

  private static boolean isWanted(boolean terminal, Map<String, String> environment) {
    if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
      return false;
    } else if (isSet("FORCE_COLOR", environment) || isSet("CLICOLOR_FORCE", environment)) {
      return true;
    }
    boolean off = "0".equals(environment.get("CLICOLOR")) || Terminal.isDumb(environment);
    return terminal && !off;
  }

  private static boolean isSet(String name, Map<String, String> environment) {
    String value = environment.getOrDefault(name, "");
    return !value.isEmpty() && !value.equals("0") && !value.equals("false");
  }
}
