package dev.makemore.model.learn;

/** Is told how far learning is, and says whether it is to go on. */
@FunctionalInterface
public interface LearningListener {

  /**
   * Takes news. A learner that takes longer than a moment calls this now and then, many times a
   * second if it likes.
   *
   * @param share how much has been done, from 0 to 1
   * @param state how things are, in a few words, such as {@code loss 2.4542}
   * @return whether to go on; if not, the learner returns the best model that it has so far
   */
  boolean goOn(double share, String state);

  /** A listener that ignores what it is told, and never ends anything. */
  static LearningListener none() {
    return (share, state) -> true;
  }
}
