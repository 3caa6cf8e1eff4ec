package dev.makemore.cli.option;

import java.util.function.Supplier;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** An option or a parameter of a command, and its value. */
public final class Argument<T extends @Nullable Object> {

  private final CommandSpec command;
  private final ArgSpec spec;

  Argument(CommandSpec command, ArgSpec spec) {
    this.command = command;
    this.spec = spec;
  }

  /** The value, as soon as the command line is read. */
  public T get() {
    return spec.getValue();
  }

  /** The value, or {@code other} where there is none. */
  public @NonNull T orElse(@NonNull T other) {
    T value = get();
    return value == null ? other : value;
  }

  /** Whether it is on the command line. */
  public boolean isGiven() {
    return command.commandLine().getParseResult().matchedArgs().contains(spec);
  }

  /**
   * Does nothing if it is not on the command line.
   *
   * @throws ParameterException that says {@code why} it must not be, if it is
   */
  public void refuse(String why) {
    if (isGiven()) {
      throw wrong(why);
    }
  }

  /**
   * Returns what {@code use} makes of the value.
   *
   * @throws ParameterException that names the argument if the library refuses the value
   */
  public <R> R checked(Supplier<R> use) {
    try {
      return use.get();
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  /** What to throw for a value that can't be used. */
  public ParameterException wrong(String reason) {
    String name = spec instanceof OptionSpec option ? option.longestName() : spec.paramLabel();
    return new ParameterException(command.commandLine(), name + ": " + reason);
  }
}
