package dev.makemore.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

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
record Console(
    InputStream in, OutputStream bytes, PrintWriter out, PrintWriter err, Terminal terminal) {

  private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

  /** The console of this process: its file descriptors, so that nothing comes in between. */
  static Console ofProcess() {
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
  void line(String text) {
    out.print(text);
    out.print('\n');
  }

  /** {@code text} as it may be printed: on a terminal its controls are shown, and not sent. */
  String shown(String text) {
    return terminal.stdout() ? withoutControls(text) : text;
  }

  /** Tells the user something that is not output, in a line that says who speaks. */
  void message(String format, Object... arguments) {
    String text = arguments.length == 0 ? format : String.format(Locale.ROOT, format, arguments);
    err.print("makemore: " + withoutControls(text) + "\n");
    err.flush();
  }

  /** What a file or an argument holds must not command the terminal. */
  private static String withoutControls(String text) {
    return CONTROL
        .matcher(text)
        .replaceAll(found -> String.format(Locale.ROOT, "<U+%04X>", (int) found.group().charAt(0)));
  }
}
