package dev.makemore.cli.command;

import dev.makemore.cli.input.Input;
import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.ExitCode;
import dev.makemore.cli.io.Logging;
import dev.makemore.cli.making.NameMaker;
import dev.makemore.cli.making.Wishes;
import dev.makemore.cli.option.ModelOptions;
import dev.makemore.cli.option.ResultOptions;
import dev.makemore.cli.option.SamplingOptions;
import dev.makemore.cli.option.WishOptions;
import dev.makemore.cli.report.GeneratedReport;
import dev.makemore.cli.report.ScoreReport.Style;
import dev.makemore.cli.report.SelectionReport;
import dev.makemore.cli.syntax.Argument;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.learn.Learner;
import dev.makemore.model.learn.LearningListener;
import dev.makemore.sampling.Sampler;
import dev.makemore.sampling.Selection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** {@code makemore generate}: learns names, or loads a model, and makes new names. */
public final class GenerateCommand extends BaseCommand {

  /** Seeds that are chosen at random are less than this, so that they are easy to copy. */
  private static final long RANDOM_SEEDS = 1L << 32;

  private final Argument<Long> number =
      syntax.optionWithDefault(
          Long.class, 10L, "-n, --number=N", "Make N names. Default: ${DEFAULT-VALUE}.");

  private final Argument<@Nullable Long> seed =
      syntax.option(
          Long.class,
          "--seed=S",
          "A whole number that decides the names: the same seed makes the same names on"
              + " every machine. Default: a random number, which -v shows.");

  private final Argument<Boolean> unique =
      syntax.flag(
          "--unique", "Make no name twice. All names are kept in memory, at some 100 bytes each.");

  private final Argument<Boolean> onlyNew =
      syntax.flag(
          "--new",
          "Make no name that is in the input or, with -m, in the file that --known names.");

  private final Argument<@Nullable Path> known =
      syntax.option(
          Path.class,
          "--known=FILE",
          "With --new, make no name that is in this file, one a line, instead of the"
              + " input; - is standard input.");

  private final Argument<Boolean> explain =
      syntax.flag(
          "--explain",
          "Show what each pair of characters of a name costs under the model itself, before"
              + " temperature and wishes, as score --explain does, and the seed and the number that"
              + " make the name again.");

  private final Argument<Boolean> json =
      syntax.flag(
          "--json",
          "Print a JSON object for each name, one a line, with numbers in full precision. Its keys: text,"
              + " seed, number (which name of the seed it is, from 1), tokens, nll, total,"
              + " impossible and, with --explain, bigrams, as in score.");

  private final ResultOptions result = new ResultOptions(syntax);
  private final ModelOptions modelOptions;
  private final SamplingOptions samplingOptions = new SamplingOptions(syntax);
  private final WishOptions wishOptions = new WishOptions(syntax);

  public GenerateCommand(Console console, List<Learner> learners) {
    super(console, "Makes new names, one a line.");
    modelOptions = new ModelOptions(syntax, learners);
    summary("make new names");
    ownOptions("What to make");
    examples(
        "makemore generate -n 20 --unique --new",
        "makemore generate --order 5",
        "makemore generate --prefix em --temperature 0.7 --seed 42",
        "makemore generate --min-length 3 --suffix ella --explain",
        "makemore generate -i words.txt -n 1000 > more.txt",
        "makemore generate -m words.model --new --known words.txt");
    modelOptions.addLearners();
  }

  @Override
  protected ExitCode run() {
    Wishes wishes = check();
    return into(result, () -> generate(wishes));
  }

