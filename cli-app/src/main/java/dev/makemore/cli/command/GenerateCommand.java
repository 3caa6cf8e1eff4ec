package dev.makemore.cli.command;

import dev.makemore.cli.input.Input;
import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.ExitCode;
import dev.makemore.cli.io.Logging;
import dev.makemore.cli.io.StandardOutput.WriteFailedException;
import dev.makemore.cli.option.Argument;
import dev.makemore.cli.option.ModelOptions;
import dev.makemore.cli.option.SamplingOptions;
import dev.makemore.cli.table.Figures;
import dev.makemore.model.LanguageModel;
import dev.makemore.sampling.Sample;
import dev.makemore.sampling.Sampler;
import dev.makemore.sampling.Selection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.Stream;
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

  private final ModelOptions modelOptions = new ModelOptions(syntax);
  private final SamplingOptions samplingOptions = new SamplingOptions(syntax);

  public GenerateCommand(Console console) {
    super(console, "Makes new names, one a line.");
    examples(
        "makemore generate -n 20 --unique --new",
        "makemore generate --prefix em --temperature 0.7 --seed 42",
        "makemore generate -i words.txt -n 1000 > more.txt",
        "makemore generate -m words.model --new --known words.txt");
  }

  @Override
  protected ExitCode run() {
    check();
    Path knownPath = known.get();
    Input knownItems =
        knownPath == null
            ? modelOptions.input(console)
            : modelOptions.otherInput(knownPath, console);
    Selection selection = unique.get() ? Selection.all().unique() : Selection.all();
    LanguageModel model;
    if (onlyNew.get() && knownPath == null) { // the input is read once, for both
      Input.Items items = knownItems.items();
      selection = selection.excluding(items.list());
      model = modelOptions.learn(items.counts(), knownItems);
    } else {
      model = modelOptions.model(console);
      selection = onlyNew.get() ? selection.excluding(knownItems.items().list()) : selection;
    }
    Sampler sampler = samplingOptions.sampler(model, modelOptions);
    return tell(isPlain() ? write(sampler) : select(selection, sampler), knownItems);
  }

  private void check() {
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
    samplingOptions.check(modelOptions.form());
  }

  /**
   * Whether names may go to the output as bytes, many at once. A filter needs them as strings, and
   * so does a terminal, which must not receive control characters. For a few names, strings are
   * quicker, too.
   */
  private boolean isPlain() {
    return !unique.get() && !onlyNew.get() && !console.terminal().stdout() && !isSmall();
  }

  private boolean isSmall() {
    return number.get() <= Sampler.BLOCK;
  }

  private Selection.Report select(Selection selection, Sampler sampler) {
    // Several threads only where they pay. The names do not depend on the number of threads.
    int threads = isSmall() ? 1 : modelOptions.threads();
    Stream<Sample> samples = sampler.samples(chosenSeed(), threads);
    Selection.Report report =
        selection.take(number.get(), samples, sample -> console.item(sample.text()));
    console.out().flush();
    return report;
  }

  private Selection.Report write(Sampler sampler) {
    console.out().flush();
    try {
      long count = number.get();
      long cut = sampler.write(chosenSeed(), count, modelOptions.threads(), console.bytes());
      return new Selection.Report(count, count, cut, false);
    } catch (IOException e) {
      throw new WriteFailedException(e);
    }
  }

  /** The seed that is given, or else a random one. */
  private long chosenSeed() {
    Long given = seed.get();
    long chosen = given == null ? new SplittableRandom().nextLong(RANDOM_SEEDS) : given;
    Logging.debug(GenerateCommand.class, "these are the names of --seed {}", chosen);
    return chosen;
  }

  private ExitCode tell(Selection.Report report, Input knownItems) {
    if (report.cut() > 0) {
      console.message(
          "cut %,d of %s at %s; --max-length L sets another limit",
          report.cut(),
          Figures.counted(report.selected(), "name"),
          Figures.counted(samplingOptions.maxLength(), "character"));
    }
    if (!report.ranOut()) {
      return ExitCode.OK;
    }
    console.message(
        "made only %,d of %s: the last %,d tries gave only names that %s; ask for fewer"
            + " names, or try a higher --temperature or some --smoothing",
        report.selected(),
        Figures.counted(number.get(), "name"),
        Selection.DEFAULT_MAX_TRIES,
        fault("are in " + knownItems.name(), "had been made before"));
    return ExitCode.FAILURE;
  }

  /** Why names were refused: because they are known, because they were made, or for either. */
  private String fault(String known, String made) {
    if (!onlyNew.get()) {
      return made;
    }
    return unique.get() ? known + " or " + made : known;
  }
}
