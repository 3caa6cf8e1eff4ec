package dev.makemore.mlp;

/** What has to be known of a training to go on with it, beside the parameters. Immutable. */
final class TrainingState {

  private final Settings settings;
  private final long predictions;
  private final long taken;
  private final double[] firstMoments;
  private final double[] secondMoments;

  /**
   * Where a training is.
   *
   * @param settings those that it has
   * @param predictions how many predictions the text has, which tells it from most others
   * @param taken how many steps have been taken
   * @param firstMoments Adam's running mean of each gradient; kept without a copy
   * @param secondMoments Adam's running mean of each squared gradient; kept without a copy
   */
  TrainingState(
      Settings settings,
      long predictions,
      long taken,
      double[] firstMoments,
      double[] secondMoments) {
    this.settings = settings;
    this.predictions = predictions;
    this.taken = taken;
    this.firstMoments = firstMoments;
    this.secondMoments = secondMoments;
  }

  /** A training of so many parameters that has not begun. */
  static TrainingState atStart(Settings settings, long predictions, int parameters) {
    double[] zeros = new double[parameters];
    return new TrainingState(settings, predictions, 0, zeros, zeros);
  }

  Settings settings() {
    return settings;
  }

  long predictions() {
    return predictions;
  }

  long taken() {
    return taken;
  }

  /** Adam's running means, which the caller must not change. */
  double[] firstMoments() {
    return firstMoments;
  }

  /** Adam's running means of squares, which the caller must not change. */
  double[] secondMoments() {
    return secondMoments;
  }

  @Override
  public String toString() {
    return taken + " of " + settings.steps() + " steps";
  }
}
