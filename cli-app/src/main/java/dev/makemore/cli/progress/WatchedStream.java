package dev.makemore.cli.progress;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Shows the progress of reading a stream: counts its bytes as they are read. Closing the stream
 * ends the progress, so that whoever has read it can print a message.
 */
public final class WatchedStream extends FilterInputStream {

  private static final String PREFIXES = "kMGTPE";

  private final Progress progress;
  private final long size;
  private long read;

  /** Watches {@code in}, which has {@code size} bytes; 0 if the size is not known. */
  public WatchedStream(InputStream in, long size, Progress progress) {
    super(in);
    this.size = size;
    this.progress = progress;
  }

  /** The size of a regular file; 0 if it is not known, as for a pipe. */
  public static long size(Path path) {
    try {
      return Files.isRegularFile(path) ? Files.size(path) : 0;
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
    progress.close();
    super.close();
  }

  private void count(int more) {
    read += Math.max(0, more); // -1 means the end
    progress.update(this::text);
  }

  private String text() {
    double rate = read / progress.seconds();
    String speed = bytes((long) rate) + "/s";
    if (size == 0) {
      return bytes(read) + ", " + speed;
    }
    double share = Math.min(1, (double) read / size);
    return Progress.bar(
        share,
        String.format(
            Locale.ROOT,
            "%2.0f%%  %s of %s, %s, %s left",
            Math.floor(100 * share),
            bytes(read),
            bytes(size),
            speed,
            Progress.time(Math.max(0, size - read) / rate)));
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
