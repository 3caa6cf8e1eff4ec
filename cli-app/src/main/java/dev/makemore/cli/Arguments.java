package dev.makemore.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;

/** The options and parameters of a command, to which groups of options add theirs. */
final class Arguments {

  private final CommandSpec command;

  Arguments(CommandSpec command) {
    this.command = command;
  }

  /** Adds an option that is {@code false} unless it is given. */
  Argument<Boolean> flag(OptionSpec.Builder option) {
    return add(option.type(Boolean.class).initialValue(false).build());
  }

  /** Adds an option with a value, {@code null} unless it is given. */
  <T> Argument<@Nullable T> option(Class<T> type, OptionSpec.Builder option) {
    return add(typed(option, type).build());
  }

  /** Adds an option with a value, which is {@code initially} unless it is given. */
  <T> Argument<T> option(Class<T> type, T initially, OptionSpec.Builder option) {
    return add(typed(option, type).initialValue(initially).build());
  }

  /** Adds a parameter, which has to be given. */
  <T> Argument<T> parameter(Class<T> type, PositionalParamSpec.Builder parameter) {
    return add(parameter.type(type).converters(Options.converter(type)).required(true).build());
  }

  /** Adds all parameters that are not given to another one. */
  <T> Argument<List<T>> parameters(Class<T> type, PositionalParamSpec.Builder parameters) {
    return add(
        parameters
            .type(List.class)
            .auxiliaryTypes(type)
            .converters(Options.converter(type))
            .initialValue(List.of())
            .build());
  }

  /** An option with a value that it reads as all of this type are read, or in its own way. */
  private static OptionSpec.Builder typed(OptionSpec.Builder option, Class<?> type) {
    boolean own = option.converters() != null;
    return (own ? option : option.converters(Options.converter(type))).type(type);
  }

  private <T extends @Nullable Object> Argument<T> add(ArgSpec argument) {
    command.add(argument);
    return new Argument<>(command, argument);
  }

  /** What to throw where they don't fit together. */
  ParameterException wrong(String reason) {
    return new ParameterException(command.commandLine(), reason);
  }
}
