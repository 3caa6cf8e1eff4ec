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
 * The standard input and output of a command. All text is UTF-8, whatever the locale says.
 *
 * @param in standard input
 * @param bytes standard output as bytes, for files; flush {@code out} before writing to it
 * @param out standard output as text, for the result that the user asked for; the command ends when
 *     it can't be written, see {@link StandardOutput}
 * @param err standard error, for messages; a message that can't be written is dropped
 * @param terminal which of these are terminals
 */
public record Console(
    InputStream in, OutputStream bytes, PrintWriter out, PrintWriter err, Terminal terminal) {

  /**
   * The console of this process. It uses the file descriptors themselves, so that a failed write is
   * an exception with the system's message.
   */
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

  /** The same console, but with a file as its standard output. */
  public Console to(OutputStream file) {
    Terminal noOutput = new Terminal(terminal.stdin(), false, terminal.stderr());
    return new Console(in, file, StandardOutput.of(file, false), err, noOutput);
  }

  /** Prints a line to standard output. Lines end with a line feed on every system. */
  public void line(String text) {
    out.print(text);
    out.print('\n');
  }

  /**
   * Prints an item, or any other line that comes from data: to a terminal with its {@linkplain
   * ControlCharacters control characters} made visible, to a file or a pipe as it is.
   *
   * <p>A table for people must not be broken by a tab in its data, wherever the table goes. Code
   * that prints one calls {@link ControlCharacters#visible} itself.
   */
  public void item(String text) {
    line(terminal.stdout() ? ControlCharacters.visible(text) : text);
  }

  /** Prints a {@linkplain #message message} that is no error, unless {@code -q} is given. */
  public void note(String format, Object... arguments) {
    if (!Logging.isQuiet()) {
      message(format, arguments);
    }
  }

  /**
   * Prints a message to standard error, after the name of the program. Text in it that comes from a
   * file or an argument can neither control the terminal nor break the line.
   */
  public void message(String format, Object... arguments) {
    String text = arguments.length == 0 ? format : String.format(Locale.ROOT, format, arguments);
    err.print("makemore: " + ControlCharacters.visible(text) + "\n");
    err.flush();
  }
}
