package dev.makemore.cli.io;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Serial;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * A writer of buffered UTF-8 text that reports a failed write.
 *
 * <p>A {@link PrintWriter} swallows the {@link IOException}s of its target, so that a full disk
 * would look like success. This writer throws the unchecked {@link WriteFailedException} instead,
 * which passes through a {@link PrintWriter}, and through picocli when it prints help. After the
 * first failure everything else is dropped silently.
 *
 * <p>On a terminal each line is shown as soon as it ends.
 */
public final class StandardOutput extends Writer {

  /** Thrown when output can't be written. The cause is the reason. */
  public static final class WriteFailedException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    private final IOException reason;

    public WriteFailedException(IOException reason) {
      super(reason);
      this.reason = reason;
    }

    public IOException reason() {
      return reason;
    }
  }

  private interface Action {
    void run() throws IOException;
  }

  private final Writer text;
  private final boolean terminal;
  private boolean failed;

  private StandardOutput(OutputStream bytes, boolean terminal) {
    this.text = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
    this.terminal = terminal;
  }

  /** A writer to {@code bytes}, which is a terminal or not. */
  public static PrintWriter of(OutputStream bytes, boolean terminal) {
    return new PrintWriter(new StandardOutput(bytes, terminal));
  }

  @Override
  public void write(char[] chars, int start, int length) {
    unlessFailed(() -> text.write(chars, start, length));
    if (terminal && new String(chars, start, length).indexOf('\n') >= 0) {
      flush();
    }
  }

  @Override
  public void write(String string, int start, int length) { // a Writer would copy it first
    unlessFailed(() -> text.write(string, start, length));
    int newline = string.indexOf('\n', start);
    if (terminal && newline >= 0 && newline < start + length) {
      flush();
    }
  }

  @Override
  public void flush() {
    unlessFailed(text::flush);
  }

  @Override
  public void close() {
    unlessFailed(text::close);
  }

  private void unlessFailed(Action action) {
    if (failed) {
      return;
    }
    try {
      action.run();
    } catch (IOException e) {
      failed = true;
      throw new WriteFailedException(e);
    }
  }
}
