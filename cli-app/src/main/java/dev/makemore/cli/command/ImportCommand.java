package dev.makemore.cli.command;

import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.ExitCode;
import dev.makemore.cli.io.Input;
import dev.makemore.cli.io.OutputFile;
import dev.makemore.cli.option.Argument;
import dev.makemore.cli.option.OutputOptions;
import dev.makemore.model.arpa.Arpa;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code makemore import}: turn what another program wrote into a model. */
public final class ImportCommand extends BaseCommand {

  /** The formats there are. */
  enum Format {
    ARPA;

    /** As it is typed. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Argument<Path> file =
      arguments.parameter(
          Path.class,
          PositionalParamSpec.builder()
              .index("0+") // the next one; with 0, an error would name it alone, and not -o
              .paramLabel("FILE")
              .description("The file to read; - is standard input."));

  private final OutputOptions outputOptions;

  private final Console console;

  public ImportCommand(Console console) {
    super(
        "Reads a model of characters from a file that another program wrote, and saves it, so that"
            + " other commands can take it with -m.");
    examples("makemore import words.arpa -o words.model");
    arguments.option(
        Format.class,
        Format.ARPA, // the only one
        OptionSpec.builder("--format")
            .paramLabel("FORMAT")
            .description(
                "What the file is: arpa (the default), of bigrams or unigrams, whose words are"
                    + " characters."));
    this.outputOptions = new OutputOptions(arguments);
    this.console = console;
  }

  @Override
  public Integer call() {
    OutputFile saved = outputOptions.file(OutputFile.Kind.MODEL, console);
    Input input = Input.ofModel(file.get(), console);
    Arpa.Imported imported = input.arpa();
    int characters = imported.model().vocabulary().size() - 1;
    console.message("read %s: a model of %,d characters", input.name(), characters);
    if (imported.unknown() > 0) {
      console.message(
          "unknown words, <unk>, had a share of up to %.2g after a character; it was spread over"
              + " the known ones",
          imported.unknown());
    }
    saved.save(imported.model());
    return ExitCode.OK.number();
  }
}
