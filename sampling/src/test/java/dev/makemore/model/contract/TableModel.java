package dev.makemore.model.contract;

import dev.makemore.model.Distribution;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * A model given by its table, for tests that want to know the right answer: one row for each
 * possible context, in the order of the context read as a number with V digits.
 *
 * @param vocabulary V tokens
 * @param contextLength n
 * @param rows V to the power of n distributions
 */
public record TableModel(Vocabulary vocabulary, int contextLength, List<Distribution> rows)
    implements LanguageModel {

  /** A bigram model over the characters of {@code characters}, with the given rows. */
  public static TableModel bigram(String characters, double[]... rows) {
    return new TableModel(
        Vocabulary.of(characters), 1, Arrays.stream(rows).map(Distribution::of).toList());
  }

  /**
   * Random models with a vocabulary of 1 to 5 tokens, that look at {@code contextLength} tokens.
   */
  public static Arbitrary<TableModel> arbitrary(int contextLength) {
    return Arbitraries.integers()
        .between(1, 5)
        .flatMap(
            size ->
                distributions(size)
                    .list()
                    .ofSize((int) Math.pow(size, contextLength))
                    .map(
                        rows ->
                            new TableModel(
                                Vocabulary.of("abcd".substring(0, size - 1)),
                                contextLength,
                                rows)));
  }

  /**
   * Random bigram models over 20 tokens in which a row lists few of them and the others share a
   * probability, as add-k smoothing gives.
   */
  public static Arbitrary<TableModel> smoothed() {
    int size = 20;
    return Arbitraries.integers()
        .between(1, 9)
        .array(int[].class)
        .ofMaxSize(5)
        .map(counts -> smoothedRow(size, counts))
        .list()
        .ofSize(size)
        .map(rows -> new TableModel(Vocabulary.of("abcdefghijklmnopqrs"), 1, rows));
  }

  /** Counts of the tokens 0, 3, 6, ... and 1/2 more of every token. */
  private static Distribution smoothedRow(int size, int... counts) {
    double total = Arrays.stream(counts).sum() + 0.5 * size;
    int[] tokens = IntStream.range(0, counts.length).map(i -> 3 * i).toArray();
    double[] probabilities = Arrays.stream(counts).mapToDouble(n -> (n + 0.5) / total).toArray();
    return Distribution.sparse(size, tokens, probabilities, 0.5 / total);
  }

  /**
   * Random distributions over {@code size} tokens, many with zeros and with equal probabilities.
   */
  public static Arbitrary<Distribution> distributions(int size) {
    return Arbitraries.integers()
        .between(0, 6)
        .map(weight -> (double) weight)
        .array(double[].class)
        .ofSize(size)
        .filter(weights -> Arrays.stream(weights).sum() > 0)
        .map(Distribution::ofWeights);
  }

  @Override
  public Distribution next(int... context) {
    int row = 0;
    for (int i = 0; i < contextLength; i++) {
      int at = context.length - contextLength + i;
      int token = at < 0 ? Vocabulary.BOUNDARY : vocabulary.checkToken(context[at]);
      row = row * vocabulary.size() + token;
    }
    return rows.get(row);
  }
}
