package dev.makemore.cli.io;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * What a command talks to. All text is UTF-8, whatever the locale says.
 *
 * @param in standard input
 * @param bytes standard output for files; what {@code out} holds is flushed before
 * @param out what was asked for; failing to write to it ends the command, see {@link
 *     StandardOutput}
 * @param err what else there is to say; failing to write to it is not worth a message
 * @param terminal which of the three are terminals
 */
public record Console(
    InputStream in, OutputStream bytes, PrintWriter out, PrintWriter err, Terminal terminal) {

  /** The console of this process: its file descriptors, so that nothing comes in between. */
  public static Console ofProcess() {
    Terminal terminal = Terminal.ofProcess();
    FileOutputStream out = new FileOutputStream(FileDescriptor.out);
    FileOutputStream err = new FileOutputStream(FileDescriptor.err);
    return new Console(
        new FileInputStream(FileDescriptor.in),
        out,
        StandardOutput.of(out, terminal.stdout()),
        new PrintWriter(new OutputStreamWriter(err, StandardCharsets.UTF_8), true),
        terminal);
  }

  /** Prints a line of output. Lines end the same way on every system. */
  public void line(String text) {
    out.print(text);
    out.print('\n');
  }

  /** Prints an item, or any other line that comes from data: see {@link #shown}. */
  public void item(String text) {
    line(shown(text));
  }

  /**
   * What comes from data, as it goes to standard output: to a terminal with its {@linkplain
   * Controls controls} made visible, to a file or a pipe as it is.
   *
   * <p>A table for people is not to be broken by a tab in its data, wherever it goes: there, use
   * {@link Controls#visible} itself.
   */
  String shown(String text) {
    return terminal.stdout() ? Controls.visible(text) : text;
  }

  /**
   * Tells the user something that is not output, in a line that says who speaks. What a file or an
   * argument holds does not command the terminal, nor break the line.
   */
  public void message(String format, Object... arguments) {
    String text = arguments.length == 0 ? format : String.format(Locale.ROOT, format, arguments);
    err.print("makemore: " + Controls.visible(text) + "\n");
    err.flush();
  }
}
