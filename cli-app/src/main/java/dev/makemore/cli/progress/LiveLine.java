package dev.makemore.cli.progress;

import dev.makemore.cli.picture.Ink;
import java.io.PrintWriter;

/**
 * The last line of a terminal, redrawn again and again. {@link #close} erases it, and so does a
 * signal such as Ctrl-C that ends the program before.
 */
public final class LiveLine implements AutoCloseable {

  private static final String ERASE = "\r\u001b[K";

  private final PrintWriter out;
  private final Thread hook = new Thread(this::close, "makemore live line");
  private String shown = "";
  private boolean closed;

  /** The last line of the terminal that {@code out} prints to. */
  public LiveLine(PrintWriter out) {
    this.out = out;
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException e) {
      closed = true; // the program is ending
    }
  }

  /** Replaces the line by {@code text}, which must be shorter than the terminal is wide. */
  public synchronized void redraw(String text) {
    if (!closed) {
      shown = text;
      print(text);
    }
  }

  /** Prints a line above this one, where it stays. */
  public synchronized void above(String text) {
    if (!closed) {
      print(text + "\n" + shown);
    }
  }

  /** Erases the line, if it was drawn. It may be drawn again. */
  public synchronized void erase() {
    if (!closed && !shown.isEmpty()) {
      shown = "";
      print("");
    }
  }

  /** Erases the line, if it was drawn and is not kept. */
  @Override
  public synchronized void close() {
    erase();
    keep();
  }

  /** Leaves the line as it is. It can't be drawn again. */
  public synchronized void keep() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the program is ending, and this may be the hook itself
    }
  }

  private void print(String text) {
    out.print(ERASE + text);
    out.flush();
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
