package dev.makemore.cli.option;

import dev.makemore.cli.io.Terminal;
import java.util.Locale;
import java.util.Map;

/** When to use colours. */
public enum ColorMode {
  AUTO,
  ALWAYS,
  NEVER;

  /**
   * Decides.
   *
   * @param terminal whether output goes to a terminal
   * @param environment {@code NO_COLOR} there, when not empty, turns colours off (no-color.org),
   *     and so does {@code TERM=dumb}; {@link #ALWAYS} overrules both
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

  /** As it is typed. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
