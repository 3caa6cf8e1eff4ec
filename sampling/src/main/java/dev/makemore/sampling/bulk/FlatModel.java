package dev.makemore.sampling.bulk;

import dev.makemore.model.Distribution;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.draw.AliasTable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A model that looks at one token at most, laid out in two arrays: one to draw tokens from, one to
 * write them from. It draws what {@link Distribution#sample} draws from the same random bits.
 *
 * <p><b>States.</b> The {@linkplain AliasTable alias tables} of all rows stand in one array, row
 * after row. A state stands for a token, and is a number that says all about the token's row that
 * the next draw needs: from the highest bit on, 16 bits for the number of its columns, 32 for where
 * it is, and 16 for the token. A column does not hold the tokens that it draws but their states.
 *
 * <p><b>No branch.</b> A column draws its own token below its threshold and its alias from there
 * on, and no processor can predict which. So the column holds the state of the alias, and the
 * exclusive or of both states. A mask of 64 equal bits, the sign of the random fraction less the
 * threshold, decides. With 9 as the alias and 5 as its own, the column holds 9 and 12:
 *
 * <pre>
 *   below the threshold   9 ^ (12 &amp; ...1111) = 5
 *   from it on            9 ^ (12 &amp; ...0000) = 9
 * </pre>
 *
 * <p>Fractions and thresholds are unsigned. Thresholds are even, so halves compare in the same way,
 * and the difference of two halves has the right sign.
 *
 * <p><b>Each row is there twice.</b> The column is the high word of bits * n, but Java 17 can only
 * multiply signed numbers: it reads bits from 2^63 on as bits - 2^64, which gives a column n too
 * low. So a copy of the row stands before it, and the state says where the second copy begins. With
 * 4 bits and n = 3:
 *
 * <pre>
 *   bits                       0 to 5   6, 7   8 to 10   11 to 15
 *   read as signed             0 to 5   6, 7  -8 to -6   -5 to -1
 *   times 3/16, rounded down      0       1      -2         -1
 *   column                        0       1       1          2
 *
 *   stored    0 1 2 | 0 1 2    with the state at the second 0
 * </pre>
 *
 * <p><b>Any token.</b> Where a row gives the same rest to all tokens that it does not list, it
 * draws the state {@link #any}. That writes nothing, and its row has one column for each token: the
 * second draw of {@link Distribution#sample} is a draw like any other here.
 */
public final class FlatModel {

  /** More would not stay in a processor's nearer caches: the columns then have 1.5 MB. */
  private static final int MAX_COLUMNS = (1 << 16) - 1;

  /** Longer prefixes are rare, and would need larger buffers. */
  private static final int LONGEST_PREFIX = 1_000; // bytes

  /** A column: half of its threshold, its alias, and the exclusive or of that and its own. */
  private static final int WIDTH = 3;

  private final long[] columns;
  private final long[] words; // by token
  private final long start;
  private final int any;
  private final boolean singleBytes;
  private final byte[] prefix;
  private final int prefixLength;

  private FlatModel(Row[] rows, long[] words, String prefix) {
    this.columns = new long[WIDTH * Arrays.stream(rows).distinct().mapToInt(Row::width).sum()];
    this.words = words;
    this.any = rows.length - 1;
    this.prefix = prefix.getBytes(StandardCharsets.UTF_8);
    this.prefixLength = prefix.codePointCount(0, prefix.length());
    this.singleBytes =
        prefix.isEmpty()
            && Arrays.stream(words).limit(any).allMatch(word -> bytes(word) == 1)
            && Arrays.stream(rows).limit(any).noneMatch(row -> row.drawsAny(any));
    long[] states = new long[rows.length];
    Arrays.setAll(states, token -> rows[token].stateOf(token));
    this.start = states[Vocabulary.BOUNDARY];
    Arrays.stream(rows).distinct().forEach(row -> place(row, states));
  }

  /**
   * The items of {@code model} that begin with {@code prefix}; or nothing if the model looks at
   * more than one token, or its rows have more than 65,535 columns in all, or the prefix has more
   * than {@value #LONGEST_PREFIX} bytes.
   */
  public static Optional<FlatModel> of(LanguageModel model, String prefix) {
    Vocabulary vocabulary = model.vocabulary();
    int any = vocabulary.size();
    if (model.contextLength() > 1
        || any > MAX_COLUMNS
        || prefix.getBytes(StandardCharsets.UTF_8).length > LONGEST_PREFIX) {
      return Optional.empty();
    }
    int first = vocabulary.lastToken(vocabulary.encode(prefix));
    Row[] rows = new Row[any + 1];
    rows[any] = Row.any(any);
    int end = rows[any].width();
    for (int token = 0; token < any; token++) {
      Distribution next = model.next(token == Vocabulary.BOUNDARY ? first : token);
      if (model.contextLength() == 0 && token > 0) {
        rows[token] = rows[0];
      } else if (next.listed().findAny().isEmpty()) {
        rows[token] = rows[any];
      } else {
        rows[token] = Row.of(next, end);
        end += rows[token].width();
      }
      if (end > 2 * MAX_COLUMNS) {
        return Optional.empty();
      }
    }
    return Optional.of(new FlatModel(rows, words(vocabulary), prefix));
  }

  private void place(Row row, long... states) {
    int n = row.table.size();
    for (int i = -n; i < n; i++) {
      int column = i < 0 ? i + n : i;
      long own = states[row.things[column]];
      long alias = states[row.things[row.table.alias(column)]];
      int at = WIDTH * (row.start + i);
      columns[at] = row.table.threshold(column) >>> 1;
      columns[at + 1] = alias;
      columns[at + 2] = alias ^ own;
    }
  }

  /** The state before an item: its token is the boundary. */
  long start() {
    return start;
  }

  /** The state that 64 random bits choose after {@code state}. */
  long next(long state, long bits) {
    long n = state >>> 48;
    int column = (int) (state >>> 16) + WIDTH * (int) Math.multiplyHigh(bits, n);
    long own = (((bits * n) >>> 1) - columns[column]) >> 63; // all ones, or all zeros
    return columns[column + 1] ^ (columns[column + 2] & own);
  }

  /** The token of {@code state}, or {@link #any}. */
  static char token(long state) {
    return (char) state;
  }

  /** What stands in the place of a token if any of them is drawn next. It adds no text. */
  int any() {
    return any;
  }

  private static long[] words(Vocabulary vocabulary) {
    long[] words = new long[vocabulary.size() + 1]; // of which the last, that of any, is 0
    words[Vocabulary.BOUNDARY] = word("\n") | Long.MIN_VALUE;
    for (int token = 1; token < vocabulary.size(); token++) {
      words[token] = word(Character.toString(vocabulary.codePoint(token)));
    }
    return words;
  }

  private static long word(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    long word = (long) bytes.length << Integer.SIZE;
    for (int i = 0; i < bytes.length; i++) {
      word |= (bytes[i] & 0xFFL) << (Byte.SIZE * i);
    }
    return word;
  }

  /**
   * The text of {@code token} in one word: in the lower half the UTF-8 of the character, the first
   * byte lowest, and above it the {@linkplain #bytes number of bytes}. The boundary is a line feed,
   * and only its word is negative. So {@code a} is 0x1_00000061 and {@code é}, C3 A9 in UTF-8, is
   * 0x2_0000A9C3.
   */
  long word(int token) {
    return words[token];
  }

  /** How many bytes the text of {@code word} has: at most 4. */
  static int bytes(long word) {
    return (int) (word >>> Integer.SIZE) & 7;
  }

  /** Whether every draw adds just one byte: ASCII, no prefix, and {@link #any} is never drawn. */
  boolean writesSingleBytes() {
    return singleBytes;
  }

  /** The UTF-8 that each item begins with. */
  byte[] prefix() {
    return prefix;
  }

  /** How many characters the prefix has. */
  int prefixLength() {
    return prefixLength;
  }

  /** A row and where it stands. */
  private static final class Row {

    final AliasTable table;
    final int[] things; // the token of each thing in the table
    final int start; // of its second copy, in columns

    private Row(AliasTable table, int[] things, int end) {
      this.table = table;
      this.things = things;
      this.start = end + table.size();
    }

    /** The row of {@code next}, to be stored after {@code end} columns. */
    static Row of(Distribution next, int end) {
      double[] probabilities = next.listed().mapToDouble(next::probability).toArray();
      AliasTable table = AliasTable.ofMixture(probabilities, next.rest(), next.size());
      IntStream any = IntStream.of(next.size());
      return new Row(table, IntStream.concat(next.listed(), any).toArray(), end);
    }

    /** The row that draws any of {@code size} tokens, to be stored first. */
    static Row any(int size) {
      return new Row(AliasTable.uniform(size), IntStream.range(0, size).toArray(), 0);
    }

    boolean drawsAny(int any) {
      return things[table.size() - 1] == any;
    }

    /** How many columns its two copies take. */
    int width() {
      return 2 * table.size();
    }

    long stateOf(int token) {
      return ((long) table.size() << 48) | (((long) WIDTH * start) << 16) | token;
    }
  }
}
