package dev.makemore.cli;

import dev.makemore.bigram.count.CountModel;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.io.Arpa;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code makemore export}: write a model for other programs. */
@Command(
    name = "export",
    description = {"Writes a model in a format that other programs read.", ""},
    footer = {
      "",
      "Examples:",
      "  makemore export -m words.model --format arpa -o words.arpa",
      "  makemore export -i words.txt --smoothing 1 --format arpa > words.arpa"
    })
final class ExportCommand extends Helpful implements Callable<Integer> {

  /** The formats there are. */
  enum Format {
    ARPA;

    /** As it is typed. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      required = true,
      description = {
        "${COMPLETION-CANDIDATES}.",
        "arpa is what n-gram tools such as KenLM, SRILM and IRSTLM read; words are characters."
      })
  @SuppressWarnings("unused")
  private Format format = Format.ARPA;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description =
          "Write to this file, all of it or, if anything fails, nothing. Default: -, which is"
              + " standard output.")
  private Path output = Path.of("-");

  @Option(names = "--force", description = "Replace the file if there is one.")
  private boolean force;

  @Mixin private ModelOptions modelOptions = new ModelOptions();

  private final Console console;

  ExportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    modelOptions.check();
    if (modelOptions.isSaved() && modelOptions.inputPath().isPresent()) {
      throw new ParameterException(
          spec.commandLine(), "--input: with -m there is nothing to learn");
    }
    OutputFile file = new OutputFile(output, OutputFile.EMPTY, force, console);
    file.check();
    LanguageModel model = modelOptions.model(console);
    List<Arpa.Impossible> impossible = new ArrayList<>();
    file.write(out -> impossible.add(arpa(model, out)));
    impossible.forEach(pairs -> tell(pairs, model.vocabulary().size()));
    return ExitCode.OK.number();
  }

  /** Of a count model what was seen is listed, however much of a row that is. */
  private static Arpa.Impossible arpa(LanguageModel model, OutputStream out) throws IOException {
    return model instanceof CountModel count
        ? Arpa.write(count, count::unseen, out)
        : Arpa.write(model, out);
  }

  private void tell(Arpa.Impossible impossible, int tokens) {
    if (impossible.pairs() > 0) {
      console.message(
          "%,d of %,d pairs are impossible, after %,d of %,d tokens; ARPA has no 0 to say that, so"
              + " they got the logarithm -99, and score badly, but not infinitely so",
          impossible.pairs(), (long) tokens * tokens, impossible.contexts(), tokens);
    }
  }
}
