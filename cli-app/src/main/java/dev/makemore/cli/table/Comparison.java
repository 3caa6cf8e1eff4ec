package dev.makemore.cli.table;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.model.Distribution;
import dev.makemore.model.Divergence;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How two models A and B differ, context by context, over the characters of both. To a model a
 * character that it does not know is impossible. What comes after such a character it can't say, so
 * only contexts that both know are compared.
 *
 * <p>Memory is in proportion to the number of tokens.
 *
 * @param vocabulary the characters of both
 * @param rows one for each context that both know, ascending
 * @param pairs those that differ most, the most different first
 * @param onlyA the tokens that only A knows
 * @param onlyB the tokens that only B knows
 */
public record Comparison(
    Vocabulary vocabulary,
    List<Row> rows,
    List<Difference> pairs,
    List<Integer> onlyA,
    List<Integer> onlyB) {

  /**
   * What A and B say after one token.
   *
   * @param context that token
   * @param ab how far A is from B; its divergence is KL(A || B)
   * @param klBa KL(B || A)
   */
  public record Row(int context, Divergence ab, double klBa) {}

  /** A pair of tokens, and its probability in A and in B. */
  public record Difference(int context, int next, double a, double b) {
    /** How far the one is from the other. */
    public double size() {
      return Math.abs(a - b);
    }
  }

  private static final Comparator<Difference> LARGEST_FIRST =
      Comparator.comparingDouble(Difference::size)
          .reversed()
          .thenComparingInt(Difference::context)
          .thenComparingInt(Difference::next);

  /**
   * Compares {@code a} with {@code b}, which look at one token at most.
   *
   * @param top how many pairs to tell of
   */
  public static Comparison of(LanguageModel a, LanguageModel b, int top) {
    Vocabulary vocabulary = a.vocabulary().union(b.vocabulary());
    int[] placesOfA = a.vocabulary().tokensIn(vocabulary);
    int[] placesOfB = b.vocabulary().tokensIn(vocabulary);
    int[] tokensOfB = a.vocabulary().tokensIn(b.vocabulary());
    List<Row> rows = new ArrayList<>();
    Best<Difference> pairs = new Best<>(top, LARGEST_FIRST);
    for (int token = 0; token < tokensOfB.length; token++) {
      if (tokensOfB[token] != Vocabulary.UNKNOWN) {
        int context = placesOfA[token];
        Distribution p = a.next(token).embeddedIn(vocabulary.size(), placesOfA);
        Distribution q = b.next(tokensOfB[token]).embeddedIn(vocabulary.size(), placesOfB);
        Divergence divergence = Divergence.of(p, q);
        rows.add(new Row(context, divergence, Divergence.of(q, p).kl()));
        if (pairs.last().stream().noneMatch(l -> l.size() >= divergence.largestDifference())) {
          offer(pairs, context, p, q, top); // those that differ as much came before, and stay
        }
      }
    }
    return new Comparison(
        vocabulary,
        List.copyOf(rows),
        pairs.list(),
        missing(vocabulary, placesOfB),
        missing(vocabulary, placesOfA));
  }

  /** The pairs of one context; of those that neither lists, which differ alike, the first. */
  private static void offer(
      Best<Difference> pairs, int context, Distribution p, Distribution q, int top) {
    int[] listed = IntStream.concat(p.listed(), q.listed()).sorted().distinct().toArray();
    IntStream others =
        IntStream.range(0, p.size())
            .filter(token -> Arrays.binarySearch(listed, token) < 0)
            .limit(p.rest() == q.rest() ? 0 : top);
    IntStream.concat(IntStream.of(listed), others)
        .mapToObj(t -> new Difference(context, t, p.probability(t), q.probability(t)))
        .filter(difference -> difference.size() > 0)
        .forEach(pairs::offer);
  }

  private static List<Integer> missing(Vocabulary vocabulary, int... places) {
    return IntStream.range(0, vocabulary.size())
        .filter(token -> Arrays.binarySearch(places, token) < 0)
        .boxed()
        .toList();
  }

  /** The row with the largest value; of equal ones, the first. */
  public Row largest(ToDoubleFunction<Row> value) {
    Row largest = rows.get(0); // the boundary: both know it
    for (Row row : rows) {
      largest = value.applyAsDouble(row) > value.applyAsDouble(largest) ? row : largest;
    }
    return largest;
  }

  /** How often the context of {@code row} comes in {@code text}. */
  public long weight(Row row, BigramCounts text) {
    int token =
        row.context() == Vocabulary.BOUNDARY
            ? Vocabulary.BOUNDARY
            : text.vocabulary().token(vocabulary.codePoint(row.context()));
    return token == Vocabulary.UNKNOWN ? 0 : text.rowTotal(token);
  }

  /**
   * The mean over all rows, weighted by how often their contexts come in {@code text}, which is not
   * empty.
   */
  public double mean(ToDoubleFunction<Row> value, BigramCounts text) {
    double sum = 0;
    double weights = 0;
    for (Row row : rows) {
      double weight = (double) weight(row, text);
      sum += weight == 0 ? 0 : weight * value.applyAsDouble(row); // not 0 x infinity
      weights += weight;
    }
    return sum / weights;
  }

  /** The share of {@code text} whose contexts are known to both, from 0 to 1. */
  public double coverage(BigramCounts text) {
    long known = rows.stream().mapToLong(row -> weight(row, text)).sum();
    return (double) known / text.total();
  }
}
