package dev.makemore.cli.progress;

import dev.makemore.cli.picture.Ink;
import java.io.PrintWriter;

/** The last line of a terminal, redrawn again and again. */
public final class LiveLine {

  private static final String ERASE = "\r\u001b[K";

  private final PrintWriter out;

  /** The last line of the terminal that {@code out} prints to. */
  public LiveLine(PrintWriter out) {
    this.out = out;
  }

  /** Replaces the line by {@code text}, which must be shorter than the terminal is wide. */
  public void redraw(String text) {
    out.print(ERASE + text);
    out.flush();
  }

  /** Makes the line empty. */
  public void erase() {
    redraw("");
  }

  /**
   * The text of a progress bar.
   *
   * @param width the number of characters between its brackets
   * @param share how much is done, from 0 to 1
   * @param note what to write after the bar
   */
  public static String bar(int width, double share, String note, Ink ink) {
    int done = (int) (Math.max(0, Math.min(1, share)) * width);
    return "[" + ink.bar(done) + " ".repeat(width - done) + "]  " + note;
  }
}
