package dev.makemore.spark;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Comparator;
import java.util.Locale;

/**
 * Why a text can't be counted. A task returns it as its result: if it threw an exception, Spark
 * would run the task three times more, and fill the log with its stack trace.
 *
 * @param file the file, or an empty string if it is not about one
 * @param offset of the byte in the file
 * @param message says what is wrong, where, and what to do
 */
record Problem(String file, long offset, String message) {

  private static final Comparator<Problem> PLACE =
      Comparator.comparing(Problem::file).thenComparingLong(Problem::offset);

  static Problem malformed(String file, long offset) {
    return new Problem(
        file,
        offset,
        file + ": the bytes at offset " + offset + " are not valid UTF-8; save the file as UTF-8");
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
  Problem first(Problem other) {
    return PLACE.compare(this, other) <= 0 ? this : other;
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
