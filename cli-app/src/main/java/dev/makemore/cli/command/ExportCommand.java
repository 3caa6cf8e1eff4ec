package dev.makemore.cli.command;

import dev.makemore.bigram.count.CountModel;
import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.ExitCode;
import dev.makemore.cli.io.Failure;
import dev.makemore.cli.io.StandardOutput.WriteFailedException;
import dev.makemore.cli.option.ModelOptions;
import dev.makemore.cli.option.ResultOptions;
import dev.makemore.cli.report.Json;
import dev.makemore.cli.report.ModelCsv;
import dev.makemore.cli.report.ModelJson;
import dev.makemore.cli.syntax.Argument;
import dev.makemore.cli.table.Contexts;
import dev.makemore.cli.table.Figures;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.arpa.Arpa;
import dev.makemore.model.arpa.BackoffModel;
import dev.makemore.model.learn.Learner;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

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

  private final ResultOptions result = new ResultOptions(syntax);
  private final ModelOptions modelOptions;

  public ExportCommand(Console console, List<Learner> learners) {
    super(console, "Writes a model in a format that other programs read.");
    modelOptions = new ModelOptions(syntax, learners);
    summary("write a model for other programs");
    ownOptions("What to write");
    examples(
        "makemore export -m words.model --format arpa -o words.arpa",
        "makemore export -i words.txt --smoothing 1 --format arpa > words.arpa",
        "makemore export -m words.model --format csv -o words.csv");
    modelOptions.addLearners();
  }

  @Override
  protected ExitCode run() {
    modelOptions.check();
    modelOptions.refuseInput("with -m there is nothing to learn");
    return into(result, this::export);
  }

  private ExitCode export() {
    LanguageModel model = modelOptions.model(console);
    switch (format.get()) {
      case ARPA -> arpa(model);
      case CSV -> csv(model);
      case JSON ->
          Json.print(
              console, ModelJson.fields(modelOptions.description(), model, Contexts.all(model)));
    }
    return ExitCode.OK;
  }

  /**
   * Writes ARPA, and tells how many pairs are impossible. Of a count model, the file lists exactly
   * the pairs that were seen.
   */
  private void arpa(LanguageModel model) {
    boolean lists = model instanceof BackoffModel || model instanceof BackoffModel.Source;
    if (model.contextLength() > 1 && !lists) {
      throw new Failure(
          ExitCode.FAILURE,
          String.format(
              Locale.ROOT,
              "%s looks at %d characters and is no n-gram model, so it can't be an ARPA file; use"
                  + " --format csv or json",
              modelOptions.description(),
              model.contextLength()));
    }
    try {
      OutputStream out = new BufferedOutputStream(console.bytes());
      tell(
          model instanceof CountModel count
              ? Arpa.write(count, count::unseen, out)
              : Arpa.write(model, out),
          model);
      out.flush();
    } catch (IOException e) {
      throw new WriteFailedException(e);
    }
  }

  private void tell(Arpa.Zeros impossible, LanguageModel model) {
    if (impossible.pairs() > 0) {
      console.note(
          "%s; ARPA can't write the probability 0, so they got the logarithm -99, which scores"
              + " badly, but not infinitely badly",
          counted(impossible, model));
    }
  }

  /** How much is impossible; in a model of pairs, of how many. */
  private static String counted(Arpa.Zeros zeros, LanguageModel model) {
    if (model instanceof BackoffModel backoff && backoff.order() != 2) {
      return "%s %s impossible, after %s"
          .formatted(
              Figures.counted(zeros.pairs(), "n-gram"),
              zeros.pairs() == 1 ? "is" : "are",
              Figures.counted(zeros.contexts(), "context"));
    }
    long tokens = model.vocabulary().size();
    return "%s of %s pairs are impossible, after %s of %s tokens"
        .formatted(
            Figures.grouped(zeros.pairs()),
            Figures.grouped(tokens * tokens),
            Figures.grouped(zeros.contexts()),
            Figures.grouped(tokens));
  }

  private void csv(LanguageModel model) {
    Stream<List<Integer>> contexts = Contexts.all(model); // which may be too many
    ModelCsv csv = ModelCsv.of(model);
    csv.header(console::line);
    contexts.forEach(
        context -> csv.row(context, console::item)); // makes control characters visible
  }
}
