package dev.makemore.cli.progress;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/**
 * Shows the progress of reading a stream, or several one after another: counts the bytes as they
 * are read. Closing a stream erases the line, so that whoever has read it can print a message.
 */
public final class WatchedStream extends FilterInputStream {

  private static final String PREFIXES = "kMGTPE";

  private final Progress progress;
  private final long size; // of all streams together
  private final AtomicLong read; // from all streams together

  private WatchedStream(InputStream in, long size, AtomicLong read, Progress progress) {
    super(in);
    this.size = size;
    this.read = read;
    this.progress = progress;
  }

  /**
   * What watches streams that have {@code size} bytes together; 0 if the size is not known. One of
   * them is read at a time.
   */
  public static UnaryOperator<InputStream> of(long size, Progress progress) {
    AtomicLong read = new AtomicLong();
    return in -> new WatchedStream(in, size, read, progress);
  }

  /** The size of all these files together; 0 if it is not known, as for a pipe. */
  public static long size(List<Path> paths) {
    try {
      long sum = 0;
      for (Path path : paths) {
        if (!Files.isRegularFile(path)) {
          return 0;
        }
        sum += Files.size(path);
      }
      return sum;
    } catch (IOException e) {
      return 0; // opening the file will report the reason
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

  @Override
  public void close() throws IOException {
    progress.pause();
    super.close();
  }

  private void count(int more) {
    read.addAndGet(Math.max(0, more)); // -1 means the end
    progress.update(this::text);
  }

  private ProgressText text() {
    long read = this.read.get();
    double rate = read / progress.seconds();
    String speed = bytes((long) rate) + "/s";
    if (size == 0) {
      return ProgressText.of(bytes(read), speed);
    }
    double share = Math.min(1, (double) read / size);
    return ProgressText.of(
        share,
        String.format(Locale.ROOT, "%.0f%%", Math.floor(100 * share)),
        Progress.time(Math.max(0, size - read) / rate) + " left",
        bytes(read) + " of " + bytes(size),
        speed);
  }

  /** A number of bytes in about three digits, by powers of 1,000: {@code 512 B}, {@code 1.4 MB}. */
  static String bytes(long bytes) {
    if (bytes < 1_000) {
      return String.format(Locale.ROOT, "%d B", bytes);
    }
    double amount = bytes / 1e3;
    int prefix = 0;
    while (amount >= 999.5 && prefix < PREFIXES.length() - 1) {
      amount /= 1_000;
      prefix++;
    }
    String format = amount < 9.95 ? "%.1f %sB" : "%.0f %sB";
    return String.format(Locale.ROOT, format, amount, PREFIXES.charAt(prefix));
  }
}
