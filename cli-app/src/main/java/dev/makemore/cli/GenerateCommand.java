package dev.makemore.cli;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.cli.StandardOutput.WriteFailedException;
import dev.makemore.model.Corpus;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.TextForm;
import dev.makemore.sampling.Sample;
import dev.makemore.sampling.Sampler;
import dev.makemore.sampling.Selection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code makemore generate}: learn, then make more of the same. */
@Command(
    name = "generate",
    description = {"Makes new names, one a line.", ""},
    footer = {
      "",
      "Examples:",
      "  makemore generate -n 20 --unique --new",
      "  makemore generate --prefix em --temperature 0.7 --seed 42",
      "  makemore generate -i words.txt -n 1000 > more.txt",
      "  makemore generate -m words.model --new --known words.txt"
    })
final class GenerateCommand extends Helpful implements Callable<Integer> {

  /** Seeds that are drawn stay below this, so that they are easy to copy. */
  private static final long DRAWN_SEEDS = 1L << 32;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-n", "--number"},
      paramLabel = "N",
      description = "How many names. Default: ${DEFAULT-VALUE}.")
  private Long number = 10L;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description =
          "A whole number that decides the names: the same seed makes the same ones, on every"
              + " machine. Without it one is drawn; -v shows it.")
  private @Nullable Long seed;

  @Option(
      names = "--unique",
      description = "Make no name twice. Remembers all that it made, some 100 bytes each.")
  private Boolean unique = false;

  @Option(
      names = "--new",
      description = "Make no name that is in the input, or with -m in the file of --known.")
  private Boolean onlyNew = false;

  @Option(
      names = "--known",
      paramLabel = "FILE",
      description =
          "With --new, make no name that is in this file, one a line, instead of the input.")
  private @Nullable Path known;

  @Mixin private ModelOptions modelOptions = new ModelOptions();
  @Mixin private SamplingOptions samplingOptions = new SamplingOptions();

  private final Console console;

  GenerateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    check();
    TextForm form = modelOptions.form();
    Input knownItems =
        known == null ? modelOptions.input(console) : modelOptions.readAs(Input.of(known, console));
    Selection selection = unique ? Selection.all().unique() : Selection.all();
    LanguageModel model;
    if (onlyNew && known == null) { // one pass has to serve both
      Corpus corpus = knownItems.corpus();
      selection = selection.excluding(corpus.list());
      model = modelOptions.learn(BigramCounts.of(corpus), knownItems);
    } else {
      model = modelOptions.model(console);
      selection = onlyNew ? selection.excluding(knownItems.corpus().list()) : selection;
    }
    Sampler sampler = samplingOptions.sampler(model, form);
    // Names that are looked at, by a filter or for controls, have to be strings; and a few are made
    // before the quick way is ready.
    boolean strings = unique || onlyNew || console.terminal().stdout() || number <= Sampler.BLOCK;
    Selection.Report report = strings ? select(selection, sampler) : write(sampler);
    return tell(report, knownItems).number();
  }

  private void check() {
    if (number < 0) {
      throw new ParameterException(spec.commandLine(), "--number: must be >= 0, was " + number);
    }
    modelOptions.check();
    if (modelOptions.isSaved() && modelOptions.inputPath().isPresent()) {
      throw new ParameterException(
          spec.commandLine(), "--input: with -m there is nothing to learn; see --known");
    }
    if (modelOptions.isSaved() && onlyNew && known == null) {
      throw new ParameterException(
          spec.commandLine(),
          "--new: a model does not hold its items; name them with --known FILE");
    }
    if (known != null && !onlyNew) {
      throw new ParameterException(spec.commandLine(), "--known: is for --new, which is not given");
    }
    if (known != null && Input.isStdin(known) && modelOptions.readsStdin()) {
      throw new ParameterException(
          spec.commandLine(), "--known - and -m - or -i - can't both read standard input");
    }
    samplingOptions.check(modelOptions.form());
  }

  private Selection.Report select(Selection selection, Sampler sampler) {
    // Several threads where they pay; the names are the same with any number of them.
    Stream<Sample> samples =
        sampler.samples(decidingSeed(), number <= Sampler.BLOCK ? 1 : modelOptions.threads());
    Selection.Report report =
        selection.take(number, samples, sample -> console.item(sample.text()));
    console.out().flush();
    return report;
  }

  private Selection.Report write(Sampler sampler) {
    console.out().flush();
    try {
      long cut = sampler.write(decidingSeed(), number, modelOptions.threads(), console.bytes());
      return new Selection.Report(number, number, cut, false);
    } catch (IOException e) {
      throw new WriteFailedException(e);
    }
  }

  private long decidingSeed() {
    long drawnOrGiven = seed == null ? new SplittableRandom().nextLong(DRAWN_SEEDS) : seed;
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
      String rejected = onlyNew ? "in " + knownItems.name() : "";
      rejected += unique ? (onlyNew ? " or " : "") + "made before" : "";
      console.message(
          "made only %,d of %,d names: the last %,d tries were all %s; ask for fewer, or try a"
              + " higher --temperature or some --smoothing",
          report.selected(), number, Selection.DEFAULT_MAX_TRIES, rejected);
      return ExitCode.FAILURE;
    }
    return ExitCode.OK;
  }
}
