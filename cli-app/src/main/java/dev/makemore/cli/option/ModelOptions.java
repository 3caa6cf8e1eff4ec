package dev.makemore.cli.option;

import dev.makemore.bigram.count.CountModel;
import dev.makemore.cli.infinity.Diagnosis;
import dev.makemore.cli.input.Input;
import dev.makemore.cli.input.ModelInput;
import dev.makemore.cli.io.Console;
import dev.makemore.cli.syntax.Argument;
import dev.makemore.cli.syntax.Syntax;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.io.Decimal;
import dev.makemore.model.learn.Learner;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which model to use: a saved one, or else one that is learned. */
public final class ModelOptions extends LearningOptions {

  private static final String SCORED = " With it, -i names the text to be scored.";
  private static final String TRAINED = "the saved model that -m names has already been trained";

  private final Argument<@Nullable Path> load;

  /** Adds the options. A model has no smoothing by default. */
  public ModelOptions(Syntax syntax, List<Learner> learners) {
    this(syntax, learners, 0, "");
  }

  private ModelOptions(
      Syntax syntax, List<Learner> learners, double defaultSmoothing, String useOfInput) {
    super(
        syntax,
        learners,
        defaultSmoothing,
        ModelChoice.learnerOrFileOption(learners),
        "A saved model must be a count model. Default: the smoothing of the saved model, or else "
            + Decimal.shortest(defaultSmoothing)
            + ".");
    this.load =
        this.syntax.option(
            Path.class,
            "-m, --load=MODEL",
            "Use this saved model instead of learning one; - is standard input." + useOfInput);
  }

  /** Adds the options of a command that scores the input if the model is a saved one. */
  public static ModelOptions scoring(Syntax syntax, List<Learner> learners) {
    return new ModelOptions(syntax, learners, 0, SCORED);
  }

  /**
   * The same, but a count model is smoothed by 1 unless told otherwise, whether it is learned or
   * was saved without smoothing.
   */
  public static ModelOptions scoringSmoothedByOne(Syntax syntax, List<Learner> learners) {
    return new ModelOptions(syntax, learners, 1, SCORED);
  }

  @Override
  public void check(Argument<?>... otherFiles) {
    ModelChoice choice = model.get();
    if (load.isGiven() && choice != null) {
      model.refuse(
          choice.saved() == null ? TRAINED : "names a saved model, and so does -m; give only one");
    }
    syntax.refuseIf(
        Input.isStdin(saved()) && inputs.readsStdin(),
        "-m - and -i - can't both read standard input; name a file");
    super.check(otherFiles);
  }

  /** Refuses the files to learn from for a saved model, in a command that has no other use. */
  public void refuseInput(String why) {
    if (isSaved()) {
      inputs.refuse(why);
    }
  }

  /** Refuses tables where the input is not learned from, but its lines are scored. */
  public void refuseScoredTable() {
    if (isInputScored()) {
      inputs.refuseWeights("is for tables to learn from, and with -m the lines of -i are scored");
    }
  }

  private @Nullable Path saved() {
    ModelChoice choice = model.get();
    return load.isGiven() || choice == null ? load.get() : choice.saved();
  }

  /** Whether the model is a saved one. */
  public boolean isSaved() {
    return saved() != null;
  }

  /** Whether {@code --input} names a text to be scored, since the model is a saved one. */
  public boolean isInputScored() {
    return isSaved() && inputs.isGiven();
  }

  /** Whether the model or the input comes from standard input. */
  @Override
  public boolean readsStdin() {
    return Input.isStdin(saved()) || super.readsStdin();
  }

  @Override
  boolean learns() {
    return !isSaved();
  }

  /** The saved model, or else the model that is learned from the input. */
  public LanguageModel model(Console console) {
    if (isSaved()) {
      return load(console);
    }
    return learn(input(console), console);
  }

  /** Loads the saved model, and smooths it. To be called only if {@link #isSaved()}. */
  public LanguageModel load(Console console) {
    LanguageModel loaded = ModelInput.of(Objects.requireNonNull(saved()), console).model();
    if (loaded instanceof CountModel count) {
      return smoothing.smoothed(count);
    }
    smoothing.refuse(
        saved()
            + " is not a count model, and only counts can be smoothed; train one with 'makemore"
            + " train --smoothing'");
    return loaded;
  }

  /**
   * Whether the model does not know every character of {@code text}, but would with {@code
   * --lowercase}. That option changes a model that is learned, too.
   */
  public boolean lowercaseHelps(Vocabulary vocabulary, String text) {
    String read = form().apply(text);
    String lower = form().lowercase().apply(text);
    String upper = read.toUpperCase(Locale.ROOT);
    boolean learnsLower = !isSaved() && form().lowercase().apply(upper).equals(lower);
    return !knows(vocabulary, read)
        && (knows(vocabulary, lower) || (learnsLower && knows(vocabulary, upper)));
  }

  /** Says why a cost is infinite under {@code model}, which these options chose. */
  public Diagnosis diagnosis(LanguageModel model) {
    return new Diagnosis(model, form(), text -> lowercaseHelps(model.vocabulary(), text), true);
  }

  private static boolean knows(Vocabulary vocabulary, String text) {
    return text.codePoints().allMatch(c -> vocabulary.token(c) != Vocabulary.UNKNOWN);
  }

  /** Such as {@code count, smoothing 1}, or with the name of a saved model for the kind. */
  @Override
  public String description() {
    if (!isSaved()) {
      return super.description();
    }
    Double k = smoothing.get();
    return k == null ? String.valueOf(saved()) : saved() + ", smoothing " + Decimal.shortest(k);
  }
}
