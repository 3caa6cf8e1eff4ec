package dev.makemore.cli.progress;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Bytes that are counted as they are read, to show how far the reading is. */
public final class WatchedStream extends FilterInputStream {

  private final Progress progress;
  private final long size;
  private long read;

  /** Watches {@code in}, which has {@code size} bytes, or 0 if that is not known. */
  public WatchedStream(InputStream in, long size, Progress progress) {
    super(in);
    this.size = size;
    this.progress = progress;
  }

  /** The size of a regular file; 0 if it can't be told, as of a pipe. */
  public static long size(Path path) {
    try {
      return Files.isRegularFile(path) ? Files.size(path) : 0;
    } catch (IOException e) {
      return 0; // whoever opens it will hear why
    }
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    count(b < 0 ? b : 1);
    return b;
  }

  @Override
  public int read(byte[] bytes, int start, int length) throws IOException {
    int count = super.read(bytes, start, length);
    count(count);
    return count;
  }

  private void count(int more) {
    read += Math.max(0, more); // -1 is the end
    progress.update(this::text);
  }

  private String text() {
    double rate = read / progress.seconds();
    String speed = Amounts.bytes((long) rate) + "/s";
    if (size == 0) {
      return Amounts.bytes(read) + ", " + speed;
    }
    double share = Math.min(1, (double) read / size);
    return Progress.bar(
        share,
        String.format(
            Locale.ROOT,
            "%2.0f%%  %s of %s, %s, %s left",
            Math.floor(100 * share),
            Amounts.bytes(read),
            Amounts.bytes(size),
            speed,
            Amounts.time(Math.max(0, size - read) / rate)));
  }
}
