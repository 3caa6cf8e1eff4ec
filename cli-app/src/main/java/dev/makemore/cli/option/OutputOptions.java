package dev.makemore.cli.option;

import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.Failure;
import dev.makemore.cli.io.OutputFile;
import java.nio.file.Path;
import picocli.CommandLine.Model.OptionSpec;

/** Where to save what a command makes. */
public final class OutputOptions extends OptionGroup {

  private final Argument<Path> output =
      arguments.required(
          Path.class,
          OptionSpec.builder("-o", "--output")
              .paramLabel("FILE")
              .converters(Converters::pathToWrite)
              .description(
                  "Save to this file, all of it or, if anything fails, nothing; - is standard"
                      + " output."));

  private final Argument<Boolean> force =
      arguments.flag(
          OptionSpec.builder("--force")
              .description(
                  "Replace an existing file even if it holds something else or is"
                      + " write-protected."));

  public OutputOptions(Arguments arguments) {
    super(arguments);
  }

  /**
   * The file to save to.
   *
   * @param kind what it may replace without {@code --force}
   * @throws Failure if the file can't be written, as far as can be told beforehand: so call this
   *     before anything that takes time
   */
  public OutputFile file(OutputFile.Kind kind, Console console) {
    OutputFile file = new OutputFile(output.get(), kind, force.get(), console);
    file.check();
    return file;
  }
}
