package dev.makemore.cli.command;

import dev.makemore.bigram.count.CountModel;
import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.ExitCode;
import dev.makemore.cli.io.OutputFile;
import dev.makemore.cli.io.StandardOutput;
import dev.makemore.cli.io.StandardOutput.WriteFailedException;
import dev.makemore.cli.option.Argument;
import dev.makemore.cli.option.Converters;
import dev.makemore.cli.option.ModelOptions;
import dev.makemore.cli.option.SaveOptions;
import dev.makemore.cli.report.Json;
import dev.makemore.cli.report.ModelCsv;
import dev.makemore.cli.report.ModelJson;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.arpa.Arpa;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.function.Consumer;
import picocli.CommandLine.Model.OptionSpec;

/** {@code makemore export}: writes a model for other programs. */
public final class ExportCommand extends BaseCommand {

  /** The formats that can be written. */
  enum Format {
    ARPA,
    CSV,
    JSON
  }

  private final Argument<Format> format =
      syntax.required(
          Format.class,
          "--format=FORMAT",
          "The format to write: ${COMPLETION-CANDIDATES}.",
          "arpa is the format of n-gram tools such as KenLM, SRILM and IRSTLM; its words"
              + " are characters.",
          "csv and json are the formats of 'makemore show' with --format csv and with"
              + " --json: they list each pair that has a probability of its own and,"
              + " for each context, the probability of every other pair.");

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

  private final ModelOptions modelOptions = new ModelOptions(syntax);

  public ExportCommand(Console console) {
    super(console, "Writes a model in a format that other programs read.");
    examples(
        "makemore export -m words.model --format arpa -o words.arpa",
        "makemore export -i words.txt --smoothing 1 --format arpa > words.arpa",
        "makemore export -m words.model --format csv -o words.csv");
  }

  @Override
  protected ExitCode run() {
    modelOptions.check();
    modelOptions.refuseInput("with -m there is nothing to learn");
    SaveOptions.requireName(output);
    OutputFile file = new OutputFile(output.get(), OutputFile.Kind.EMPTY, force.get(), console);
    file.check();
    LanguageModel model = modelOptions.model(console);
    switch (format.get()) {
      case ARPA -> arpa(model, file);
      case CSV -> csv(ModelCsv.of(model), file);
      case JSON ->
          json(ModelJson.fields(modelOptions.description(), model, OptionalInt.empty()), file);
    }
    return ExitCode.OK;
  }

  /**
   * Writes ARPA, and tells how many pairs are impossible. Of a count model, the file lists exactly
   * the pairs that were seen.
   */
  private void arpa(LanguageModel model, OutputFile file) {
    file.write(
        out ->
            tell(
                model instanceof CountModel count
                    ? Arpa.write(count, count::unseen, out)
                    : Arpa.write(model, out),
                model.vocabulary().size()));
  }

  private void tell(Arpa.Zeros impossible, int tokens) {
    if (impossible.pairs() > 0) {
      console.message(
          "%,d of %,d pairs are impossible, after %,d of %,d tokens; ARPA can't write the"
              + " probability 0, so they got the logarithm -99, which scores badly, but not"
              + " infinitely badly",
          impossible.pairs(), (long) tokens * tokens, impossible.contexts(), tokens);
    }
  }

  private void csv(ModelCsv csv, OutputFile file) {
    writeText(
        file,
        text -> {
          Consumer<String> lines =
              file.isStdout()
                  ? console::item // makes control characters visible on a terminal
                  : line -> text.append(line).append('\n');
          csv.header(lines);
          csv.rows(lines);
        });
  }

  private void json(Json.Fields fields, OutputFile file) {
    writeText(
        file,
        text -> {
          Json.write(text, fields);
          text.append('\n');
        });
  }

  private void writeText(OutputFile file, Consumer<PrintWriter> content) {
    if (file.isStdout()) {
      content.accept(console.out());
      return;
    }
    file.write(
        out -> {
          PrintWriter text = StandardOutput.of(out, false);
          try {
            content.accept(text);
            text.flush();
          } catch (WriteFailedException e) {
            throw e.reason(); // the failure is one of the file, and not of standard output
          }
        });
  }
}
