package dev.makemore.cli.progress;

import dev.makemore.cli.io.Console;
import dev.makemore.model.learn.LearningListener;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Shows the progress of learning: the share that is done, the step and its loss if the learner
 * tells them, and how long the rest takes if it goes on like this.
 */
public final class LearningProgress implements LearningListener, AutoCloseable {

  private final Supplier<Progress> begin;
  private final LearningListener next;
  private @Nullable Progress progress; // from the first news on; before them, the text is read

  /**
   * The progress of learning that starts now.
   *
   * @param next is told all news, too, and says whether learning is to go on
   */
  public LearningProgress(Console console, LearningListener next) {
    this(() -> Progress.on(console), next);
  }

  LearningProgress(Supplier<Progress> begin, LearningListener next) {
    this.begin = begin;
    this.next = next;
  }

  @Override
  public synchronized boolean goOn(double share) {
    show(share, List::of);
    return next.goOn(share);
  }

  @Override
  public synchronized boolean goOn(double share, long steps, double loss) {
    show(
        share,
        () ->
            Double.isNaN(loss)
                ? List.of(ProgressText.step(steps))
                : List.of(ProgressText.step(steps), ProgressText.loss(loss)));
    return next.goOn(share, steps, loss);
  }

  private void show(double share, Supplier<List<String>> facts) {
    Progress shown = progress == null ? begin.get() : progress;
    progress = shown;
    shown.update(() -> text(share, facts.get(), shown.seconds()));
  }

  private static ProgressText text(double share, List<String> facts, double seconds) {
    if (!(share > 0)) { // nor if it is not a number
      return new ProgressText(OptionalDouble.empty(), facts);
    }
    double done = Math.min(1, share);
    List<String> all = new ArrayList<>(facts);
    all.add(Progress.time(seconds / done * (1 - done)) + " left");
    return new ProgressText(OptionalDouble.of(done), all);
  }

  /** Erases what is shown. */
  @Override
  public void close() {
    if (progress != null) {
      progress.close();
    }
  }
}
