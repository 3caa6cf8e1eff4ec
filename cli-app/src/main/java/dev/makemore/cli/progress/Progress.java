package dev.makemore.cli.progress;

import dev.makemore.cli.io.Console;
import dev.makemore.cli.io.Logging;
import dev.makemore.cli.io.Terminal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The progress of a long task: a line at the bottom of the terminal that disappears when the task
 * is done.
 *
 * <p>Nothing is drawn if stderr is not a terminal, nor with {@code -q}, nor with {@code -v}, whose
 * log lines would mix with this line. The line is drawn ten times a second at most. A call in
 * between costs a look at the clock.
 */
public final class Progress implements AutoCloseable {

  private static final long INTERVAL = 100_000_000; // nanoseconds

  private final Optional<LiveLine> line;
  private final Map<String, String> environment;
  private final LongSupplier clock;
  private final long start;
  private long drawn;
  private int columns; // of the terminal; 0 if not known yet

  private Progress(Optional<LiveLine> line, Map<String, String> environment, LongSupplier clock) {
    this.line = line;
    this.environment = environment;
    this.clock = clock;
    this.start = clock.getAsLong();
    this.drawn = start;
  }

  /** The progress of a task that starts now. */
  public static Progress on(Console console) {
    return on(console, System.getenv(), System::nanoTime);
  }

  /** The progress of a task that starts now, where {@code clock} gives the time in nanoseconds. */
  public static Progress on(Console console, Map<String, String> environment, LongSupplier clock) {
    boolean live =
        console.terminal().stderr()
            && !Terminal.isDumb(environment)
            && !Logging.isVerbose()
            && !Logging.isQuiet();
    return new Progress(
        live ? Optional.of(new LiveLine(console.err())) : Optional.empty(), environment, clock);
  }

  /**
   * The progress of a task that prints its results while it works. If these go to the terminal,
   * they are the progress, and a line would be in their way.
   */
  public static Progress besideOutput(Console console) {
    return console.terminal().stdout()
        ? new Progress(Optional.empty(), Map.of(), System::nanoTime)
        : on(console);
  }

  /** Whether a line is drawn at all. */
  public boolean isShown() {
    return line.isPresent();
  }

  /** How long the task has taken so far. */
  double seconds() {
    return (clock.getAsLong() - start) / 1e9;
  }

  /** Draws what {@code state} says, if there is a line and it is time to draw it. */
  void update(Supplier<ProgressText> state) {
    line.ifPresent(live -> update(live, state));
  }

  private void update(LiveLine live, Supplier<ProgressText> state) {
    long now = clock.getAsLong();
    if (now - drawn >= INTERVAL) {
      drawn = now;
      columns = columns == 0 ? Terminal.columns(environment) : columns;
      live.redraw(state.get().fitting(columns - 1)); // a full line may wrap
    }
  }

  /** A time as a clock shows it: {@code 0:07}, {@code 1:02:03}. */
  static String time(double seconds) {
    long whole = (long) Math.ceil(seconds);
    long hours = whole / 3_600;
    return hours == 0
        ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
        : String.format(Locale.ROOT, "%d:%02d:%02d", hours, whole / 60 % 60, whole % 60);
  }

  /** Erases the line until there is something to draw again. */
  void pause() {
    line.ifPresent(LiveLine::erase);
  }

  /** Erases the line. */
  @Override
  public void close() {
    line.ifPresent(LiveLine::close);
  }
}
