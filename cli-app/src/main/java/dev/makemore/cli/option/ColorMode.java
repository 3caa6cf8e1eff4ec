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
   * @param terminal whether the output goes to a terminal
   * @param environment the environment variables. With {@link #AUTO}, a {@code NO_COLOR} that is
   *     not empty (no-color.org) and {@code TERM=dumb} turn colors off
   */
  public boolean isOn(boolean terminal, Map<String, String> environment) {
    return switch (this) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO ->
          terminal
              && environment.getOrDefault("NO_COLOR", "").isEmpty()
              && !Terminal.isDumb(environment);
    };
  }
}
