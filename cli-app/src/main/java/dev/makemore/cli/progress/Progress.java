package dev.makemore.cli.progress;

import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.Logging;
import dev.makemore.cli.io.Terminal;
import dev.makemore.cli.picture.Ink;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * How far a long task is: a line at the foot of the terminal that is gone when the task is done.
 *
 * <p>There is none where stderr is no terminal, and none with {@code -v}, whose lines would get
 * into it. It is drawn ten times a second at most; to be told more often costs a look at the clock.
 */
public final class Progress implements AutoCloseable {

  private static final long INTERVAL = 100_000_000; // nanoseconds
  private static final ProgressBar BAR = new ProgressBar(20); // leaves some 50 columns

  private final boolean live;
  private final LiveLine line;
  private final LongSupplier clock;
  private final Thread hook = new Thread(this::close, "makemore progress");
  private final long start;
  private long drawn;
  private boolean closed;

  private Progress(Console console, boolean live, LongSupplier clock) {
    this.live = live;
    this.line = new LiveLine(console.err());
    this.clock = clock;
    this.start = clock.getAsLong();
    this.drawn = start;
  }

  /** The progress of a task that starts now. */
  public static Progress on(Console console) {
    return on(console, System.getenv(), System::nanoTime);
  }

  /** The same, where {@code clock} tells the nanoseconds. */
  public static Progress on(Console console, Map<String, String> environment, LongSupplier clock) {
    boolean live =
        console.terminal().stderr() && !Terminal.isDumb(environment) && !Logging.isVerbose();
    Progress progress = new Progress(console, live, clock);
    if (live) {
      progress.eraseAtTheEnd();
    }
    return progress;
  }

  /** Ctrl-C must leave an empty line, too. */
  private void eraseAtTheEnd() {
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException e) {
      closed = true; // the program is ending
    }
  }

  /** How long the task has taken. */
  double seconds() {
    return (clock.getAsLong() - start) / 1e9;
  }

  /** Draws {@code text}, of 79 columns at most, if there is a line and it is time. */
  synchronized void update(Supplier<String> text) {
    if (!live || closed) {
      return;
    }
    long now = clock.getAsLong();
    if (now - drawn >= INTERVAL) {
      drawn = now;
      line.redraw(text.get());
    }
  }

  /** A bar, of which a share from 0 to 1 is full, and a note. */
  static String bar(double share, String note) {
    return BAR.line(share, note, Ink.plain());
  }

  /** Leaves nothing of the line. */
  @Override
  public synchronized void close() {
    if (!live || closed) {
      return;
    }
    closed = true;
    if (drawn > start) {
      line.erase();
    }
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the program is ending, and this may be the hook
    }
  }
}
