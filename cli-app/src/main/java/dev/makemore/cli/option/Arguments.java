package dev.makemore.cli.option;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;

/** The options and parameters of a command, to which groups of options add theirs. */
public final class Arguments {

  private final CommandSpec command;

  public Arguments(CommandSpec command) {
    this.command = command;
  }

  /** Adds an option that is {@code false} unless it is given. */
  public Argument<Boolean> flag(OptionSpec.Builder option) {
    return add(option.type(Boolean.class).initialValue(false).build());
  }

  /** Adds an option with a value, {@code null} unless it is given. */
  public <T> Argument<@Nullable T> option(Class<T> type, OptionSpec.Builder option) {
    return add(typed(option, type).build());
  }

  /** Adds an option with a value, which is {@code initially} unless it is given. */
  public <T> Argument<T> option(Class<T> type, T initially, OptionSpec.Builder option) {
    return add(typed(option, type).initialValue(initially).build());
  }

  /** Adds an option with a value that has to be given. */
  public <T> Argument<T> required(Class<T> type, OptionSpec.Builder option) {
    return add(typed(option, type).required(true).build());
  }

  /** The option, read as its type is unless it brings a converter. */
  private static OptionSpec.Builder typed(OptionSpec.Builder option, Class<?> type) {
    if (option.converters() == null) {
      option.converters(Converters.of(type));
    }
    return option.type(type);
  }

  /** Adds a parameter that has to be given. */
  public <T> Argument<T> parameter(Class<T> type, PositionalParamSpec.Builder parameter) {
    return add(parameter.type(type).converters(Converters.of(type)).required(true).build());
  }

  /** Adds all parameters that are not given to another one. */
  public <T> Argument<List<T>> parameters(Class<T> type, PositionalParamSpec.Builder parameters) {
    return add(
        parameters
            .type(List.class)
            .auxiliaryTypes(type)
            .converters(Converters.of(type))
            .initialValue(List.of())
            .build());
  }

  private <T extends @Nullable Object> Argument<T> add(ArgSpec argument) {
    command.add(argument);
    return new Argument<>(command, argument);
  }

  /** What to throw where the command line is wrong as a whole. */
  public ParameterException wrong(String reason) {
    return new ParameterException(command.commandLine(), reason);
  }
}
