package dev.makemore.cli.command;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.ExitCode;
import dev.makemore.cli.io.Input;
import dev.makemore.cli.io.Logging;
import dev.makemore.cli.io.StandardOutput.WriteFailedException;
import dev.makemore.cli.option.Argument;
import dev.makemore.cli.option.ModelOptions;
import dev.makemore.cli.option.SamplingOptions;
import dev.makemore.model.Corpus;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.text.TextForm;
import dev.makemore.sampling.Sample;
import dev.makemore.sampling.Sampler;
import dev.makemore.sampling.Selection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;

/** {@code makemore generate}: learn, then make more of the same. */
public final class GenerateCommand extends BaseCommand {

  /** Seeds that are drawn stay below this, so that they are easy to copy. */
  private static final long DRAWN_SEEDS = 1L << 32;

  private final Argument<Long> number =
      arguments.option(
          Long.class,
          10L,
          OptionSpec.builder("-n", "--number")
              .paramLabel("N")
              .description("How many names. Default: ${DEFAULT-VALUE}."));

  private final Argument<@Nullable Long> seed =
      arguments.option(
          Long.class,
          OptionSpec.builder("--seed")
              .paramLabel("S")
              .description(
                  "A whole number that decides the names: the same seed makes the same ones, on"
                      + " every machine. Without it one is drawn; -v shows it."));

  private final Argument<Boolean> unique =
      arguments.flag(
          OptionSpec.builder("--unique")
              .description("Make no name twice. Remembers all that it made, some 100 bytes each."));

  private final Argument<Boolean> onlyNew =
      arguments.flag(
          OptionSpec.builder("--new")
              .description(
                  "Make no name that is in the input, or with -m in the file of --known."));

  private final Argument<@Nullable Path> known =
      arguments.option(
          Path.class,
          OptionSpec.builder("--known")
              .paramLabel("FILE")
              .description(
                  "With --new, make no name that is in this file, one a line, instead of the"
                      + " input."));

  private final ModelOptions modelOptions = new ModelOptions(arguments);
  private final SamplingOptions samplingOptions = new SamplingOptions(arguments);

  private final Console console;

  public GenerateCommand(Console console) {
    super("Makes new names, one a line.");
    examples(
        "makemore generate -n 20 --unique --new",
        "makemore generate --prefix em --temperature 0.7 --seed 42",
        "makemore generate -i words.txt -n 1000 > more.txt",
        "makemore generate -m words.model --new --known words.txt");
    this.console = console;
  }

  @Override
  public Integer call() {
    check();
    TextForm form = modelOptions.form();
    Path knownPath = known.get();
    Input knownItems =
        knownPath == null ? modelOptions.input(console) : Input.of(knownPath, form, console);
    Selection selection = unique.get() ? Selection.all().unique() : Selection.all();
    LanguageModel model;
    if (onlyNew.get() && knownPath == null) { // one pass has to serve both
      Corpus corpus = knownItems.corpus();
      selection = selection.excluding(corpus.list());
      model = modelOptions.learn(BigramCounts.of(corpus), knownItems);
    } else {
      model = modelOptions.model(console);
      selection = onlyNew.get() ? selection.excluding(knownItems.corpus().list()) : selection;
    }
    Sampler sampler = samplingOptions.sampler(model, form);
    // Names that are looked at, by a filter or for controls, have to be strings; and a few are made
    // before the quick way is ready.
    boolean strings = unique.get() || onlyNew.get() || console.terminal().stdout() || isSmall();
    Selection.Report report = strings ? select(selection, sampler) : write(sampler);
    return tell(report, knownItems).number();
  }

  private void check() {
    if (number.get() < 0) {
      throw number.wrong("must be >= 0, was " + number.get());
    }
    modelOptions.check();
    modelOptions.refuseInput("with -m there is nothing to learn; see --known");
    if (modelOptions.isSaved() && onlyNew.get() && !known.isGiven()) {
      throw onlyNew.wrong("a model does not hold its items; name them with --known FILE");
    }
    if (!onlyNew.get()) {
      known.refuse("is for --new, which is not given");
    }
    if (Input.isStdin(known.get()) && modelOptions.readsStdin()) {
      throw arguments.wrong("--known - and -m - or -i - can't both read standard input");
    }
    samplingOptions.check(modelOptions.form());
  }

  private boolean isSmall() {
    return number.get() <= Sampler.BLOCK;
  }

  private Selection.Report select(Selection selection, Sampler sampler) {
    // Several threads where they pay; the names are the same with any number of them.
    Stream<Sample> samples =
        sampler.samples(decidingSeed(), isSmall() ? 1 : modelOptions.threads());
    Selection.Report report =
        selection.take(number.get(), samples, sample -> console.item(sample.text()));
    console.out().flush();
    return report;
  }

  private Selection.Report write(Sampler sampler) {
    console.out().flush();
    try {
      long count = number.get();
      long cut = sampler.write(decidingSeed(), count, modelOptions.threads(), console.bytes());
      return new Selection.Report(count, count, cut, false);
    } catch (IOException e) {
      throw new WriteFailedException(e);
    }
  }

  private long decidingSeed() {
    Long given = seed.get();
    long drawnOrGiven = given == null ? new SplittableRandom().nextLong(DRAWN_SEEDS) : given;
    Logging.debug(GenerateCommand.class, "these are the names of --seed {}", drawnOrGiven);
    return drawnOrGiven;
  }

  private ExitCode tell(Selection.Report report, Input knownItems) {
    if (report.cut() > 0) {
      console.message(
          "%,d of %,d names were cut at %,d characters; --max-length L sets another limit",
          report.cut(), report.selected(), samplingOptions.maxLength());
    }
    if (report.ranOut()) {
      String rejected = onlyNew.get() ? "in " + knownItems.name() : "";
      rejected += unique.get() ? (onlyNew.get() ? " or " : "") + "made before" : "";
      console.message(
          "made only %,d of %,d names: the last %,d tries were all %s; ask for fewer, or try a"
              + " higher --temperature or some --smoothing",
          report.selected(), number.get(), Selection.DEFAULT_MAX_TRIES, rejected);
      return ExitCode.FAILURE;
    }
    return ExitCode.OK;
  }
}
