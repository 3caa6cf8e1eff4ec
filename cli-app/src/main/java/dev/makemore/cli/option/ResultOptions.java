package dev.makemore.cli.option;

import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.ExitCode;
import dev.makemore.cli.io.Failure;
import dev.makemore.cli.io.OutputFile;
import dev.makemore.cli.io.StandardOutput.WriteFailedException;
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
    super(syntax);
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
      return command.apply(console);
    }
    file.check();
    ExitCode[] exitCode = {ExitCode.OK};
    file.write(
        out -> {
          Console inFile = console.to(out);
          try {
            exitCode[0] = command.apply(inFile);
            inFile.out().flush();
          } catch (WriteFailedException e) {
            throw e.reason(); // the failure is one of the file, and not of standard output
          }
        });
    return exitCode[0];
  }
}
