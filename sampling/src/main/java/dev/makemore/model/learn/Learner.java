package dev.makemore.model.learn;

import dev.makemore.model.LanguageModel;
import java.util.List;

/**
 * A way to learn a model from a text: a service that a module provides.
 *
 * <p>A whole learner, which predicts each character by its share in the text, whatever came before:
 *
 * {@snippet class="dev.makemore.model.learn.LearnersTest" region="learner"}
 *
 * <p>An implementation is a public class with a public constructor without parameters. It is named
 * in {@code module-info.java} ({@code provides Learner with ...}), and for programs on the class
 * path also in {@code META-INF/services/dev.makemore.model.learn.Learner}. {@link Learners} finds
 * it. To save what it learned, its model needs a {@link dev.makemore.model.io.ModelKind}.
 *
 * <p>A message that names an option has its name in single quotation marks, such as {@code
 * 'order'}. A command shows what its users type, {@code --order}.
 */
public interface Learner {

  /** The name by which it is asked for, such as {@code count}: letters a to z, digits, hyphens. */
  String name();

  /** What it does, in one sentence for a list of learners, such as {@code counts pairs}. */
  String summary();

  /** What can be chosen about it. */
  default List<LearnerOption<?>> options() {
    return List.of();
  }

  /**
   * Checks settings that {@linkplain LearnerOption#require the options themselves} can't, before a
   * text is read.
   *
   * @throws IllegalArgumentException if they can't be used together; the message says why
   */
  default void check(LearnerSettings settings) {}

  /**
   * Learns a model.
   *
   * @param text what to learn from; it can be read once
   * @param settings the values of the {@link #options}
   * @param listener is told how far it is, and may end what takes long. A learner that has a model
   *     by then returns it
   * @throws UnusableFileException if a file that the settings name can't be used
   * @throws IllegalArgumentException if the text or the settings can't be used; the message says
   *     why
   */
  LanguageModel learn(TrainingText text, LearnerSettings settings, LearningListener listener);
}
