package dev.makemore.cli;

import java.util.Locale;
import picocli.CommandLine;

/** The way in. */
public final class Main {

  private Main() {}

  /** Runs the command and ends the program with its exit code. */
  public static void main(String... arguments) {
    Locale.setDefault(Locale.ROOT); // numbers look the same everywhere, in the libraries' words too
    System.exit(run(Console.ofProcess(), arguments));
  }

  /** Runs the command on {@code console} and returns its exit code. */
  static int run(Console console, String... arguments) {
    Problems problems = new Problems(console);
    try {
      CommandLine commandLine = MakemoreCommand.commandLine(console, problems, arguments);
      int exitCode = commandLine.execute(arguments);
      console.out().flush();
      return exitCode;
    } catch (Throwable problem) { // whatever it is, the caller gets a line and an exit code
      return problems.report(problem).number();
    }
  }
}
