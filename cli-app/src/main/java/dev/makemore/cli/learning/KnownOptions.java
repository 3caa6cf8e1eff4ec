package dev.makemore.cli.learning;

import dev.makemore.model.learn.Learner;
import dev.makemore.model.learn.LearnerOption;
import java.nio.file.Path;
import java.util.Optional;

/** The options of a learner that commands know by their names. */
public final class KnownOptions {

  /** The number of threads, which the command has an option for. */
  static final String THREADS = "threads";

  /** The smoothing, which the command has an option for. */
  static final String SMOOTHING = "smoothing";

  private KnownOptions() {}

  /** The option {@code smoothing} of a learner, if it has one with a number. */
  public static Optional<LearnerOption<Double>> smoothing(Learner learner) {
    return named(SMOOTHING, learner, Double.class);
  }

  /** The option {@code threads} of a learner, if it has one with a whole number. */
  public static Optional<LearnerOption<Integer>> threads(Learner learner) {
    return named(THREADS, learner, Integer.class);
  }

  /** Whether a learner can go on with a training: it has an option {@code resume} with a file. */
  public static boolean canResume(Learner learner) {
    return named("resume", learner, Path.class).isPresent();
  }

  private static <T> Optional<LearnerOption<T>> named(String name, Learner learner, Class<T> type) {
    LearnerOption<?> option = named(name, learner).orElse(null);
    if (option == null || option.type() != type) {
      return Optional.empty();
    }
    @SuppressWarnings("unchecked") // its type has been compared
    LearnerOption<T> typed = (LearnerOption<T>) option;
    return Optional.of(typed);
  }

  /** The option of this name, if a learner has it. */
  static Optional<LearnerOption<?>> named(String name, Learner learner) {
    for (LearnerOption<?> option : learner.options()) {
      if (option.name().equals(name)) {
        return Optional.of(option);
      }
    }
    return Optional.empty();
  }
}
