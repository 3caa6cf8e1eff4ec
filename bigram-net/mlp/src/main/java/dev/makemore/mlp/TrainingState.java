package dev.makemore.mlp;

/** What has to be known of a training to go on with it, beside the parameters. Immutable. */
final class TrainingState {

  private final Settings settings;
  private final TextIdentity text;
  private final long taken;
  private final double[] firstMoments;
  private final double[] secondMoments;

  /**
   * Where a training is.
   *
   * @param settings those that it has
   * @param text which text it is on
   * @param taken how many steps have been taken
   * @param firstMoments Adam's running mean of each gradient; kept without a copy
   * @param secondMoments Adam's running mean of each squared gradient; kept without a copy
   */
  TrainingState(
      Settings settings,
      TextIdentity text,
      long taken,
      double[] firstMoments,
      double[] secondMoments) {
    this.settings = settings;
    this.text = text;
    this.taken = taken;
    this.firstMoments = firstMoments;
    this.secondMoments = secondMoments;
  }

  /** A training of so many parameters that has not begun. */
  static TrainingState atStart(Settings settings, TextIdentity text, int parameters) {
    double[] zeros = new double[parameters];
    return new TrainingState(settings, text, 0, zeros, zeros);
  }

  Settings settings() {
    return settings;
  }

  TextIdentity text() {
    return text;
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
