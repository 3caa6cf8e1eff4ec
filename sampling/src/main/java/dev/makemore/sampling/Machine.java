package dev.makemore.sampling;

import dev.makemore.model.Distribution;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.draw.AliasTable;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A model that looks at one token at most, laid out for drawing: a step takes 64 random bits from
 * one state to the next, and the states are the tokens. They are those that {@link
 * Distribution#sample} draws from the same bits.
 *
 * <p>A step is some twenty instructions, of which each waits for the one before. How it does with
 * so few:
 *
 * <p><b>One table.</b> The columns of all alias tables stand in the same array, row after row. A
 * state is a number that holds all that the next step asks for: where the row of its token is, how
 * many columns that has, and which token it is. What a column draws is stored as a state.
 *
 * <p><b>No branch.</b> Half of all draws take the alias, and no processor foresees which. So a
 * column holds its alias, and the exclusive or of that and its own. The fraction of the draw less
 * the threshold is negative if the own is drawn; its sign, shifted over a whole word, lets the
 * exclusive or turn the alias into the own, or masks it away. (Thresholds are even, so halves of
 * both compare in the same way, and the difference of halves does not overflow.)
 *
 * <p><b>The rest is a state, too.</b> Where a row draws the tokens that it does not list, it goes
 * to the state {@link #any}. That writes nothing, and its row has one column for each token: the
 * second draw of {@link Distribution#sample} is a step like any other.
 *
 * <p><b>A row begins in its middle.</b> The column is the high word of bits * n, but Java 17
 * multiplies signed numbers only: from 2^63 on it takes the bits for bits - 2^64, and gives a
 * column n too low. Rather than add n to it, half of the time, the upper half of the row is stored
 * before the lower one, and the state points between the two. With 4 bits and n = 3:
 *
 * <pre>
 *   bits       0 to 5   6, 7   8 to 10   11 to 15
 *   signed     0 to 5   6, 7  -8 to -6   -5 to -1
 *   times 3/16    0       1      -2         -1
 *   column        0       1       1          2
 *
 *   stored     column 1, column 2, | column 0, column 1
 * </pre>
 *
 * <p>so that of an odd number the middle one is there twice.
 */
final class Machine {

  /** Rows of more columns would not stay in a processor's nearest caches: a column has 24 bytes. */
  static final int MAX_COLUMNS = 1 << 16;

  /** A column: half of its threshold, its alias, and the exclusive or of that and its own. */
  private static final int WIDTH = 3;

  // A state, from the highest bit on: 24 bits for where in the columns the middle of its row is, 20
  // each for its token and its number of columns.
  private static final int MIDDLE = 40;
  private static final int TOKEN = 20;
  private static final long FIELD = (1 << 20) - 1;

  private final long[] columns; // a single array, so that the loop's variables fit in registers
  private final long start;
  private final int any;
  private final boolean drawsAny;

  private Machine(Row[] rows, int columns) {
    this.columns = new long[WIDTH * columns];
    this.any = rows.length - 1;
    long[] states = new long[rows.length];
    Arrays.setAll(states, token -> rows[token].stateOf(token));
    this.start = states[Vocabulary.BOUNDARY];
    this.drawsAny = Arrays.stream(rows).limit(any).anyMatch(row -> row.drawsAny(any));
    for (Row row : new HashSet<>(Arrays.asList(rows))) {
      place(row, states);
    }
  }

  /**
   * The machine of {@code model}, or nothing if that looks at more than one token or has rows of
   * more than {@value #MAX_COLUMNS} columns in all.
   *
   * @param first the token that the first one of an item follows: the boundary, or the last one of
   *     a prefix
   */
  static Optional<Machine> of(LanguageModel model, int first) {
    int any = model.vocabulary().size();
    if (model.contextLength() > 1 || any >= MAX_COLUMNS) {
      return Optional.empty();
    }
    Row[] rows = new Row[any + 1];
    rows[any] = Row.any(any);
    int columns = rows[any].width();
    for (int token = 0; token < any; token++) {
      if (model.contextLength() == 0 && token > 0) {
        rows[token] = rows[0];
        continue;
      }
      Distribution next = model.next(token == Vocabulary.BOUNDARY ? first : token);
      if (next.listed().findAny().isEmpty()) {
        rows[token] = rows[any];
        continue;
      }
      rows[token] = Row.of(next, columns);
      columns += rows[token].width();
      if (columns > MAX_COLUMNS) {
        return Optional.empty();
      }
    }
    return Optional.of(new Machine(rows, columns));
  }

  private void place(Row row, long... states) {
    int n = row.table.size();
    for (int i = -row.half; i < row.half; i++) {
      int column = i < 0 ? i + n : i;
      long own = states[row.things[column]];
      long alias = states[row.things[row.table.alias(column)]];
      int at = WIDTH * (row.middle + i);
      columns[at] = row.table.threshold(column) >>> 1;
      columns[at + 1] = alias;
      columns[at + 2] = alias ^ own;
    }
  }

  /** The state before an item: its token is the boundary. */
  long start() {
    return start;
  }

  /** The token of {@code state}, or {@link #any}. */
  static char token(long state) {
    return (char) (state >>> TOKEN); // all are below MAX_COLUMNS, so these 16 bits hold them
  }

  /** What stands for any token at all, and is not one: no part of the text. */
  int any() {
    return any;
  }

  /** Whether there is a row with a rest, so that {@link #any} may be drawn. */
  boolean drawsAny() {
    return drawsAny;
  }

  /** The state that 64 random bits choose after {@code state}. */
  long step(long state, long bits) {
    long n = state & FIELD;
    int column = (int) (state >>> MIDDLE) + WIDTH * (int) Math.multiplyHigh(bits, n);
    long own = (((bits * n) >>> 1) - columns[column]) >> 63; // all ones, or all zeros
    return columns[column + 1] ^ (columns[column + 2] & own);
  }

  /** A row, and where it stands. */
  private static final class Row {

    final AliasTable table;
    final int[] things; // the token of each thing in the table
    final int half; // of its columns, rounded up
    final int middle;

    private Row(AliasTable table, int[] things, int from) {
      this.table = table;
      this.things = things;
      this.half = (table.size() + 1) / 2;
      this.middle = from + half;
    }

    /** The row of {@code next}, to stand from {@code from} on. */
    static Row of(Distribution next, int from) {
      double[] probabilities = next.listed().mapToDouble(next::probability).toArray();
      AliasTable table = AliasTable.ofMixture(probabilities, next.rest(), next.size());
      IntStream any = IntStream.of(next.size());
      return new Row(table, IntStream.concat(next.listed(), any).toArray(), from);
    }

    /** The row that draws any of {@code size} tokens, to stand before all others. */
    static Row any(int size) {
      AliasTable table = AliasTable.uniform(size);
      return new Row(table, IntStream.range(0, size).toArray(), 0);
    }

    boolean drawsAny(int any) {
      return things[table.size() - 1] == any;
    }

    /** How many places it takes. */
    int width() {
      return 2 * half;
    }

    long stateOf(int token) {
      return ((long) WIDTH * middle) << MIDDLE | (long) token << TOKEN | table.size();
    }
  }
}
