package dev.makemore.cli.option;

import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.ExitCode;
import dev.makemore.cli.io.Failure;
import dev.makemore.cli.io.OutputFile;
import dev.makemore.cli.io.Shutdown;
import dev.makemore.cli.io.StandardOutput.WriteFailedException;
import dev.makemore.cli.syntax.Argument;
import dev.makemore.cli.syntax.Converters;
import dev.makemore.cli.syntax.Heading;
import dev.makemore.cli.syntax.Syntax;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.function.Function;
import picocli.CommandLine.Model.OptionSpec;

/** Where a command's result goes: to standard output, or to a file. */
public final class ResultOptions extends OptionGroup {

  private final Argument<Path> output =
      syntax.optionWithDefault(
          Path.class,
          Path.of("-"),
          OptionSpec.builder("-o", "--output")
              .paramLabel("FILE")
              .converters(Converters::pathToWrite)
              .description(
                  "Write to this file. If anything fails, the file stays as it was. Default: -,"
                      + " which is standard output."));

  private final Argument<Boolean> force = syntax.flag("--force", "Replace the file if it exists.");

  public ResultOptions(Syntax syntax) {
    super(syntax, Heading.RESULT);
  }

  /**
   * Runs {@code command} on a console whose standard output is the file, or on {@code console}
   * itself if no file is named. The file gets its name when the command has returned.
   *
   * @throws picocli.CommandLine.ParameterException if the option has no name in it
   * @throws Failure if the file can't be written, or may not be replaced; or that of the command
   */
  public ExitCode write(Console console, Function<Console, ExitCode> command) {
    SaveOptions.requireName(output);
    OutputFile file = new OutputFile(output.get(), OutputFile.Kind.EMPTY, force.get(), console);
    if (file.isStdout()) {
      force.refuse("is for -o FILE, which is not given");
      return command.apply(console);
    }
    file.check();
    try (Shutdown shutdown = Shutdown.brieflyDeferred()) {
      return write(console, file, command, shutdown);
    }
  }

  private static ExitCode write(
      Console console, OutputFile file, Function<Console, ExitCode> command, Shutdown shutdown) {
    ExitCode[] exitCode = {ExitCode.OK};
    file.writeResult(
        out -> {
          Result result = new Result(out, shutdown);
          Console inFile = console.to(result);
          try {
            exitCode[0] = command.apply(inFile);
            inFile.out().flush();
          } catch (WriteFailedException e) {
            throw e.reason(); // the failure is one of the file, and not of standard output
          }
          result.checkWorthKeeping(exitCode[0]);
        });
    return exitCode[0];
  }

  /** What goes to the file, until a signal says that it is not to be kept. */
  private static final class Result extends FilterOutputStream {

    private final Shutdown shutdown;
    private boolean isEmpty = true;

    Result(OutputStream file, Shutdown shutdown) {
      super(file);
      this.shutdown = shutdown;
    }

    @Override
    public void write(int b) throws IOException {
      checkGoesOn();
      out.write(b);
      isEmpty = false;
    }

    @Override
    public void write(byte[] bytes, int start, int length) throws IOException {
      checkGoesOn();
      out.write(bytes, start, length);
      isEmpty &= length == 0;
    }

    private void checkGoesOn() throws IOException {
      if (shutdown.isRequested()) {
        throw new InterruptedIOException("interrupted");
      }
    }

    /** Keeps an old file if a command has failed and has made nothing. */
    void checkWorthKeeping(ExitCode exitCode) throws IOException {
      checkGoesOn();
      if (isEmpty && exitCode != ExitCode.OK) {
        throw new Failure(exitCode, "nothing was made, so no file was written");
      }
    }
  }
}
