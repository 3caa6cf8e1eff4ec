package dev.makemore.ngram.level;

import dev.makemore.model.NgramCounts;
import dev.makemore.model.Vocabulary;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Counts of n-grams, with their contexts in the order of their endings: compared by the last token,
 * then by the one before it, and so on.
 *
 * <p>In that order all contexts with the same ending stand next to each other, for an ending of any
 * length. So the contexts of one length are runs of those that are one token longer, and all
 * lengths can be worked out in passes over flat arrays, without looking anything up. For example,
 * the 3-grams of {@code aab} and {@code ba}, and the runs that their contexts make:
 *
 * <pre>
 *   context   next       ending of 2   of 1   of 0
 *   . .       a 1, b 1   -             .      all
 *   . a       a 1        . a           a      |
 *   a a       b 1        a a           |      |
 *   b a       . 1        b a           |      |
 *   . b       a 1        . b           b      |
 *   a b       . 1        a b           |      |
 * </pre>
 *
 * <p>A run of boundaries at the start of a context counts as one, since nothing comes before the
 * start of an item. So {@code . .} is the context {@code .}, and not one of two tokens.
 */
final class Endings {

  private final int width; // tokens of a context
  private final int tokens; // V
  private final int[] contexts; // of row r from r * width on
  private final int[] starts; // of the n-grams of row r
  private final int[] nexts;
  private final long[] counts;
  private final int[] rows; // in the order of their endings
  private final byte[] shared; // how many tokens the endings of row i and of row i - 1 share

  private Endings(NgramCounts counts) {
    this.width = counts.contextLength();
    this.tokens = counts.vocabulary().size();
    this.contexts = new int[Math.multiplyExact(counts.distinctContexts(), width)];
    this.starts = new int[counts.distinctContexts() + 1];
    this.nexts = new int[counts.distinct()];
    this.counts = new long[counts.distinct()];
    copy(counts);
    int[] sorted = IntStream.range(0, counts.distinctContexts()).toArray();
    // Stable sorts by one token after the other, the last token last; by the first they are sorted.
    for (int position = 1; position < width; position++) {
      sorted = sortedBy(position, sorted);
    }
    this.rows = sorted;
    this.shared = new byte[rows.length];
    for (int i = 1; i < rows.length; i++) {
      int length = 0;
      while (token(i, length) == token(i - 1, length)) { // rows are different
        length++;
      }
      shared[i] = (byte) length;
    }
  }

  static Endings of(NgramCounts counts) {
    return new Endings(counts);
  }

  private void copy(NgramCounts from) {
    int[] filled = {0, 0}; // rows, n-grams
    from.forEach(
        (context, next, count) -> {
          int last = (filled[0] - 1) * width;
          if (filled[0] == 0 || !Arrays.equals(contexts, last, last + width, context, 0, width)) {
            System.arraycopy(context, 0, contexts, last + width, width);
            filled[0]++;
          }
          nexts[filled[1]] = next;
          counts[filled[1]] = count;
          starts[filled[0]] = ++filled[1];
        });
  }

  private int[] sortedBy(int position, int... ids) {
    int[] places = new int[tokens + 1];
    for (int id : ids) {
      places[contexts[id * width + position] + 1]++;
    }
    for (int token = 0; token < tokens; token++) {
      places[token + 1] += places[token];
    }
    int[] sorted = new int[ids.length];
    for (int id : ids) {
      sorted[places[contexts[id * width + position]]++] = id;
    }
    return sorted;
  }

  /** The token of row {@code i} that has {@code newer} tokens after it. */
  private int token(int i, int newer) {
    return contexts[rows[i] * width + width - 1 - newer];
  }

  /** The length of the longest contexts. */
  int longest() {
    return width;
  }

  /** V, the number of tokens. */
  int vocabularySize() {
    return tokens;
  }

  /** The first row of each context of {@code length} tokens, by ascending number. */
  int[] contexts(int length) {
    return IntStream.range(0, rows.length)
        .filter(i -> i == 0 || shared[i] < length)
        .filter(i -> !(isStart(i, length) && isStart(i, length - 1))) // two boundaries are one
        .toArray();
  }

  /** Whether the context that is the ending of row {@code i} starts an item. Then it is one row. */
  boolean isStart(int i, int length) {
    return length > 0 && token(i, length - 1) == Vocabulary.BOUNDARY;
  }

  /** The last {@code length} tokens of row {@code i}, oldest first. */
  int[] ending(int i, int length) {
    int end = (rows[i] + 1) * width;
    return Arrays.copyOfRange(contexts, end - length, end);
  }

  /** The place of the first n-gram of row {@code i}. */
  int from(int i) {
    return starts[rows[i]];
  }

  /** The place after the last n-gram of row {@code i}. */
  int to(int i) {
    return starts[rows[i] + 1];
  }

  int next(int place) {
    return nexts[place];
  }

  long count(int place) {
    return counts[place];
  }
}
