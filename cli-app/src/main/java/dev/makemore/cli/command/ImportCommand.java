package dev.makemore.cli.command;

import dev.makemore.cli.input.ModelInput;
import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.ExitCode;
import dev.makemore.cli.io.OutputFile;
import dev.makemore.cli.option.SaveOptions;
import dev.makemore.cli.syntax.Argument;
import dev.makemore.cli.table.Figures;
import dev.makemore.model.arpa.Arpa;
import java.nio.file.Path;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code makemore import}: turns a file that another program wrote into a model. */
public final class ImportCommand extends BaseCommand {

  /** The formats that can be read. */
  enum Format {
    ARPA
  }

  private final Argument<Path> file =
      syntax.parameter(
          Path.class,
          PositionalParamSpec.builder()
              .index("0+") // with "0", an error about it and a missing -o would not name -o
              .paramLabel("FILE")
              .description("The file to read; - is standard input."));

  private final Argument<Boolean> unknown =
      syntax.flag(
          "--unknown",
          "Keep <unk>, the word for all characters that the file does not list. Otherwise its"
              + " probability is spread over the known characters.");

  private final SaveOptions saveOptions = new SaveOptions(syntax);

  public ImportCommand(Console console) {
    super(
        console,
        "Reads a model of characters from a file that another program wrote, and saves it, so that"
            + " other commands can use it with -m.");
    summary("read a model of another program");
    examples("makemore import words.arpa -o words.model");
    syntax.optionWithDefault( // nobody asks for its value, as there is only one
        Format.class,
        Format.ARPA,
        "--format=FORMAT",
        "The format of the file: arpa (the default). It may have n-grams of up to 16 words,"
            + " and its words must be single characters.");
  }

  @Override
  protected ExitCode run() {
    OutputFile saved = saveOptions.file(console);
    ModelInput input = ModelInput.of(file.get(), console);
    Arpa.Imported imported =
        input.arpa(unknown.get() ? Arpa.Unknown.KEPT : Arpa.Unknown.SHARED_OUT);
    int characters = imported.model().vocabulary().size() - 1;
    console.note("read %s: a model of %s", input.name(), Figures.counted(characters, "character"));
    if (imported.unknown() > 0) {
      console.note(
          "unknown words, <unk>, had a probability of up to %.2g after a character; it was spread"
              + " over the known words",
          imported.unknown());
    }
    saved.save(imported.model());
    return ExitCode.OK;
  }
}
