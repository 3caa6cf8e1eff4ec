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
import dev.makemore.cli.report.Json;
import dev.makemore.cli.report.ModelCsv;
import dev.makemore.cli.report.ModelJson;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.arpa.Arpa;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Consumer;
import picocli.CommandLine.Model.OptionSpec;

/** {@code makemore export}: write a model for other programs. */
public final class ExportCommand extends BaseCommand {

  /** The formats there are. */
  enum Format {
    ARPA,
    CSV,
    JSON;

    /** As it is typed. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Argument<Format> format =
      arguments.required(
          Format.class,
          OptionSpec.builder("--format")
              .paramLabel("FORMAT")
              .description(
                  "${COMPLETION-CANDIDATES}.",
                  "arpa is what n-gram tools such as KenLM, SRILM and IRSTLM read; words are"
                      + " characters.",
                  "csv and json are what 'makemore show' prints with --format csv and with"
                      + " --json: all pairs that have a probability of their own, and one for"
                      + " the others."));

  private final Argument<Path> output =
      arguments.option(
          Path.class,
          Path.of("-"),
          OptionSpec.builder("-o", "--output")
              .paramLabel("FILE")
              .converters(Converters::pathToWrite)
              .description(
                  "Write to this file, all of it or, if anything fails, nothing. Default: -,"
                      + " which is standard output."));

  private final Argument<Boolean> force =
      arguments.flag(
          OptionSpec.builder("--force").description("Replace the file if there is one."));

  private final ModelOptions modelOptions = new ModelOptions(arguments);

  private final Console console;

  public ExportCommand(Console console) {
    super("Writes a model in a format that other programs read.");
    examples(
        "makemore export -m words.model --format arpa -o words.arpa",
        "makemore export -i words.txt --smoothing 1 --format arpa > words.arpa",
        "makemore export -m words.model --format csv -o words.csv");
    this.console = console;
  }

  @Override
  public Integer call() {
    modelOptions.check();
    modelOptions.refuseInput("with -m there is nothing to learn");
    OutputFile file = new OutputFile(output.get(), OutputFile.Kind.EMPTY, force.get(), console);
    file.check();
    LanguageModel model = modelOptions.model(console);
    switch (format.get()) {
      case ARPA -> arpa(model, file);
      case CSV -> csv(ModelCsv.of(model), file);
      case JSON ->
          json(ModelJson.fields(modelOptions.description(), model, OptionalInt.empty()), file);
    }
    return ExitCode.OK.number();
  }

  private void arpa(LanguageModel model, OutputFile file) {
    List<Arpa.Zeros> impossible = new ArrayList<>();
    file.write(out -> impossible.add(arpa(model, out)));
    impossible.forEach(pairs -> tell(pairs, model.vocabulary().size()));
  }

  /** Of a count model what was seen is listed, however much of a row that is. */
  private static Arpa.Zeros arpa(LanguageModel model, OutputStream out) throws IOException {
    return model instanceof CountModel count
        ? Arpa.write(count, count::unseen, out)
        : Arpa.write(model, out);
  }

  private void tell(Arpa.Zeros impossible, int tokens) {
    if (impossible.pairs() > 0) {
      console.message(
          "%,d of %,d pairs are impossible, after %,d of %,d tokens; ARPA has no 0 to say that, so"
              + " they got the logarithm -99, and score badly, but not infinitely so",
          impossible.pairs(), (long) tokens * tokens, impossible.contexts(), tokens);
    }
  }

  private void csv(ModelCsv csv, OutputFile file) {
    if (file.isStdout()) { // which may be a terminal
      csv.header(console::line);
      csv.rows(console::item);
    } else {
      writeText(
          file,
          text -> {
            csv.header(line -> text.append(line).append('\n'));
            csv.rows(line -> text.append(line).append('\n'));
          });
    }
  }

  private void json(Json.Fields fields, OutputFile file) {
    if (file.isStdout()) {
      Json.print(console, fields);
    } else {
      writeText(
          file,
          text -> {
            Json.write(text, fields);
            text.append('\n');
          });
    }
  }

  private static void writeText(OutputFile file, Consumer<PrintWriter> content) {
    file.write(
        out -> {
          PrintWriter text = StandardOutput.of(out, false);
          try {
            content.accept(text);
            text.flush();
          } catch (WriteFailedException e) {
            throw e.reason(); // which is not of standard output here
          }
        });
  }
}
