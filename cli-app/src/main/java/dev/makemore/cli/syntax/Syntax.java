package dev.makemore.cli.syntax;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * What can be typed after the name of a command: declares its options and parameters to picocli.
 */
public final class Syntax {

  private final CommandSpec command;
  private final Heading heading;

  public Syntax(CommandSpec command) {
    this(command, Heading.OWN);
  }

  private Syntax(CommandSpec command, Heading heading) {
    this.command = command;
    this.heading = heading;
  }

  /** The same command's syntax, whose options the help shows under {@code other}. */
  public Syntax under(Heading other) {
    return new Syntax(command, other);
  }

  /** Whether the command has an option of this name, such as {@code --seed}. */
  public boolean has(String name) {
    return command.findOption(name) != null;
  }

  /**
   * Adds an option without a value. It is {@code false} unless it is given.
   *
   * @param usage the option's names, such as {@code -v, --verbose}
   * @param description the paragraphs that the help prints
   */
  public Argument<Boolean> flag(String usage, String... description) {
    return flag(option(usage, description));
  }

  /** Adds an option without a value, as {@code option} describes it. */
  public Argument<Boolean> flag(OptionSpec.Builder option) {
    return add(typed(option, Boolean.class).initialValue(false).build());
  }

  /**
   * Adds an option with a value, which is {@code null} unless the option is given.
   *
   * @param usage the option's names and what the help calls its value, such as {@code -i,
   *     --input=FILE}
   * @param description the paragraphs that the help prints
   */
  public <T> Argument<@Nullable T> option(Class<T> type, String usage, String... description) {
    return option(type, option(usage, description));
  }

  /** Adds an option with a value, as {@code option} describes it. */
  public <T> Argument<@Nullable T> option(Class<T> type, OptionSpec.Builder option) {
    return add(typed(option, type).build());
  }

  /** Adds an option that may be given several times, with a value each time. */
  public <T> Argument<List<T>> options(Class<T> type, String usage, String... description) {
    return add(
        option(usage, description)
            .order(heading.order())
            .descriptionKey(heading.title())
            .type(List.class)
            .auxiliaryTypes(type)
            .converters(Converters.of(type))
            .initialValue(List.of())
            .build());
  }

  /** Adds an option with a value, which is {@code initially} unless the option is given. */
  public <T> Argument<T> optionWithDefault(
      Class<T> type, T initially, String usage, String... description) {
    return optionWithDefault(type, initially, option(usage, description));
  }

  /** The same, as {@code option} describes it. */
  public <T> Argument<T> optionWithDefault(Class<T> type, T initially, OptionSpec.Builder option) {
    return add(typed(option, type).initialValue(initially).build());
  }

  /** Adds an option that must be given, with a value. */
  public <T> Argument<T> required(Class<T> type, String usage, String... description) {
    return required(type, option(usage, description));
  }

  /** Adds an option that must be given, as {@code option} describes it. */
  public <T> Argument<T> required(Class<T> type, OptionSpec.Builder option) {
    return add(typed(option, type).required(true).build());
  }

  private static OptionSpec.Builder option(String usage, String... description) {
    int end = usage.indexOf('=');
    String names = end < 0 ? usage : usage.substring(0, end);
    OptionSpec.Builder option = OptionSpec.builder(names.split(", ")).description(description);
    return end < 0 ? option : option.paramLabel(usage.substring(end + 1));
  }

  /** Uses the converter of the type, unless the option has a converter of its own. */
  private OptionSpec.Builder typed(OptionSpec.Builder option, Class<?> type) {
    if (option.converters() == null) {
      option.converters(Converters.of(type));
    }
    if (type.isEnum() && option.completionCandidates() == null) {
      option.completionCandidates(Converters.words(type));
    }
    return option.order(heading.order()).descriptionKey(heading.title()).type(type);
  }

  /** Adds a parameter that must be given. */
  public <T> Argument<T> parameter(Class<T> type, PositionalParamSpec.Builder parameter) {
    return add(parameter.type(type).converters(Converters.of(type)).required(true).build());
  }

  /** Adds a parameter that takes all values that no other parameter takes. */
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

  /**
   * Does nothing if each option with a single value is given at most once, counting those before
   * the command. A flag may be given more often, which changes nothing.
   *
   * @throws ParameterException that names the first option that is given again, and its values
   */
  public static void refuseRepeated(ParseResult commandLine) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    List<CommandLine> commands = commandLine.asCommandLineList();
    for (CommandLine command : commands) {
      for (OptionSpec option : command.getCommandSpec().options()) {
        if (option.type() != Boolean.class && !option.isMultiValue()) {
          values
              .computeIfAbsent(option.longestName(), name -> new ArrayList<>())
              .addAll(option.originalStringValues());
        }
      }
    }
    values.forEach(
        (name, given) -> {
          if (given.size() > 1) {
            throw new ParameterException(
                commands.get(commands.size() - 1),
                name + ": is given more than once, with " + quoted(given) + "; give it once");
          }
        });
  }

  private static String quoted(List<String> values) {
    return values.stream().map(value -> "'" + value + "'").collect(Collectors.joining(" and "));
  }

  /**
   * Does nothing unless the command line as a whole is wrong.
   *
   * @throws ParameterException with the message {@code reason} if it is
   */
  public void refuseIf(boolean wrong, String reason) {
    if (wrong) {
      throw wrong(reason);
    }
  }

  /** The exception for a command line that is wrong as a whole. */
  public ParameterException wrong(String reason) {
    return new ParameterException(command.commandLine(), reason);
  }
}
