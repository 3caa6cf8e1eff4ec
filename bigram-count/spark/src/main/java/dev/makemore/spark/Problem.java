package dev.makemore.spark;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why a text can't be counted. A task returns it as its result: if it threw an exception, Spark
 * would run the task three times more, and fill the log with its stack trace.
 *
 * @param file the file, or an empty string if it is not about one
 * @param offset of the byte in the file
 * @param message says what is wrong, where, and what to do
 */
record Problem(String file, long offset, String message) {

  /** Files by their names; what is about no file comes last. */
  private static final Comparator<Problem> PLACE =
      Comparator.comparing((Problem problem) -> problem.file().isEmpty())
          .thenComparing(Problem::file)
          .thenComparingLong(Problem::offset);

  private static final int GZIP_OFFSET = 1; // of the first byte of a gzip file that is not UTF-8

  static Problem malformed(String file, long offset) {
    return new Problem(
        file,
        offset,
        file
            + ": the bytes at offset "
            + offset
            + " are not valid UTF-8; save the file as UTF-8"
            + (offset == GZIP_OFFSET ? ", or if gzip made it, let its name end with .gz" : ""));
  }

  static Problem damaged(String file, IOException e) {
    return new Problem(
        file,
        0,
        file
            + ": the compressed file is damaged or lacks its end; copy it again ("
            + e.getMessage()
            + ")");
  }

  static Problem tooMany(long distinct, int limit, int characters) {
    return new Problem(
        "",
        0,
        String.format(
            Locale.ROOT,
            "there are more than %,d distinct n-grams (%,d so far, of %,d characters), which is the"
                + " limit for the memory of a task; choose a smaller order, or give executors and"
                + " driver more memory, some 100 bytes for each n-gram, and raise the limit",
            limit,
            distinct,
            characters));
  }

  /** The one of two problems that comes first, whichever task ended first. */
  static @Nullable Problem first(@Nullable Problem one, @Nullable Problem other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return PLACE.compare(one, other) <= 0 ? one : other;
  }

  void write(DataOutput out) throws IOException {
    out.writeUTF(file);
    out.writeLong(offset);
    out.writeUTF(message);
  }

  static Problem read(DataInput in) throws IOException {
    return new Problem(in.readUTF(), in.readLong(), in.readUTF());
  }
}
