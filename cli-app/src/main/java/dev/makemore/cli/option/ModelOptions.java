package dev.makemore.cli.option;

import dev.makemore.cli.input.Input;
import dev.makemore.cli.io.Console;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which model to use: a saved one, or else one that is learned. */
public final class ModelOptions extends LearningOptions {

  private final Argument<@Nullable Path> saved =
      syntax.option(
          Path.class,
          "-m, --load=MODEL",
          "Use this saved model instead of learning one; - is standard input. With"
              + " evaluate and score, -i then names the text to be scored.");

  /** Adds the options. A model that is learned has no smoothing by default. */
  public ModelOptions(Syntax syntax) {
    this(syntax, 0);
  }

  /**
   * Adds the options.
   *
   * @param defaultSmoothing the smoothing of a model that is learned without {@code --smoothing}
   */
  public ModelOptions(Syntax syntax, double defaultSmoothing) {
    super(syntax, defaultSmoothing);
  }

  @Override
  public void check() {
    if (isSaved()) {
      kind.refuse("the saved model that -m names has already been trained");
      smoothing.refuse("the saved model that -m names has already been trained");
    }
    boolean inputIsStdin = inputPath().filter(Input::isStdin).isPresent();
    syntax.refuseIf(
        Input.isStdin(saved.get()) && inputIsStdin,
        "-m - and -i - can't both read standard input; name a file");
    super.check();
  }

  /**
   * Refuses {@code --input} for a saved model, in a command that has no other use for the input.
   */
  public void refuseInput(String why) {
    if (isSaved()) {
      input.refuse(why);
    }
  }

  /** Whether the model is a saved one. */
  public boolean isSaved() {
    return saved.isGiven();
  }

  /** Whether {@code --input} names a text to be scored, since the model is a saved one. */
  public boolean isInputScored() {
    return isSaved() && inputPath().isPresent();
  }

  /** Whether the model or the input comes from standard input. */
  public boolean readsStdin() {
    return Input.isStdin(saved.get()) || inputPath().filter(Input::isStdin).isPresent();
  }

  /** The saved model, or else the model that is learned from the input. */
  public LanguageModel model(Console console) {
    if (isSaved()) {
      return load(console);
    }
    Input input = input(console);
    return learn(input.counts(threads()), input);
  }

  /** Loads the saved model. To be called only if {@link #isSaved()}. */
  public LanguageModel load(Console console) {
    return Input.ofModel(Objects.requireNonNull(saved.get()), console).model();
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

  private static boolean knows(Vocabulary vocabulary, String text) {
    return text.codePoints().allMatch(c -> vocabulary.token(c) != Vocabulary.UNKNOWN);
  }

  /** The name of the saved model, or else such as {@code count, smoothing 1}. */
  @Override
  public String description() {
    return isSaved() ? String.valueOf(saved.get()) : super.description();
  }
}
