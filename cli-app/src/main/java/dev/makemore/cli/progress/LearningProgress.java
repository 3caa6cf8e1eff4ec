package dev.makemore.cli.progress;

import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.ControlCharacters;
import dev.makemore.model.learn.LearningListener;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Shows the progress of learning: the share that is done, the words of the learner, and how long
 * the rest takes if it goes on like this.
 */
public final class LearningProgress implements LearningListener, AutoCloseable {

  private final Console console;
  private final BooleanSupplier goOn;
  private @Nullable Progress progress; // from the first news on; before them, the text is read

  /**
   * The progress of learning that starts now.
   *
   * @param goOn whether learning is to go on; it is asked at each of the learner's news
   */
  public LearningProgress(Console console, BooleanSupplier goOn) {
    this.console = console;
    this.goOn = goOn;
  }

  @Override
  public synchronized boolean goOn(double share, String state) {
    Progress shown = progress == null ? Progress.on(console) : progress;
    progress = shown;
    shown.update(() -> text(share, ControlCharacters.visible(state), shown.seconds()));
    return goOn.getAsBoolean();
  }

  private static ProgressText text(double share, String state, double seconds) {
    if (!(share > 0)) { // nor if it is not a number
      return ProgressText.of(state);
    }
    double done = Math.min(1, share);
    double left = seconds / done * (1 - done);
    return ProgressText.of(done, state, Progress.time(left) + " left");
  }

  /** Erases what is shown. */
  @Override
  public void close() {
    if (progress != null) {
      progress.close();
    }
  }
}
