package dev.makemore.cli.progress;

import java.io.PrintWriter;

/** The last line of a terminal, drawn over and over. */
public final class LiveLine {

  private static final String ERASE = "\r\u001b[K";

  private final PrintWriter out;

  /** A line of the terminal that {@code out} goes to. */
  public LiveLine(PrintWriter out) {
    this.out = out;
  }

  /** Shows {@code text}, which is shorter than the terminal is wide, instead of what was there. */
  public void redraw(String text) {
    out.print(ERASE + text);
    out.flush();
  }

  /** Leaves nothing of it. */
  public void erase() {
    redraw("");
  }
}
