package dev.makemore.model.arpa;

import dev.makemore.model.io.MalformedModelException;
import java.util.Arrays;

/** The 2-grams of an ARPA file, in whatever order they come. */
final class ArpaBigrams {

  private final ArpaLines lines;
  private final ArpaUnigrams unigrams;
  private int count;
  private int[] contexts = new int[64];
  private int[] nexts = new int[64];
  private double[] probabilities = new double[64];
  private long[] numbers = new long[64]; // of their lines

  ArpaBigrams(ArpaLines lines, ArpaUnigrams unigrams) {
    this.lines = lines;
    this.unigrams = unigrams;
  }

  /** Takes the line that was read last. What follows {@code <unk>}, say, is of no use here. */
  void add(String context, String next, double probability) throws MalformedModelException {
    int row = unigrams.context(context);
    int column = unigrams.next(next);
    if (row == ArpaUnigrams.NO_CONTEXT) {
      return;
    }
    if (count == contexts.length) {
      grow();
    }
    contexts[count] = row;
    nexts[count] = column;
    probabilities[count] = probability;
    numbers[count++] = lines.number();
  }

  private void grow() throws MalformedModelException {
    if (count > Integer.MAX_VALUE / 2) {
      throw lines.malformed("there are more 2-grams than Java can hold in an array");
    }
    contexts = Arrays.copyOf(contexts, 2 * count);
    nexts = Arrays.copyOf(nexts, 2 * count);
    probabilities = Arrays.copyOf(probabilities, 2 * count);
    numbers = Arrays.copyOf(numbers, 2 * count);
  }

  /** Receives the bigrams of a context, by ascending column. */
  interface RowVisitor {
    void visit(int context, int[] columns, double[] probabilities) throws MalformedModelException;
  }

  /**
   * Visits each context, also one without bigrams.
   *
   * @throws MalformedModelException if a bigram comes twice
   */
  void forEachRow(RowVisitor visitor) throws MalformedModelException {
    int[] ends = new int[unigrams.vocabulary().size()];
    int[] byContext = byContext(ends);
    int start = 0;
    for (int context = 0; context < ends.length; context++) {
      int[] row = byColumn(Arrays.copyOfRange(byContext, start, ends[context]));
      visitor.visit(
          context,
          Arrays.stream(row).map(i -> nexts[i]).toArray(),
          Arrays.stream(row).mapToDouble(i -> probabilities[i]).toArray());
      start = ends[context];
    }
  }

  /** The indices of all bigrams by context, in the order they came; and where each context ends. */
  private int[] byContext(int... ends) {
    for (int i = 0; i < count; i++) {
      ends[contexts[i]]++;
    }
    int start = 0;
    for (int context = 0; context < ends.length; context++) {
      int size = ends[context];
      ends[context] = start; // so far; filling moves it to the end
      start += size;
    }
    int[] indices = new int[count];
    for (int i = 0; i < count; i++) {
      indices[ends[contexts[i]]++] = i;
    }
    return indices;
  }

  private int[] byColumn(int... indices) throws MalformedModelException {
    // The column above the index, in one number that sorts by both.
    long[] keys = Arrays.stream(indices).mapToLong(i -> (long) nexts[i] << 32 | i).toArray();
    Arrays.sort(keys);
    int[] sorted = Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    for (int i = 1; i < sorted.length; i++) {
      if (nexts[sorted[i]] == nexts[sorted[i - 1]]) {
        throw lines.malformed(
            numbers[sorted[i]], "this 2-gram is that of line " + numbers[sorted[i - 1]]);
      }
    }
    return sorted;
  }
}
