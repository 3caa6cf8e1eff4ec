package dev.makemore.cli.option;

import dev.makemore.bigram.count.CountLearner;
import dev.makemore.bigram.count.CountModel;
import dev.makemore.bigram.net.BigramNetLearner;
import dev.makemore.cli.learning.KnownOptions;
import dev.makemore.cli.learning.LearnerOptions;
import dev.makemore.cli.syntax.Argument;
import dev.makemore.cli.syntax.Heading;
import dev.makemore.cli.syntax.Syntax;
import dev.makemore.model.learn.Learner;
import dev.makemore.model.learn.LearnerOption;
import dev.makemore.model.learn.LearnerSettings;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParameterException;

/** How much a model is smoothed. */
public final class SmoothingOption extends OptionGroup {

  /** The largest for the boundary and one character: times their number it is still finite. */
  private static final double LARGEST = Double.MAX_VALUE / 2;

  private final Argument<@Nullable Double> smoothing;
  private final double otherwise;

  /**
   * Adds the option.
   *
   * @param otherwise the smoothing of bigram models if it is not given
   * @param otherwiseHelp what the help says of that
   */
  SmoothingOption(Syntax syntax, double otherwise, String otherwiseHelp) {
    super(syntax, Heading.MODEL);
    this.otherwise = otherwise;
    this.smoothing =
        this.syntax.option(
            Double.class,
            "--smoothing=K",
            "Act as if every pair had occurred K times more or, with --method add-k, every n-gram. "
                + otherwiseHelp);
  }

  /** Checks the value, if it is given. */
  void check() {
    check(smoothing);
  }

  /** Checks the value of an option {@code --smoothing}, if it is given. */
  public static void check(Argument<@Nullable Double> smoothing) {
    Double k = smoothing.get();
    if (k != null) {
      smoothing.require(k >= 0, "must be >= 0");
      smoothing.require(k <= LARGEST, "is too large for any text");
    }
  }

  /** Refuses the option for a model that can't be smoothed. */
  void refuse(String why) {
    smoothing.refuse(why);
  }

  /** The value; null if it is not given. */
  @Nullable Double get() {
    return smoothing.get();
  }

  /**
   * Returns the result of {@code use}, which passes the smoothing to a library.
   *
   * @throws ParameterException that names the option, if the library refuses the smoothing
   */
  <T> T checked(Supplier<T> use) {
    return smoothing.checked(use);
  }

  /** {@code settings}, and the smoothing of {@code learner}. */
  LearnerSettings with(LearnerSettings settings, Learner learner) {
    LearnerOption<Double> option = KnownOptions.smoothing(learner).orElse(null);
    if (!smoothing.isGiven()) {
      return option == null || otherwise == 0 || !isBigram(learner)
          ? settings
          : settings.with(option, otherwise);
    } else if (option == null) {
      throw smoothing.wrong("--model " + learner.name() + " has no smoothing");
    }
    return LearnerOptions.with(settings, option, smoothing);
  }

  /** Whether a learner is one of the two that learn the same table of pairs. */
  static boolean isBigram(Learner learner) {
    return learner instanceof CountLearner || learner instanceof BigramNetLearner;
  }

  /** A saved model, smoothed by the value or, if it was saved without smoothing, as others are. */
  CountModel smoothed(CountModel model) {
    double saved = model.smoothing();
    double k = smoothing.orElse(saved == 0 ? otherwise : saved);
    return k == saved ? model : checked(() -> CountModel.fit(model.counts(), k));
  }
}
