package dev.makemore.model;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Counts of n-grams as bytes, and back, for programs that count the parts of a text in several
 * processes and merge what they counted.
 *
 * {@snippet class="dev.makemore.model.TourTest" region="bytes"}
 *
 * <p>The bytes are a row of whole numbers. First come the version of this format, n, a 1 if there
 * is an unknown token and else a 0, how many characters the vocabulary has, and the distance of
 * each character from the one before. Then come the number of distinct n-grams and, context by
 * context, the n - 1 tokens of the context, for each next token its distance from the one before
 * and its count, and a 0. Every number is written seven bits at a time, the lowest first, and each
 * byte but the last has its highest bit set. So most numbers take one byte: the counts of 30,000
 * names take less than 2 KB.
 *
 * <p>There is no checksum. To keep counts in a file, save a model of them with {@link
 * dev.makemore.model.io.ModelFile}.
 */
public final class NgramBytes {

  private static final int VERSION = 1;
  private static final int ROW_END = 0; // tokens of a row ascend, so no distance is 0

  private NgramBytes() {}

  /** Returns {@code counts} as bytes. Equal counts have equal bytes. */
  public static byte[] encode(NgramCounts counts) {
    Vocabulary vocabulary = counts.vocabulary();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(out, VERSION);
    write(out, counts.order());
    write(out, vocabulary.hasUnknown() ? 1 : 0);
    write(out, vocabulary.size() - 1);
    for (int token = 1, before = 0; token < vocabulary.size(); token++) {
      write(out, vocabulary.codePoint(token) - before);
      before = vocabulary.codePoint(token);
    }
    write(out, counts.distinct());
    RowWriter rows = new RowWriter(out);
    counts.forEach(rows::add);
    rows.end();
    return out.toByteArray();
  }

  /**
   * Returns the counts that {@link #encode} has made bytes of.
   *
   * @throws IllegalArgumentException if the bytes are no such counts, as far as they tell
   */
  public static NgramCounts decode(byte[] bytes) {
    ByteArrayInputStream in = new ByteArrayInputStream(bytes);
    long version = read(in);
    if (version != VERSION) {
      throw new IllegalArgumentException(
          "counts as bytes have the version " + VERSION + " here, not " + version);
    }
    int order = readInt(in);
    boolean hasUnknown = readFlag(in);
    Vocabulary vocabulary = vocabulary(in, readCount(in), hasUnknown);
    int distinct = readCount(in);
    OrderedNgrams ngrams = OrderedNgrams.create(order, vocabulary);
    int[] context = new int[order - 1];
    for (int read = 0; read < distinct; ) {
      Arrays.setAll(context, i -> readInt(in));
      int next = -1;
      for (int distance = readInt(in); distance != ROW_END; distance = readInt(in)) {
        next += distance;
        add(ngrams, context, next, read(in));
        read++;
      }
    }
    if (in.available() > 0) {
      throw new IllegalArgumentException(
          in.available() + " bytes are left after the last of " + distinct + " n-grams");
    }
    return ngrams.counts();
  }

  private static void add(OrderedNgrams ngrams, int[] context, int next, long count) {
    try {
      ngrams.add(context, next, count);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("the sum of the counts is more than 2^63 - 1", e);
    }
  }

  private static Vocabulary vocabulary(ByteArrayInputStream in, int size, boolean hasUnknown) {
    int[] codePoints = new int[size];
    for (int i = 0, before = 0; i < size; i++) {
      before += readInt(in);
      codePoints[i] = before;
    }
    Vocabulary vocabulary = Vocabulary.ofCodePoints(codePoints);
    return hasUnknown ? vocabulary.withUnknown() : vocabulary;
  }

  /** Writes n-grams, and ends a row where the context changes. */
  private static final class RowWriter {
    private final ByteArrayOutputStream out;
    private int[] row = {};
    private int last; // the next token before
    private boolean inRow;

    RowWriter(ByteArrayOutputStream out) {
      this.out = out;
    }

    void add(int[] context, int next, long count) {
      if (!inRow || !Arrays.equals(row, context)) {
        end();
        row = context.clone();
        for (int token : row) {
          write(out, token);
        }
        last = -1;
        inRow = true;
      }
      write(out, next - last);
      write(out, count);
      last = next;
    }

    void end() {
      if (inRow) {
        write(out, ROW_END);
      }
    }
  }

  private static void write(ByteArrayOutputStream out, long number) {
    long rest = number;
    for (; rest >= 0x80; rest >>>= 7) {
      out.write((int) ((rest & 0x7F) | 0x80));
    }
    out.write((int) rest);
  }

  private static long read(ByteArrayInputStream in) {
    long number = 0;
    for (int shift = 0; shift < Long.SIZE - 1; shift += 7) {
      int next = in.read();
      if (next < 0) {
        throw new IllegalArgumentException("the bytes end before the counts do");
      }
      number |= (next & 0x7FL) << shift;
      if (next < 0x80) {
        return number;
      }
    }
    throw new IllegalArgumentException("a number is larger than 2^63 - 1");
  }

  private static int readInt(ByteArrayInputStream in) {
    long number = read(in);
    if (number > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(number + " is too large a number for a token");
    }
    return (int) number;
  }

  private static boolean readFlag(ByteArrayInputStream in) {
    long number = read(in);
    if (number > 1) {
      throw new IllegalArgumentException(
          "whether there is an unknown token is 1 or 0, not " + number);
    }
    return number == 1;
  }

  /**
   * A number of things, each of which takes at least a byte: so no damage makes it allocate much.
   */
  private static int readCount(ByteArrayInputStream in) {
    int number = readInt(in);
    if (number > in.available()) {
      throw new IllegalArgumentException("the bytes end before the counts do");
    }
    return number;
  }
}
