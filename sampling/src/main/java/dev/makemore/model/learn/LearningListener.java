package dev.makemore.model.learn;

/**
 * Is told how far learning is, and says whether it is to go on. A learner that takes longer than a
 * moment calls one of these methods now and then, many times a second if it likes. The first call
 * comes when the text has been read: from then on the caller may expect that an answer is heeded.
 */
@FunctionalInterface
public interface LearningListener {

  /**
   * Takes news.
   *
   * @param share how much has been done, from 0 to 1
   * @return whether to go on; if not, the learner returns the best model that it has so far
   */
  boolean goOn(double share);

  /**
   * Takes news of a training in steps, at its start and after each step.
   *
   * @param share how much has been done, from 0 to 1
   * @param steps how many steps have been taken
   * @param loss the loss now, in nats; NaN if it is not known yet
   * @return whether to go on; if not, the learner returns the best model that it has so far
   */
  default boolean goOn(double share, long steps, double loss) {
    return goOn(share);
  }

  /** A listener that ignores what it is told, and never ends anything. */
  static LearningListener none() {
    return share -> true;
  }
}
