package dev.makemore.cli.learning;

import dev.makemore.cli.io.Shutdown;
import dev.makemore.model.learn.LearningListener;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what a learner tells last, and lets a signal such as Ctrl-C end its work in good order:
 * from its first news until {@link #close} the program goes on, and the learner is asked to end.
 */
public final class LearningWatch implements LearningListener, AutoCloseable {

  private final boolean defersSignals;
  private @Nullable Shutdown shutdown; // from the first news on
  private double share;
  private OptionalLong steps = OptionalLong.empty();
  private double loss = Double.NaN;

  /**
   * A watch over a learner that begins now.
   *
   * @param defersSignals whether a signal is to end the work in good order, or at once
   */
  public LearningWatch(boolean defersSignals) {
    this.defersSignals = defersSignals;
  }

  @Override
  public synchronized boolean goOn(double now) {
    share = now;
    shutdown = shutdown == null ? Shutdown.deferredIf(defersSignals) : shutdown;
    return !shutdown.isRequested();
  }

  @Override
  public synchronized boolean goOn(double now, long taken, double nats) {
    steps = OptionalLong.of(taken);
    loss = nats;
    return goOn(now);
  }

  /** Whether a signal came. */
  public synchronized boolean isInterrupted() {
    return shutdown != null && shutdown.isRequested();
  }

  /** Whether a signal came before all was learned, as far as the learner has told. */
  public synchronized boolean isCutShort() {
    return isInterrupted() && !(share >= 1); // it may be NaN
  }

  /** How many steps have been taken; empty for a learner that does not take steps. */
  public synchronized OptionalLong steps() {
    return steps;
  }

  /** The last loss in nats that the learner told; NaN if there is none. */
  public synchronized double loss() {
    return loss;
  }

  /** Lets a signal end the program. */
  @Override
  public synchronized void close() {
    if (shutdown != null) {
      shutdown.close();
    }
  }
}
