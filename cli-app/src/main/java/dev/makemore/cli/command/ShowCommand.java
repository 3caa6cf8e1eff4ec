package dev.makemore.cli.command;

import dev.makemore.bigram.count.CountModel;
import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.ControlCharacters;
import dev.makemore.cli.io.ExitCode;
import dev.makemore.cli.option.ColorOption;
import dev.makemore.cli.option.ModelOptions;
import dev.makemore.cli.option.ResultOptions;
import dev.makemore.cli.picture.Ink;
import dev.makemore.cli.report.Json;
import dev.makemore.cli.report.Kinds;
import dev.makemore.cli.report.ModelCsv;
import dev.makemore.cli.report.ModelJson;
import dev.makemore.cli.syntax.Argument;
import dev.makemore.cli.table.CountTable;
import dev.makemore.cli.table.Figures;
import dev.makemore.cli.table.Labels;
import dev.makemore.cli.table.ProbabilityTable;
import dev.makemore.cli.table.TableSvg;
import dev.makemore.cli.table.TableText;
import dev.makemore.cli.table.TokenTable;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** {@code makemore show}: shows what a model knows. */
public final class ShowCommand extends BaseCommand {

  /** The formats in which a table can be printed. */
  enum Format {
    TEXT,
    CSV,
    SVG
  }

  private static final int DEFAULT_TOP = 10;

  private final Argument<@Nullable String> row =
      syntax.option(
          String.class,
          "--row=C",
          "Show only the characters that come after C, as bars. C is a character as"
              + " this command shows it: . (or '') is the boundary, and \\u{2E} is the"
              + " character with the hexadecimal code 2E, the full stop.");

  private final Argument<@Nullable Integer> top =
      syntax.option(
          Integer.class,
          "--top=K",
          "List the K most likely and the K least likely pairs; with --row, show K bars."
              + " Default: "
              + DEFAULT_TOP
              + ".");

  private final Argument<Boolean> counts =
      syntax.flag("--counts", "Show the counts of a count model instead of probabilities.");

  private final Argument<@Nullable Format> format =
      syntax.option(
          Format.class,
          "--format=FORMAT",
          "The format to print: text (the default), csv (all pairs that are possible), or"
              + " svg (the heat map as a picture).");

  private final Argument<Boolean> json =
      syntax.flag(
          "--json",
          "Print one JSON object, with numbers in full precision. Its keys: model, kind,"
              + " smoothing, vocabulary, contexts.");

  private final ResultOptions result = new ResultOptions(syntax);
  private final ModelOptions modelOptions = new ModelOptions(syntax);

  private final ColorOption color;

  public ShowCommand(Console console, ColorOption color) {
    super(
        console,
        "Shows what a model knows: a heat map of the probability of each character after each other"
            + " character, and the pairs that stand out.");
    summary("show what a model knows");
    ownOptions("What to show");
    examples(
        "makemore show",
        "makemore show --row q",
        "makemore show --counts --format svg > table.svg",
        "makemore show -m words.model --format csv > table.csv");
    this.color = color;
  }

  @Override
  protected ExitCode run() {
    check();
    return into(result, this::show);
  }

  private ExitCode show() {
    LanguageModel model = modelOptions.model(console);
    TokenTable table = table(model);
    OptionalInt context = context(model.vocabulary());
    if (json.get()) {
      Json.print(console, ModelJson.fields(modelOptions.description(), model, context));
    } else {
      switch (format.orElse(Format.TEXT)) {
        case TEXT -> text(model, new TableText(table, top()), context);
        case CSV -> csv(ModelCsv.of(model), context);
        case SVG -> svg(new TableSvg(table, ControlCharacters.visible(source())), context);
      }
    }
    return ExitCode.OK;
  }

  private void check() {
    modelOptions.check();
    modelOptions.refuseInput("with -m there is nothing to learn");
    syntax.refuseIf(
        json.get() && format.isGiven(), "--json and --format exclude each other; give only one");
    top.require(top() >= 0, "must be >= 0");
    if (json.get() || format.orElse(Format.TEXT) != Format.TEXT) {
      top.refuse("is for text; the other formats show all pairs, or as many as there is room for");
    }
    if (counts.get() && (json.get() || format.get() == Format.CSV)) {
      throw counts.wrong("json and csv hold both counts and probabilities; leave out --counts");
    }
  }

  private int top() {
    return top.orElse(DEFAULT_TOP);
  }

  private TokenTable table(LanguageModel model) {
    if (!counts.get()) {
      return ProbabilityTable.of(model);
    }
    if (model instanceof CountModel count) {
      return CountTable.of(count.counts());
    }
    throw counts.wrong(modelOptions.description() + " is not a count model, and has no counts");
  }

  /** The token whose row is to be shown, or empty for the whole table. */
  private OptionalInt context(Vocabulary vocabulary) {
    String typed = row.get();
    return typed == null
        ? OptionalInt.empty()
        : OptionalInt.of(row.checked(() -> Labels.token(vocabulary, typed)));
  }

  private String source() {
    return modelOptions.isSaved() ? modelOptions.description() : modelOptions.input(console).name();
  }

  private void text(LanguageModel model, TableText text, OptionalInt context) {
    heading("model", modelOptions.description());
    if (modelOptions.isSaved()) {
      heading("kind", Kinds.describe(model));
    } else {
      heading("learned from", source());
    }
    int size = model.vocabulary().size();
    heading(
        "tokens",
        Figures.grouped(size)
            + ": "
            + Figures.counted(size - 1, "character")
            + ", and the boundary, shown as .");
    console.line("");
    Ink ink = color.ink(console);
    List<String> lines = context.isPresent() ? text.row(context.getAsInt(), ink) : text.lines(ink);
    lines.forEach(console::line);
  }

  private void heading(String label, String text) {
    console.line(String.format("%-14s %s", label, ControlCharacters.visible(text)));
  }

  private void csv(ModelCsv csv, OptionalInt context) {
    csv.header(console::line);
    if (context.isPresent()) {
      csv.row(context.getAsInt(), console::item);
    } else {
      csv.rows(console::item);
    }
  }

  private void svg(TableSvg svg, OptionalInt context) {
    console.out().print(context.isPresent() ? svg.svg(context.getAsInt()) : svg.svg());
  }
}
