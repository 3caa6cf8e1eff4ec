package dev.makemore.model.arpa;

import dev.makemore.model.index.Tuples;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The rows of a model that backs off, in flat arrays.
 *
 * <p>Each known context has a number. {@link #ROOT} is the empty context, which lists nothing here:
 * its row are the {@link Unigrams}. The numbers of the others go on from there, shorter contexts
 * first. What is known of context number c stands at place c of an array; the tokens that are
 * listed after it, and their probabilities, stand at places {@code starts[c]} to {@code starts[c +
 * 1] - 1} of two more arrays. So an n-gram takes 12 bytes, and nothing is an object of its own.
 *
 * <p>Safe for use by several threads once nothing is added any more.
 */
final class BackoffTable {

  /** The number of the empty context. */
  static final int ROOT = 0;

  private final Tuples[] contexts; // by length; there is none at place 0
  private final int[] firsts; // by length, the number of the first context
  private int size = 1; // the number of contexts, with the empty one

  private int[] starts = new int[8];
  private double[] backoffs = new double[8];
  private double[] sums = new double[8]; // of the whole row: 1, apart from rounding
  private int[] suffixes = new int[8]; // the longest known context that the context ends with
  private int[] tokens = new int[8];
  private double[] probabilities = new double[8];

  /** A table for a model of order {@code order}, in which no context but the empty one is known. */
  BackoffTable(int order) {
    this.contexts = new Tuples[order];
    for (int length = 1; length < order; length++) {
      contexts[length] = Tuples.ofLength(length);
    }
    this.firsts = new int[order + 1];
    Arrays.fill(firsts, 1);
    firsts[0] = ROOT;
  }

  /** Adds a context that is not known yet; none that is known may be longer. */
  void add(int[] context, double backoff, int[] next, double[] nextProbabilities, double sum) {
    int c = firsts[context.length] + contexts[context.length].add(context, 0);
    size = c + 1;
    Arrays.fill(firsts, context.length + 1, firsts.length, size);
    if (size >= starts.length) {
      int room = Math.max(size + 1, size / 2 * 3);
      starts = Arrays.copyOf(starts, room);
      backoffs = Arrays.copyOf(backoffs, room);
      sums = Arrays.copyOf(sums, room);
      suffixes = Arrays.copyOf(suffixes, room);
    }
    int start = starts[c];
    int end = Math.addExact(start, next.length);
    if (end > tokens.length) {
      int room = (int) Math.min(Integer.MAX_VALUE - 8, end * 3L / 2);
      tokens = Arrays.copyOf(tokens, room);
      probabilities = Arrays.copyOf(probabilities, room);
    }
    System.arraycopy(next, 0, tokens, start, next.length);
    System.arraycopy(nextProbabilities, 0, probabilities, start, next.length);
    starts[size] = end;
    backoffs[c] = backoff;
    sums[c] = sum;
    suffixes[c] = longest(context, 1);
  }

  /** Gives back the room that was kept for more rows. */
  void trim() {
    starts = Arrays.copyOf(starts, size + 1);
    backoffs = Arrays.copyOf(backoffs, size);
    sums = Arrays.copyOf(sums, size);
    suffixes = Arrays.copyOf(suffixes, size);
    tokens = Arrays.copyOf(tokens, starts[size]);
    probabilities = Arrays.copyOf(probabilities, starts[size]);
  }

  /** The length of the longest contexts that are known. */
  int longest() {
    int length = contexts.length - 1;
    while (length > 0 && contexts[length].size() == 0) {
      length--;
    }
    return length;
  }

  /** The number of the longest known context with which {@code history[from], ...} ends. */
  int longest(int[] history, int from) {
    for (int i = from; i < history.length; i++) {
      int c = find(history, i);
      if (c >= 0) {
        return c;
      }
    }
    return ROOT;
  }

  /** The number of the context {@code history[from], ...}, or -1 if it is not known. */
  int find(int[] history, int from) {
    int length = history.length - from;
    if (length == 0) {
      return ROOT;
    }
    int found = length < contexts.length ? contexts[length].find(history, from) : -1;
    return found < 0 ? -1 : firsts[length] + found;
  }

  /** The number of all known contexts, with the empty one. */
  int size() {
    return size;
  }

  /** The number of known contexts with {@code length} tokens. */
  int count(int length) {
    return contexts[length].size();
  }

  /** Context number {@code index} among those with {@code length} tokens. */
  int[] context(int length, int index) {
    return IntStream.range(0, length).map(i -> contexts[length].element(index, i)).toArray();
  }

  /** How many n-grams are listed after contexts with {@code length} tokens; at least 1. */
  int ngrams(int length) {
    return starts[firsts[length] + contexts[length].size()] - starts[firsts[length]];
  }

  double backoff(int c) {
    return backoffs[c];
  }

  /** The sum of the whole row of context c: 1, apart from rounding. */
  double sum(int c) {
    return sums[c];
  }

  /** The longest known context, c itself apart, with which context c ends. */
  int suffix(int c) {
    return suffixes[c];
  }

  /** The place of the first token that is listed after context c; none is listed after the root. */
  int start(int c) {
    return starts[c];
  }

  /** The place after that of the last token that is listed after context c. */
  int end(int c) {
    return starts[c + 1];
  }

  /** The place of a token in the row of context c; below 0 if it is not listed there. */
  int place(int c, int token) {
    return Arrays.binarySearch(tokens, starts[c], starts[c + 1], token);
  }

  int token(int place) {
    return tokens[place];
  }

  double probability(int place) {
    return probabilities[place];
  }
}
