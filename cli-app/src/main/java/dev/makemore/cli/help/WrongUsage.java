package dev.makemore.cli.help;

import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Reports a command line that is wrong: what is wrong on the first line, then what was probably
 * meant, if that can be told, and last where to read more.
 */
public final class WrongUsage {

  private final Console console;
  private final Supplier<CommandLine> makemore;

  /**
   * A reporter on {@code console}.
   *
   * @param makemore makes the command with all of its subcommands, to look for what was meant
   */
  public WrongUsage(Console console, Supplier<CommandLine> makemore) {
    this.console = console;
    this.makemore = makemore;
  }

  /**
   * Reports a problem of the command line.
   *
   * @param arguments the command line
   */
  public ExitCode report(ParameterException problem, List<String> arguments) {
    CommandLine command = problem.getCommandLine();
    Optional<String> option = optionWithOneDash(command.getCommandSpec(), arguments);
    List<String> unknown = unknown(problem);
    if (option.isPresent()) {
      console.message("unknown option: '%s'", option.get());
      console.message("did you mean -%s?", option.get());
    } else if (!unknown.isEmpty()) {
      new Unknown(command.getCommandSpec(), makemore, arguments)
          .lines(unknown, problem)
          .forEach(line -> console.message("%s", line));
    } else {
      console.message("%s", startingLow(message(problem)));
      valueThatWasMeant(problem).ifPresent(value -> console.message("did you mean %s?", value));
    }
    console.message("try '%s --help'", command.getCommandSpec().qualifiedName());
    return ExitCode.USAGE;
  }

  /**
   * What no option or parameter takes. picocli looks for what is missing first, but {@code --ouput}
   * is why {@code --output} is missing.
   */
  private static List<String> unknown(ParameterException problem) {
    if (problem instanceof UnmatchedArgumentException unmatched) {
      return unmatched.getUnmatched();
    }
    return problem instanceof MissingParameterException
        ? problem.getCommandLine().getUnmatchedArguments()
        : List.of();
  }

  /**
   * Finds an argument such as {@code -output}. picocli takes it for {@code -o} with the value
   * {@code utput}, as other programs do; but here it is more likely to be a slip.
   *
   * @return the argument up to an equals sign
   */
  public static Optional<String> optionWithOneDash(CommandSpec command, List<String> arguments) {
    for (String argument : arguments) {
      if (argument.equals("--")) {
        break;
      }
      String name = name(argument);
      if (name.length() > 2
          && name.startsWith("-")
          && takesValue(command.findOption(name.substring(0, 2)))
          && command.findOption("-" + name) != null) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  private static boolean takesValue(@Nullable OptionSpec option) {
    return option != null && option.arity().max() > 0;
  }

  /** An option without what follows an equals sign. */
  static String name(String option) {
    int end = option.indexOf('=');
    return end < 0 ? option : option.substring(0, end);
  }

  private static Optional<String> valueThatWasMeant(ParameterException problem) {
    Iterable<String> candidates =
        problem.getArgSpec() == null ? null : problem.getArgSpec().completionCandidates();
    if (candidates == null || problem.getValue() == null) {
      return Optional.empty();
    }
    List<String> words = new ArrayList<>();
    candidates.forEach(words::add);
    return Nearest.to(problem.getValue(), words);
  }

  private static String message(ParameterException problem) {
    String message = problem.getMessage();
    return message == null ? problem.toString() : message;
  }

  /** picocli starts its messages with a capital letter; ours follow a name and a colon. */
  private static String startingLow(String message) {
    boolean word = message.length() > 1 && Character.isLowerCase(message.charAt(1));
    return word ? message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1) : message;
  }
}
