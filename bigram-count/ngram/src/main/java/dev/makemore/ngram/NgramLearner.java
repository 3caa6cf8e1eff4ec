package dev.makemore.ngram;

import dev.makemore.model.NgramCounts;
import dev.makemore.model.learn.Learner;
import dev.makemore.model.learn.LearnerOption;
import dev.makemore.model.learn.LearnerSettings;
import dev.makemore.model.learn.LearningListener;
import dev.makemore.model.learn.TrainingText;
import java.util.List;

/**
 * Learns an {@link NgramModel} from a text.
 *
 * <p>This is a service, which {@link dev.makemore.model.learn.Learners} finds.
 */
public final class NgramLearner implements Learner {

  private static final String ADD_K = "add-k";

  private static final LearnerOption<Integer> ORDER =
      LearnerOption.wholeNumber(
              "order", 5, "Predict each character from the N - 1 characters before it.")
          .require(
              "must be from 1 to " + NgramCounts.MAX_ORDER,
              n -> n >= 1 && n <= NgramCounts.MAX_ORDER);

  private static final LearnerOption<String> METHOD =
      LearnerOption.choice(
          "method",
          "How n-grams that never occurred get a probability.",
          Smoothing.KneserNey.NAME,
          Smoothing.WittenBell.NAME,
          ADD_K);

  private static final LearnerOption<Double> SMOOTHING =
      LearnerOption.number("smoothing", 0, "Method add-k: add K to the count of each n-gram.")
          .require("must be a finite number >= 0", k -> k >= 0 && k < Double.POSITIVE_INFINITY);

  /** For the service loader. */
  public NgramLearner() {}

  @Override
  public String name() {
    return "ngram";
  }

  @Override
  public String summary() {
    return "counts runs of several characters, and smooths the counts";
  }

  @Override
  public List<LearnerOption<?>> options() {
    return List.of(ORDER, METHOD, SMOOTHING);
  }

  @Override
  public void check(LearnerSettings settings) {
    boolean addsK = settings.get(METHOD).equals(ADD_K);
    if (settings.isChosen(SMOOTHING) && !addsK) {
      throw new IllegalArgumentException(
          "'smoothing' is the K of the method add-k, and the method is "
              + settings.get(METHOD)
              + ", which needs no number");
    } else if (addsK && !settings.isChosen(SMOOTHING)) {
      throw new IllegalArgumentException(
          "the method add-k needs 'smoothing', the K that it adds, such as 0.1, or 0 for nothing");
    }
  }

  /** {@inheritDoc} It takes one pass over the text and a moment, and can't be cut short. */
  @Override
  public NgramModel learn(TrainingText text, LearnerSettings settings, LearningListener listener) {
    check(settings);
    NgramCounts counts = text.ngrams(settings.get(ORDER));
    listener.goOn(0);
    NgramModel model = NgramModel.fit(counts, smoothing(settings));
    listener.goOn(1);
    return model;
  }

  private static Smoothing smoothing(LearnerSettings settings) {
    String method = settings.get(METHOD);
    return method.equals(ADD_K) ? Smoothing.addK(settings.get(SMOOTHING)) : Smoothing.parse(method);
  }
}
