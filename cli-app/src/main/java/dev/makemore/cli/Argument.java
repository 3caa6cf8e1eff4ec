package dev.makemore.cli;

import java.util.function.Supplier;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** An option or a parameter of a command, and its value. */
final class Argument<T extends @Nullable Object> {

  private final CommandSpec command;
  private final ArgSpec spec;

  Argument(CommandSpec command, ArgSpec spec) {
    this.command = command;
    this.spec = spec;
  }

  /** The value, as soon as the command line is read. */
  T get() {
    return spec.getValue();
  }

  /** Whether there is a value. */
  boolean isGiven() {
    return get() != null;
  }

  /** The value, or {@code other} where there is none. */
  @NonNull T orElse(@NonNull T other) {
    T value = get();
    return value == null ? other : value;
  }

  /**
   * Does nothing if there is no value.
   *
   * @throws ParameterException that says {@code why} there must not be one, if there is
   */
  void refuse(String why) {
    if (isGiven()) {
      throw wrong(why);
    }
  }

  /** As it is typed, such as {@code --smoothing}. */
  String name() {
    return spec instanceof OptionSpec option ? option.longestName() : spec.paramLabel();
  }

  /**
   * Returns what {@code use} makes of the value.
   *
   * @throws ParameterException that names the argument if the library refuses the value
   */
  <R> R check(Supplier<R> use) {
    try {
      return use.get();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), name() + ": " + e.getMessage(), e);
    }
  }

  /** What to throw for a value that can't be used. */
  ParameterException wrong(String reason) {
    return new ParameterException(command.commandLine(), name() + ": " + reason);
  }
}
