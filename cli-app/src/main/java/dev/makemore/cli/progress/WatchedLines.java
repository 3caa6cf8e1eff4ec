package dev.makemore.cli.progress;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Shows the progress of writing lines: counts them as they are written. */
public final class WatchedLines extends FilterOutputStream {

  private final CountProgress progress;

  /** Passes everything on to {@code out}. */
  public WatchedLines(OutputStream out, CountProgress progress) {
    super(out);
    this.progress = progress;
  }

  @Override
  public void write(int b) throws IOException {
    out.write(b);
    progress.add(b == '\n' ? 1 : 0);
  }

  @Override
  public void write(byte[] bytes, int start, int length) throws IOException {
    out.write(bytes, start, length); // FilterOutputStream would write byte by byte
    int lines = 0;
    for (int i = start; i < start + length; i++) {
      lines += bytes[i] == '\n' ? 1 : 0;
    }
    progress.add(lines);
  }
}
