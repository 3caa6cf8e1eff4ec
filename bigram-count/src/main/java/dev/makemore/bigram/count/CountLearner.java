package dev.makemore.bigram.count;

import dev.makemore.model.learn.Learner;
import dev.makemore.model.learn.LearnerOption;
import dev.makemore.model.learn.LearnerSettings;
import dev.makemore.model.learn.LearningListener;
import dev.makemore.model.learn.TrainingText;
import java.util.List;

/**
 * Learns a {@link CountModel}: the learner {@code count}.
 *
 * <p>This is a service that {@link dev.makemore.model.learn.Learners} finds. To count in Java, call
 * {@link CountModel#fit} instead.
 */
public final class CountLearner implements Learner {

  /** The k of add-k smoothing. */
  public static final LearnerOption<Double> SMOOTHING =
      LearnerOption.number("smoothing", 0, "Act as if every pair had occurred X times more.")
          .require("must be >= 0", k -> k >= 0);

  /** For the service loader. */
  public CountLearner() {}

  @Override
  public String name() {
    return "count";
  }

  @Override
  public String summary() {
    return "counts pairs of characters";
  }

  @Override
  public List<LearnerOption<?>> options() {
    return List.of(SMOOTHING);
  }

  /** Counts the pairs, which takes no longer than reading the text, and tells nothing meanwhile. */
  @Override
  public CountModel learn(TrainingText text, LearnerSettings settings, LearningListener listener) {
    return CountModel.fit(text.transitions(), settings.get(SMOOTHING));
  }
}
