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
import dev.makemore.cli.table.Contexts;
import dev.makemore.cli.table.CountTable;
import dev.makemore.cli.table.Figures;
import dev.makemore.cli.table.Labels;
import dev.makemore.cli.table.ProbabilityTable;
import dev.makemore.cli.table.TableSvg;
import dev.makemore.cli.table.TableText;
import dev.makemore.cli.table.TokenTable;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.learn.Learner;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
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

  private final Argument<@Nullable String> context =
      syntax.option(
          String.class,
          "--context=TEXT",
          "Show only the characters that come after TEXT, the start of a name, as bars; with '', the"
              + " first characters of names. A model that looks at N characters sees the last N of"
              + " TEXT. If it looks at several, it has no table, and is shown in this way only.");

  private final Argument<@Nullable Integer> top =
      syntax.option(
          Integer.class,
          "--top=K",
          "List the K most likely and the K least likely pairs; with --row or --context, show K bars."
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
  private final ModelOptions modelOptions;

  private final ColorOption color;

  public ShowCommand(Console console, List<Learner> learners, ColorOption color) {
    super(
        console,
        "Shows what a model knows: a heat map of the probability of each character after each other"
            + " character, and the pairs that stand out.");
    modelOptions = new ModelOptions(syntax, learners);
    summary("show what a model knows");
    ownOptions("What to show");
    examples(
        "makemore show",
        "makemore show --row q",
        "makemore show -m words.model --context emm",
        "makemore show --counts --format svg > table.svg",
        "makemore show -m words.model --format csv > table.csv");
    this.color = color;
    modelOptions.addLearners();
  }

  @Override
  protected ExitCode run() {
    check();
    return into(result, this::show);
  }

  private ExitCode show() {
    LanguageModel model = modelOptions.model(console);
    if (counts.get() && !(model instanceof CountModel)) {
      throw counts.wrong(modelOptions.description() + " is not a count model, and has no counts");
    }
    Optional<List<Integer>> shown = shown(model);
    if (json.get()) {
      Stream<List<Integer>> contexts = shown.map(Stream::of).orElseGet(() -> Contexts.all(model));
      Json.print(console, ModelJson.fields(modelOptions.description(), model, contexts));
      return ExitCode.OK;
    }
    switch (format.orElse(Format.TEXT)) {
      case TEXT -> text(model, shown);
      case CSV -> csv(model, shown);
      case SVG -> svg(model, shown);
    }
    return ExitCode.OK;
  }

  private void check() {
    modelOptions.check();
    modelOptions.refuseInput("with -m there is nothing to learn");
    syntax.refuseIf(
        row.isGiven() && context.isGiven(),
        "--row and --context exclude each other; give only one");
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

  /** The context that is to be shown, or empty for the whole table. */
  private Optional<List<Integer>> shown(LanguageModel model) {
    Vocabulary vocabulary = model.vocabulary();
    String start = context.get();
    if (start != null) {
      int[] tokens = context.checked(() -> vocabulary.encode(modelOptions.form().apply(start)));
      return Optional.of(Contexts.of(model, tokens));
    }
    String typed = row.get();
    boolean hasTable = model.contextLength() <= 1;
    if (typed != null && !hasTable) {
      throw row.wrong(atContext(model));
    } else if (typed != null) {
      return Optional.of(List.of(row.checked(() -> Labels.token(vocabulary, typed))));
    } else if (!hasTable && !json.get() && format.orElse(Format.TEXT) != Format.CSV) {
      console.note("these are the first characters of names; %s", atContext(model));
      return Optional.of(Contexts.of(model));
    }
    return Optional.empty();
  }

  private static String atContext(LanguageModel model) {
    return String.format(
        Locale.ROOT,
        "this model looks at %d characters, and has no table; try --context ann",
        model.contextLength());
  }

  private TokenTable table(LanguageModel model, Optional<List<Integer>> shown) {
    if (counts.get() && model instanceof CountModel count) {
      return CountTable.of(count.counts());
    }
    return model.contextLength() > 1 && shown.isPresent()
        ? ProbabilityTable.ofContext(model, shown.get())
        : ProbabilityTable.of(model);
  }

  private String source() {
    return modelOptions.isSaved() ? modelOptions.description() : modelOptions.input(console).name();
  }

  private void text(LanguageModel model, Optional<List<Integer>> shown) {
    TableText text = new TableText(table(model, shown), top());
    if (modelOptions.isSaved()) {
      heading("model", modelOptions.description());
      heading("kind", Kinds.describe(model));
    } else {
      heading("model", Kinds.describeLearned(model, modelOptions.description()));
      heading("learned from", source());
    }
    int size = model.vocabulary().size();
    heading(
        "tokens",
        Figures.grouped(size)
            + ": "
            + Figures.counted(size - 1, "character")
            + ", and the boundary, shown as .");
    if (model.contextLength() > 1) {
      heading("looks at", Figures.counted(model.contextLength(), "character"));
    }
    console.line("");
    Ink ink = color.ink(console);
    shown
        .map(
            tokens -> text.row(last(tokens), Labels.noteOfContext(model.vocabulary(), tokens), ink))
        .orElseGet(() -> text.lines(ink))
        .forEach(console::line);
  }

  private static int last(List<Integer> tokens) {
    return tokens.get(tokens.size() - 1);
  }

  private void heading(String label, String text) {
    console.line(String.format("%-14s %s", label, ControlCharacters.visible(text)));
  }

  private void csv(LanguageModel model, Optional<List<Integer>> shown) {
    Stream<List<Integer>> contexts = shown.map(Stream::of).orElseGet(() -> Contexts.all(model));
    ModelCsv csv = ModelCsv.of(model);
    csv.header(console::line);
    contexts.forEach(tokens -> csv.row(tokens, console::item));
  }

  private void svg(LanguageModel model, Optional<List<Integer>> shown) {
    TableSvg svg = new TableSvg(table(model, shown), ControlCharacters.visible(source()));
    console
        .out()
        .print(
            shown
                .map(tokens -> svg.svg(last(tokens), Labels.ofContext(model.vocabulary(), tokens)))
                .orElseGet(svg::svg));
  }
}
