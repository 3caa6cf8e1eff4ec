package dev.makemore.cli;

import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.ExitCode;
import dev.makemore.cli.io.Failure;
import dev.makemore.cli.io.Problems;
import java.util.Locale;
import picocli.CommandLine;

/** The way in. */
public final class Main {

  private Main() {}

  /** Runs the command and ends the program with its exit code. */
  public static void main(String... arguments) {
    Locale.setDefault(Locale.ROOT); // numbers look the same everywhere, in the libraries' words too
    System.setProperty("picocli.converters.excludes", ".*"); // we bring those that we need
    System.exit(run(Console.ofProcess(), arguments));
  }

  /** Runs the command on {@code console} and returns its exit code. */
  static int run(Console console, String... arguments) {
    Problems problems = new Problems(console);
    try {
      checkUtf8(arguments);
      CommandLine commandLine = MakemoreCommand.commandLine(console, problems, arguments);
      int exitCode = commandLine.execute(arguments);
      console.out().flush();
      return exitCode;
    } catch (Throwable problem) { // whatever it is, the caller gets a line and an exit code
      return problems.report(problem).number();
    }
  }

  /** Bytes that are not UTF-8 reach us as U+FFFD: what they were, and which file, is lost. */
  private static void checkUtf8(String... arguments) {
    for (String argument : arguments) {
      if (argument.indexOf('\uFFFD') >= 0) {
        throw new Failure(
            ExitCode.USAGE,
            String.format(
                "'%s' is not UTF-8, or holds U+FFFD, which is what Java makes of such bytes: rename"
                    + " the file, or have the text read from standard input",
                argument));
      }
    }
  }
}
