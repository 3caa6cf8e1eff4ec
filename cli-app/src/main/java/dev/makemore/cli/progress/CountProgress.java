package dev.makemore.cli.progress;

import java.util.Locale;

/** Shows the progress of a task that makes a known number of things, one after the other. */
public final class CountProgress {

  private static final int STEP = 256; // a look at the clock takes longer than a short name

  private final Progress progress;
  private final String things;
  private final long total;
  private long done;

  /**
   * The progress of making {@code total} things.
   *
   * @param things what they are called, such as {@code names}
   */
  public CountProgress(Progress progress, String things, long total) {
    this.progress = progress;
    this.things = things;
    this.total = total;
  }

  /** Counts {@code more} things that are done now. */
  public void add(long more) {
    long before = done / STEP;
    done += more;
    if (done / STEP > before) {
      progress.update(this::text);
    }
  }

  private ProgressText text() {
    double left = progress.seconds() / done * (total - done);
    return ProgressText.of(
        (double) done / total,
        String.format(Locale.ROOT, "%,d of %,d %s", done, total, things),
        Progress.time(left) + " left");
  }
}
