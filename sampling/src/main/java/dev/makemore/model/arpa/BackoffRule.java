package dev.makemore.model.arpa;

import dev.makemore.model.Distribution;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/**
 * The rule by which a model backs off, applied to the numbers of a {@link BackoffTable}: after a
 * known context c,
 *
 * <p>P(j | c) = p(c, j) / s(c) where j is listed, and otherwise b(c) P(j | c') / s(c),
 *
 * <p>where c' is the longest known context that c ends with, and s(c) is the sum of the row, which
 * is 1 apart from rounding. The row of the empty context are the unigrams.
 */
final class BackoffRule {

  /** From this share on, 1 minus what is taken has all digits that matter. */
  private static final double LARGE_SHARE = 0.5;

  /** How many tokens all rows that are kept may list: some 100 MB. */
  private static final long MAX_LISTED = 4_000_000;

  private final BackoffTable table;
  private final Unigrams unigrams;
  private final double total; // of the unigrams: 1, apart from rounding
  private final AtomicReferenceArray<Distribution> kept; // by context, as far as there is room
  private final AtomicLong listed = new AtomicLong(); // by all rows that are kept

  BackoffRule(BackoffTable table, Unigrams unigrams) {
    this.table = table;
    this.unigrams = unigrams;
    this.total = unigrams.sumWithout();
    this.kept = new AtomicReferenceArray<>(table.size());
  }

  /**
   * P(next | c), with a binary search in each row down to the one that lists the token. Backoffs
   * and sums are multiplied in the same order as in {@link #next}, so that both give the same bits.
   */
  double probability(int context, int next) {
    double backoff = 1;
    double sum = 1;
    for (int c = context; c != BackoffTable.ROOT; c = table.suffix(c)) {
      sum *= table.sum(c);
      int place = table.place(c, next);
      if (place >= 0) {
        return backoff * table.probability(place) / sum;
      }
      backoff *= table.backoff(c);
    }
    return backoff * unigrams.probability(next) / (sum * total);
  }

  /**
   * P(j | c) for all tokens j. Rows are kept until they list {@value #MAX_LISTED} tokens; contexts
   * that were never seen share the row of what is known of them.
   */
  Distribution next(int context) {
    Distribution row = kept.get(context);
    if (row == null) {
      row = computed(context);
      if (listed.addAndGet(row.listed().count()) <= MAX_LISTED) {
        kept.set(context, row);
      }
    }
    return row;
  }

  /**
   * P(j | c) for all tokens j. If few tokens have a probability of their own, those are looked up
   * one by one, and the result is sparse; otherwise this takes O(V + tokens listed).
   */
  private Distribution computed(int context) {
    int own = 0;
    double backoff = 1;
    double sum = 1;
    int c = context;
    for (; c != BackoffTable.ROOT && backoff > 0; c = table.suffix(c)) {
      own += table.end(c) - table.start(c);
      backoff *= table.backoff(c);
      sum *= table.sum(c);
    }
    int[] uncommon = backoff == 0 ? new int[0] : unigrams.uncommon();
    if (2L * (own + uncommon.length) >= unigrams.size()) {
      return Distribution.of(row(context));
    }
    double rest = backoff * unigrams.commonest() / (sum * total);
    int[] listed = IntStream.concat(listed(context), IntStream.of(uncommon)).toArray();
    int[] different = IntStream.of(listed).sorted().distinct().toArray();
    double[] probabilities =
        IntStream.of(different).mapToDouble(token -> probability(context, token)).toArray();
    return Distribution.sparse(unigrams.size(), different, probabilities, rest);
  }

  /** The tokens that are listed after a context, or after one to which it backs off. */
  private IntStream listed(int context) {
    IntStream.Builder tokens = IntStream.builder();
    double backoff = 1;
    for (int c = context; c != BackoffTable.ROOT && backoff > 0; c = table.suffix(c)) {
      for (int place = table.start(c); place < table.end(c); place++) {
        tokens.add(table.token(place));
      }
      backoff *= table.backoff(c);
    }
    return tokens.build();
  }

  /** P(j | c), by token. */
  private double[] row(int context) {
    double[] row = new double[unigrams.size()];
    Arrays.fill(row, -1); // not known yet
    double backoff = 1;
    double sum = 1;
    for (int c = context; c != BackoffTable.ROOT; c = table.suffix(c)) {
      sum *= table.sum(c);
      for (int place = table.start(c); place < table.end(c); place++) {
        if (row[table.token(place)] < 0) {
          row[table.token(place)] = backoff * table.probability(place) / sum;
        }
      }
      backoff *= table.backoff(c);
    }
    for (int token = 0; token < row.length; token++) {
      if (row[token] < 0) {
        row[token] = backoff * unigrams.probability(token) / (sum * total);
      }
    }
    return row;
  }

  /**
   * The sum of P(j | c) over all tokens j except {@code taken}, which are ascending.
   *
   * <p>Where much is left, it is 1 minus what is taken. Where little is left, rounding errors would
   * show in that difference, and a large backoff would magnify them. So it is then added up: what c
   * lists, and what is left one level below.
   */
  double sumWithout(int c, int... taken) {
    if (c == BackoffTable.ROOT) {
      return unigrams.sumWithout(taken) / total;
    }
    double[] shares = new double[taken.length];
    for (int i = 0; i < taken.length; i++) {
      shares[i] = -probability(c, taken[i]);
    }
    double left = Unigrams.ExactSum.ZERO.plus(1).plus(shares).value();
    if (left >= LARGE_SHARE) {
      return left;
    }
    int[] covered = new int[taken.length + table.end(c) - table.start(c)]; // taken or listed
    int size = 0;
    int t = 0;
    double listed = 0;
    for (int place = table.start(c); place < table.end(c); place++) {
      int token = table.token(place);
      while (t < taken.length && taken[t] < token) {
        covered[size++] = taken[t++];
      }
      if (t < taken.length && taken[t] == token) {
        t++;
      } else {
        listed += table.probability(place);
      }
      covered[size++] = token;
    }
    while (t < taken.length) {
      covered[size++] = taken[t++];
    }
    double below =
        table.backoff(c) == 0 ? 0 : sumWithout(table.suffix(c), Arrays.copyOf(covered, size));
    return (listed + table.backoff(c) * below) / table.sum(c);
  }

  /** How many tokens are impossible after each context, by its number. */
  int[] impossible() {
    int[] zeros = new int[table.size()];
    for (int token = 0; token < unigrams.size(); token++) {
      zeros[BackoffTable.ROOT] += unigrams.probability(token) == 0 ? 1 : 0;
    }
    for (int c = BackoffTable.ROOT + 1; c < zeros.length; c++) {
      int below = table.suffix(c);
      boolean backsOff = table.backoff(c) > 0;
      zeros[c] = backsOff ? zeros[below] : unigrams.size() - (table.end(c) - table.start(c));
      for (int place = table.start(c); place < table.end(c); place++) {
        zeros[c] += table.probability(place) == 0 ? 1 : 0;
        zeros[c] -= backsOff && probability(below, table.token(place)) == 0 ? 1 : 0;
      }
    }
    return zeros;
  }
}