  private ExitCode generate(Wishes wishes) {
    Path knownPath = known.get();
    Input knownItems =
        knownPath == null
            ? modelOptions.input(console)
            : modelOptions.otherInput(knownPath, console);
    Selection selection = selection(wishes);
    LanguageModel model;
    if (onlyNew.get() && knownPath == null) { // the input is read once, for both
      List<String> items = new ArrayList<>();
      model =
          modelOptions.learn(
              modelOptions.text(knownItems, console).keeping(items),
              LearningListener.none(),
              console);
      selection = selection.excluding(items);
    } else {
      model = modelOptions.model(console);
      selection = onlyNew.get() ? selection.excluding(knownItems.items().list()) : selection;
    }
    Sampler sampler = samplingOptions.sampler(model, modelOptions, wishOptions, wishes);
    samplingOptions.messages(model, modelOptions).forEach(console::note);
    NameMaker maker =
        new NameMaker(console, sampler, chosenSeed(), number.get(), modelOptions.threads());
    Selection.Report report =
        isPlain(wishes) && !maker.isSmall() && !console.terminal().stdout()
            ? maker.write()
            : print(maker, selection, wishes, model);
    return tell(report, wishes, knownItems);
  }

  private Selection selection(Wishes wishes) {
    Selection selection = unique.get() ? Selection.all().unique() : Selection.all();
    selection = wishes.isEmpty() ? selection : selection.matching(wishes::test);
    return selection.withMaxTries(tries(wishes));
  }

  private Wishes check() {
    number.require(number.get() >= 0, "must be >= 0");
    modelOptions.check(known);
    modelOptions.refuseInput("with -m there is nothing to learn; see --known");
    if (!onlyNew.get()) {
      known.refuse("is for --new, which is not given");
    } else if (modelOptions.isSaved() && !known.isGiven()) {
      throw onlyNew.wrong(
          "a saved model does not hold the names that it was learned from; give them with --known"
              + " FILE");
    }
    syntax.refuseIf(
        Input.isStdin(known.get()) && modelOptions.readsStdin(),
        "--known - and -m - or -i - can't both read standard input; name a file");
    samplingOptions.check();
    return wishOptions.wishes(modelOptions.form(), samplingOptions.prefix(modelOptions.form()));
  }

  /**
   * Whether names may go to the output as bytes, many at once. A filter needs them as strings, and
   * so does a terminal, which must not receive control characters. For a few names, strings are
   * quicker, too.
   */
  private boolean isPlain(Wishes wishes) {
    return !unique.get() && !onlyNew.get() && wishes.isEmpty() && !explain.get() && !json.get();
  }

  private Selection.Report print(
      NameMaker maker, Selection selection, Wishes wishes, LanguageModel model) {
    if (!json.get() && !explain.get()) {
      return maker.select(selection, wishes, console::item);
    }
    Style style =
        !json.get() ? Style.EXPLANATION : explain.get() ? Style.JSON_EXPLANATION : Style.JSON;
    try (GeneratedReport report = new GeneratedReport(console, model, maker.seed(), style)) {
      return maker.select(selection, wishes, report::add);
    }
  }

  /** The seed that is given, or else a random one. */
  private long chosenSeed() {
    Long given = seed.get();
    long chosen = given == null ? new SplittableRandom().nextLong(RANDOM_SEEDS) : given;
    Logging.debug(GenerateCommand.class, "these are the names of --seed {}", chosen);
    return chosen;
  }

  private ExitCode tell(Selection.Report report, Wishes wishes, Input knownItems) {
    SelectionReport end = new SelectionReport(console, report);
    end.tellCut(wishOptions.limit());
    end.tellMissing(number.get(), tries(wishes), faults(wishes, knownItems), !wishes.isEmpty());
    return report.ranOut() ? ExitCode.FAILURE : ExitCode.OK;
  }

  /** How many names may be refused in a row. Wishes may be rare: a million take a second or so. */
  private static long tries(Wishes wishes) {
    return wishes.isEmpty() ? Selection.DEFAULT_MAX_TRIES : 1_000_000;
  }

  /** Why the last names were refused: by wishes, because they are known, or were made before. */
  private List<String> faults(Wishes wishes, Input knownItems) {
    List<String> faults = new ArrayList<>(wishes.refusing());
    boolean others = wishes.isEmpty() || wishes.someMet();
    if (onlyNew.get() && others) {
      faults.add("are in " + knownItems.name());
    }
    if (unique.get() && others) {
      faults.add("had been made before");
    }
    return faults;
  }
}
