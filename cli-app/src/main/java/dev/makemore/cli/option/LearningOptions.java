package dev.makemore.cli.option;

import dev.makemore.bigram.net.BigramNetLearner;
import dev.makemore.bigram.net.BigramTrainer;
import dev.makemore.cli.input.Input;
import dev.makemore.cli.input.TextSize;
import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.ExitCode;
import dev.makemore.cli.io.Failure;
import dev.makemore.cli.learning.InputText;
import dev.makemore.cli.learning.KnownOptions;
import dev.makemore.cli.learning.LearnerOptions;
import dev.makemore.cli.progress.LearningProgress;
import dev.makemore.cli.syntax.Argument;
import dev.makemore.cli.syntax.Heading;
import dev.makemore.cli.syntax.Syntax;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.learn.Learner;
import dev.makemore.model.learn.LearnerOption;
import dev.makemore.model.learn.LearnerSettings;
import dev.makemore.model.learn.LearningListener;
import dev.makemore.model.learn.TrainingText;
import dev.makemore.model.text.TextForm;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** What to learn a model from, and how. */
public class LearningOptions extends OptionGroup {

  final InputOptions inputs;

  final Argument<@Nullable ModelChoice> model;

  final SmoothingOption smoothing;

  private final Argument<Integer> threads =
      syntax
          .under(Heading.SPEED)
          .optionWithDefault(
              Integer.class,
              Runtime.getRuntime().availableProcessors(),
              "--threads=N",
              "Work on N threads, at most one for each processor. The result does not depend"
                  + " on N. Default: one thread for each processor.");

  private final VocabularyOptions vocabulary;

  private final LearnerOptions learners;

  /** Adds the options. Models have no smoothing by default. */
  public LearningOptions(Syntax syntax, List<Learner> learners) {
    this(syntax, learners, 0, ModelChoice.learnerOption(learners), "Default: 0.");
  }

  /**
   * Adds the options.
   *
   * @param learners the ways to learn
   * @param defaultSmoothing the smoothing of bigram models where {@code --smoothing} is not given
   * @param modelOption how the kind of the model is chosen
   * @param smoothingDefault what the help says of the smoothing if the option is not given
   */
  LearningOptions(
      Syntax syntax,
      List<Learner> learners,
      double defaultSmoothing,
      OptionSpec.Builder modelOption,
      String smoothingDefault) {
    super(syntax, Heading.MODEL);
    this.learners = new LearnerOptions(syntax, learners);
    this.model = this.syntax.option(ModelChoice.class, modelOption);
    this.smoothing = new SmoothingOption(syntax, defaultSmoothing, smoothingDefault);
    this.vocabulary = new VocabularyOptions(syntax);
    this.inputs =
        new InputOptions(
            syntax, "Learn from this UTF-8 file, one item a line; - is standard input.");
  }

  /**
   * Adds the options of the learners, under a heading for each. To be called when the command has
   * all options of its own, which come before those of learners with the same name.
   */
  public void addLearners() {
    PluginOption.addTo(syntax);
    learners.declare();
  }

  /** The heading of the options of the learner {@code name}. */
  Heading headingOf(String name) {
    return learners.heading(name);
  }

  /**
   * Checks the options before anything is read.
   *
   * @param otherFiles options that name other files of items
   */
  public void check(Argument<?>... otherFiles) {
    inputs.check(otherFiles);
    smoothing.check();
    threads.require(threads.get() >= 1, "must be at least 1");
    learners.refuseOthers(learns() ? Optional.of(learner()) : Optional.empty());
    if (learns()) {
      settings(); // throws if they can't be used
    } else {
      vocabulary.refuse("is for learning, and the saved model has its characters");
    }
    syntax.refuseIf(
        vocabulary.readsStdin() && readsStdin(),
        "--vocabulary - and -i - can't both read standard input; name a file");
  }

  /** Whether the command learns a model now, instead of using a saved one. */
  boolean learns() {
    return true;
  }

