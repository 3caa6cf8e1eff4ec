package dev.makemore.cli.progress;

import dev.makemore.cli.picture.Ink;

/** How far something is, in one line that is drawn over and over. */
public final class ProgressBar {

  private final int width;

  /** A bar of {@code width} characters between brackets. */
  public ProgressBar(int width) {
    this.width = width;
  }

  /**
   * The line at some point.
   *
   * @param share what is done, from 0 to 1
   * @param note what else to say
   */
  public String line(double share, String note, Ink ink) {
    int done = (int) (Math.max(0, Math.min(1, share)) * width);
    return "[" + ink.bar(done) + " ".repeat(width - done) + "]  " + note;
  }
}
