package dev.makemore.cli;

import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.ExitCode;
import dev.makemore.cli.io.Failure;
import dev.makemore.cli.io.Problems;
import dev.makemore.cli.io.Shutdown;
import java.util.Locale;
import picocli.CommandLine;

/** Starts the command. */
public final class Main {

  private Main() {}

  /** Runs the command and ends the program with its exit code. */
  public static void main(String... arguments) {
    Locale.setDefault(
        Locale.ROOT); // numbers look the same everywhere, also in messages of the libraries
    System.setProperty("picocli.converters.excludes", ".*"); // Converters has those that we need
    int exitCode = runWithLibraries(arguments);
    Shutdown.allIsSaid();
    System.exit(exitCode);
  }

  private static int runWithLibraries(String... arguments) {
    try {
      return run(Console.ofProcess(), arguments);
    } catch (NoClassDefFoundError e) { // this jar is not beside the others
      System.err.println("makemore: a library is missing: " + e.getMessage());
      System.err.println("keep the jars of makemore's folder lib together, or run bin/makemore");
      return ExitCode.FAILURE.number();
    }
  }

  /** Runs the command on {@code console} and returns its exit code. */
  static int run(Console console, String... arguments) {
    Problems problems = new Problems(console);
    Thread thread = Thread.currentThread();
    ClassLoader own = thread.getContextClassLoader();
    try {
      checkUtf8(arguments);
      MakemoreCommand.loadPlugins(problems, arguments);
      CommandLine commandLine = MakemoreCommand.commandLine(console, problems, arguments);
      int exitCode = commandLine.execute(arguments);
      console.out().flush();
      return exitCode;
    } catch (Throwable problem) { // whatever it is, the user gets a message and an exit code
      return problems.report(problem).number();
    } finally {
      thread.setContextClassLoader(own);
    }
  }

  /**
   * Refuses arguments that are not UTF-8. Java has replaced their bytes by U+FFFD, so that it is no
   * longer known which file or text was meant.
   */
  private static void checkUtf8(String... arguments) {
    for (String argument : arguments) {
      if (argument.indexOf('\uFFFD') >= 0) {
        throw new Failure(
            ExitCode.USAGE,
            String.format(
                "'%s' is not UTF-8, or holds U+FFFD, by which Java replaces such bytes; rename the"
                    + " file, or give the text on standard input",
                argument));
      }
    }
  }
}
