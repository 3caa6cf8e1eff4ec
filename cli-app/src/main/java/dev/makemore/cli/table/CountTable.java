package dev.makemore.cli.table;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.cli.picture.CountScale;
import dev.makemore.cli.picture.Scale;
import dev.makemore.model.Vocabulary;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How often each token follows each token.
 *
 * @param counts the numbers of the table
 * @param largest the largest of these numbers
 */
public record CountTable(BigramCounts counts, long largest) implements TokenTable {

  /** The table of {@code counts}. */
  public static CountTable of(BigramCounts counts) {
    long largest = counts.mostFrequent(1).stream().mapToLong(pair -> pair.count()).sum();
    return new CountTable(counts, largest);
  }

  @Override
  public Vocabulary vocabulary() {
    return counts.vocabulary();
  }

  @Override
  public double value(int context, int next) {
    return (double) counts.count(context, next);
  }

  @Override
  public List<Pair> pairs(int context, int others) {
    return counts.row(context).stream()
        .map(pair -> new Pair(context, pair.next(), (double) pair.count()))
        .toList();
  }

  @Override
  public int possible(int context) {
    return counts.row(context).size();
  }

  @Override
  public double total(int context) {
    return (double) counts.rowTotal(context);
  }

  @Override
  public double[] weights() {
    return IntStream.range(0, vocabulary().size())
        .mapToDouble(token -> (double) counts.columnTotal(token))
        .toArray();
  }

  @Override
  public String text(double count) {
    return Figures.grouped((long) count);
  }

  @Override
  public String shortText(double count) {
    return Long.toString((long) count);
  }

  @Override
  public Scale scale() {
    return new CountScale(largest);
  }

  /**
   * The square root of the ratio to the largest count. A few pairs are so frequent that without the
   * square root most cells would be white.
   */
  @Override
  public double darkness(double count) {
    return largest == 0 ? 0 : Math.sqrt(count / largest);
  }

  @Override
  public Words words() {
    return new Words(
        "How often each token follows each other one",
        "count",
        "most frequent",
        "least frequent",
        "pairs that never occur",
        "most frequent");
  }
}
