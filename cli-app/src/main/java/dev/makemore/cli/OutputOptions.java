package dev.makemore.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where to save what a command makes. */
final class OutputOptions {

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      required = true,
      converter = Options.FileToWrite.class,
      description =
          "Save to this file, all of it or, if anything fails, nothing; - is standard output.")
  private Path output = Path.of("-");

  @Option(
      names = "--force",
      description =
          "Replace an existing file even if it holds something else or is write-protected.")
  private Boolean force = false;

  /**
   * The file to save to.
   *
   * @param kind what it may replace without {@code --force}
   * @throws Failure if the file can't be written, as far as can be told beforehand: so call this
   *     before anything that takes time
   */
  OutputFile file(OutputFile.Kind kind, Console console) {
    OutputFile file = new OutputFile(output, kind, force, console);
    file.check();
    return file;
  }
}
