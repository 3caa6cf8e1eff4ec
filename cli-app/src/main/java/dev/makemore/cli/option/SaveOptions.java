package dev.makemore.cli.option;

import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.Failure;
import dev.makemore.cli.io.OutputFile;
import dev.makemore.cli.syntax.Argument;
import dev.makemore.cli.syntax.Converters;
import dev.makemore.cli.syntax.Heading;
import dev.makemore.cli.syntax.Syntax;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Where to save the model that a command makes. */
public final class SaveOptions extends OptionGroup {

  private final Argument<Path> output =
      syntax.required(
          Path.class,
          OptionSpec.builder("-o", "--output")
              .paramLabel("FILE")
              .converters(Converters::pathToWrite)
              .description(
                  "Save the model to this file; - is standard output. If anything fails, the file"
                      + " stays as it was."));

  private final Argument<Boolean> force =
      syntax.flag(
          "--force", "Replace an existing file even if it is not a model, or is write-protected.");

  public SaveOptions(Syntax syntax) {
    super(syntax, Heading.SAVING);
  }

  /**
   * The file to save to. To be called before anything that takes time, since it finds most reasons
   * why the file can't be written.
   *
   * @throws ParameterException if the option has no name in it
   * @throws Failure if the file can't be written
   */
  public OutputFile file(Console console) {
    requireName(output);
    OutputFile file = new OutputFile(output.get(), OutputFile.Kind.MODEL, force.get(), console);
    file.check();
    return file;
  }

  /** Refuses {@code json}, which prints to standard output, if {@code model} goes there. */
  public static void refuseStdout(Argument<Boolean> json, OutputFile model) {
    if (model.isStdout()) {
      json.refuse("the model goes to standard output; save it to a file");
    }
  }

  /** Whether any file may be replaced. */
  public boolean force() {
    return force.get();
  }

  /**
   * Checks that an option names a file, if it is given.
   *
   * @throws ParameterException if its value is empty
   */
  public static void requireName(Argument<? extends @Nullable Path> output) {
    Path path = output.get();
    if (path != null && path.toString().isEmpty()) {
      throw output.wrong("the name of the file is missing");
    }
  }
}
