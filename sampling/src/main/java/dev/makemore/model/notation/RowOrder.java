package dev.makemore.model.notation;

import dev.makemore.model.index.Tuples;
import java.util.Arrays;

/**
 * The order of the rows of a model file: by the length of their contexts, then by their contexts,
 * and then by their next tokens. Numbers of tokens say which comes first, and {@link #ANY} comes
 * before all tokens.
 */
public final class RowOrder {

  /** The next token of a row that holds for any. */
  public static final int ANY = -1;

  /** What is wrong if {@link #follows} is false, where a context is a token at most. */
  public static final String OF_PAIRS =
      "rows are ordered by context and then by next, and each pair comes once; this one is"
          + " out of order";

  /** What is wrong if {@link #follows} is false, where contexts may be longer. */
  public static final String OF_NGRAMS =
      "rows are ordered by the length of the context, then by context and then by next, and each"
          + " n-gram comes once; this one is out of order";

  private int[] context = {}; // of the last row
  private int next = ANY - 1; // of the last row; before all others

  /** Whether a row may come next. If so, it is the one that the next row has to follow. */
  public boolean follows(int[] context, int next) {
    boolean same = Arrays.equals(context, this.context);
    boolean follows = same ? next > this.next : isAfter(context, this.context);
    if (follows) {
      this.context = same ? this.context : context.clone();
      this.next = next;
    }
    return follows;
  }

  private static boolean isAfter(int[] context, int... last) {
    return context.length == last.length
        ? Tuples.compare(context, last) > 0
        : context.length > last.length;
  }
}
