package dev.makemore.model.contract;

import dev.makemore.model.Distribution;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import java.util.Arrays;
import java.util.List;
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
