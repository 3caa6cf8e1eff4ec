package dev.makemore.cli.syntax;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * One option or parameter of a command, and its value. {@link Syntax} makes them.
 *
 * @param <T> the type of the value; nullable if an option without a default has it
 */
public final class Argument<T extends @Nullable Object> {

  private final CommandSpec command;
  private final ArgSpec spec;

  Argument(CommandSpec command, ArgSpec spec) {
    this.command = command;
    this.spec = spec;
  }

  /** The value. To be called after the command line has been read. */
  public T get() {
    return spec.getValue();
  }

  /** The value, or {@code other} if it is null. */
  public @NonNull T orElse(@NonNull T other) {
    T value = get();
    return value == null ? other : value;
  }

  /** Whether this argument is on the command line. */
  public boolean isGiven() {
    return command.commandLine().getParseResult().matchedArgs().contains(spec);
  }

  /**
   * Does nothing unless this argument is on the command line.
   *
   * @throws ParameterException that names the argument and says why it must not be given
   */
  public void refuse(String why) {
    if (isGiven()) {
      throw wrong(why);
    }
  }

  /**
   * Does nothing if the value is {@code valid}.
   *
   * @param rule what a valid value is, such as {@code must be >= 0}
   * @throws ParameterException that names the argument, the rule and the value, if it is not valid
   */
  public void require(boolean valid, String rule) {
    if (!valid) {
      throw wrong(rule + ", was " + typed());
    }
  }

  /**
   * Returns the result of {@code use}, which passes the value to a library.
   *
   * @throws ParameterException that names the argument, if the library refuses the value
   */
  public <R> R checked(Supplier<R> use) {
    try {
      return use.get();
    } catch (IllegalArgumentException e) {
      throw wrong(asTyped(String.valueOf(e.getMessage())));
    }
  }

  /** The value as it was typed. */
  String typed() {
    List<String> typed = spec.originalStringValues();
    return typed.isEmpty() ? String.valueOf(get()) : typed.get(0);
  }

  /** A library's messages end with the value, as Java writes it, which is 0.0 for 0. */
  private String asTyped(String message) {
    String end = "was " + get();
    return message.endsWith(end)
        ? message.substring(0, message.length() - end.length()) + "was " + typed()
        : message;
  }

  /** The exception for a value that can't be used, which names the argument. */
  public ParameterException wrong(String reason) {
    String name = spec instanceof OptionSpec option ? option.longestName() : spec.paramLabel();
    return new ParameterException(command.commandLine(), name + ": " + reason);
  }
}