  /**
   * Returns the result of {@code use}, which passes the smoothing to a library.
   *
   * @throws ParameterException that names the option, if the library refuses the smoothing
   */
  public <T> T checkedSmoothing(Supplier<T> use) {
    return smoothing.checked(use);
  }

  /** Whether standard input is read. */
  public boolean readsStdin() {
    return inputs.readsStdin();
  }

  /** The form of all text that the command reads. */
  public TextForm form() {
    return inputs.form();
  }

  /** The number of threads, at least 1. The libraries use at most one for each processor. */
  public int threads() {
    return threads.get();
  }

  /** The input that the options name. */
  public Input input(Console console) {
    return inputs.input(console);
  }

  /** The items of another file, which is read in the same way as the input. */
  public Input otherInput(Path path, Console console) {
    return inputs.other(path, console);
  }

  /** The way to learn: the one that is named, or that an option chooses, or else counting. */
  public Learner learner() {
    ModelChoice choice = model.get();
    return choice == null || choice.learner() == null
        ? learners.implied().or(() -> learners.named(ModelChoice.DEFAULT)).orElseThrow()
        : choice.learner();
  }

  /** What is chosen about the way to learn. */
  public LearnerSettings settings() {
    Learner learner = learner();
    LearnerSettings settings = smoothing.with(LearnerSettings.defaults(), learner);
    LearnerOption<Integer> workers = KnownOptions.threads(learner).orElse(null);
    if (workers != null && threads.isGiven()) {
      settings = LearnerOptions.with(settings, workers, threads);
    }
    return learners.settings(learner, settings);
  }

  /** The text of {@code from}, to be learned from, over the vocabulary that is asked for. */
  public InputText text(Input from, Console console) {
    return InputText.of(from, threads()).over(vocabulary(console));
  }

  /** How the vocabulary of a text becomes that of a model. */
  public UnaryOperator<Vocabulary> vocabulary(Console console) {
    return vocabulary.larger(form(), threads(), console);
  }

  /** The text of {@code from}, which is not learned from. */
  public InputText plainText(Input from) {
    return InputText.of(from, threads());
  }

  /** Learns a model from {@code from}, and shows on {@code console} how far that is. */
  public LanguageModel learn(Input from, Console console) {
    return learn(text(from, console), LearningListener.none(), console);
  }

  /**
   * Learns a model from {@code text}, and shows on {@code console} how far that is.
   *
   * @param listener is told how far it is, too, and says whether to go on; if not, the model is the
   *     best one so far
   */
  public LanguageModel learn(InputText text, LearningListener listener, Console console) {
    if (learner() instanceof BigramNetLearner) {
      text.telling(size -> checkSize(size, text.name()));
    }
    LanguageModel learned = learn((TrainingText) text, listener, console);
    text.finish();
    return learned;
  }

  /** The same, from any text. */
  public LanguageModel learn(TrainingText text, LearningListener listener, Console console) {
    Learner learner = learner();
    LearnerSettings settings = settings();
    try (LearningProgress progress = new LearningProgress(console, listener)) {
      return SmoothingOption.isBigram(learner)
          // The smoothing may still be too large for the number of characters.
          ? checkedSmoothing(() -> learner.learn(text, settings, progress))
          : learners.learn(learner, text, settings, progress);
    }
  }

  /** Checks that a net can hold as many characters as a text called {@code name} has. */
  public static void checkSize(TextSize size, String name) {
    int characters = size.tokens() - 1;
    if (characters >= BigramTrainer.MAX_VOCABULARY) {
      throw new Failure(
          ExitCode.FAILURE,
          String.format(
              Locale.ROOT,
              "%s: has %d different characters, too many for a net, which holds at most %d;"
                  + " use --model count",
              name,
              characters,
              BigramTrainer.MAX_VOCABULARY - 1));
    }
  }

  /** Describes the model, such as {@code count, smoothing 1}. */
  public String description() {
    return learner().name() + LearnerOptions.words(learner(), settings());
  }
}
