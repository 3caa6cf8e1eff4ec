package dev.makemore.cli.io;

import dev.makemore.bigram.net.TrainingDivergedException;
import dev.makemore.cli.io.StandardOutput.WriteFailedException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;

/** Reports an exception as one line for the user, and chooses the exit code of the program. */
public final class Problems {

  private final Console console;
  private String plugins = ""; // the folder that they are from

  public Problems(Console console) {
    this.console = console;
  }

  /** From now on, code from {@code folder} may be the cause of a problem. */
  public void blame(String folder) {
    plugins = folder;
  }

  /** Reports {@code problem}, which may be anything that was thrown. */
  public ExitCode report(Throwable problem) {
    if (problem instanceof Failure failure) {
      ExitCode code = report(failure.exitCode(), Failure.reason(failure));
      if (failure.getCause() != null) {
        printTrace(failure.getCause());
      }
      return code;
    } else if (problem instanceof WriteFailedException failure) {
      return reportWriting(failure.reason());
    } else if (problem instanceof IOException) {
      return report(ExitCode.IO_ERROR, Failure.reason(problem));
    } else if (problem instanceof TrainingDivergedException) {
      return report(ExitCode.FAILURE, Failure.reason(problem));
    } else if (problem instanceof OutOfMemoryError) {
      return report(
          ExitCode.FAILURE,
          "out of memory; give Java more memory, as in MAKEMORE_JAVA_OPTS=-Xmx4g makemore ...");
    }
    return plugins.isEmpty() ? reportBug(problem) : reportPlugins(problem);
  }

  private ExitCode reportPlugins(Throwable problem) {
    console.message("unexpected error: %s", problem);
    console.message(
        "a plug-in in %s is probably the cause, so tell its author; -v shows where it happened",
        plugins);
    printTrace(problem);
    return ExitCode.FAILURE;
  }

  private ExitCode reportWriting(IOException reason) {
    return BrokenPipe.isCauseOf(reason)
        ? ExitCode.OK
        : report(ExitCode.IO_ERROR, "can't write to standard output: " + Failure.reason(reason));
  }

  private ExitCode reportBug(Throwable problem) {
    Build build = Build.read();
    console.message("unexpected error: %s", problem);
    console.message("this is a bug in makemore; please report it at %s", build.url());
    console.message(
        "with the command line, the output of 'makemore --version', and what -v prints here");
    printTrace(problem);
    return ExitCode.BUG;
  }

  private void printTrace(Throwable problem) {
    if (Logging.isVerbose()) {
      StringWriter trace = new StringWriter();
      problem.printStackTrace(new PrintWriter(trace));
      trace.toString().lines().forEach(line -> console.err().print(traceLine(line) + "\n"));
      console.err().flush();
    }
  }

  /** A line of a stack trace starts with tabs. The rest of the line may contain data. */
  private static String traceLine(String line) {
    int start = 0;
    while (start < line.length() && line.charAt(start) == '\t') {
      start++;
    }
    return line.substring(0, start) + ControlCharacters.visible(line.substring(start));
  }

  private ExitCode report(ExitCode exitCode, String message) {
    console.message("%s", message);
    return exitCode;
  }
}
