package dev.makemore.cli;

import dev.makemore.model.io.Arpa;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code makemore import}: turn what another program wrote into a model. */
@Command(
    name = "import",
    description = {
      "Reads a model of characters from a file that another program wrote, and saves it, so that"
          + " other commands can take it with -m.",
      ""
    },
    footer = {"", "Examples:", "  makemore import words.arpa -o words.model"})
final class ImportCommand extends Helpful implements Callable<Integer> {

  /** The formats there are. */
  enum Format {
    ARPA;

    /** As it is typed. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Parameters(paramLabel = "FILE", description = "The file to read; - is standard input.")
  private Path file = Path.of("-");

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "What the file is: arpa (the default), of bigrams or unigrams, whose words are characters.")
  @SuppressWarnings("unused") // there is only one
  private Format format = Format.ARPA;

  @Mixin private OutputOptions outputOptions = new OutputOptions();

  private final Console console;

  ImportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    OutputFile saved = outputOptions.file(OutputFile.MODEL, console);
    Input input = Input.ofModel(file, console);
    Arpa.Imported imported = input.arpa();
    int characters = imported.model().vocabulary().size() - 1;
    console.message("read %s: a model of %,d characters", input.name(), characters);
    if (imported.unknown() > 0) {
      console.message(
          "unknown words, <unk>, had a share of up to %.2g after a character; it was spread over the"
              + " known ones",
          imported.unknown());
    }
    saved.save(imported.model());
    return ExitCode.OK.number();
  }
}
