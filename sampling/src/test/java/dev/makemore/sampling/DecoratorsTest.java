package dev.makemore.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.model.Distribution;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.contract.TableModel;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Temperature, top-k and top-p on a row whose results are known by hand. */
class DecoratorsTest {

  private static LanguageModel model(double... row) {
    return TableModel.bigram("abcdefg".substring(0, row.length - 1), rows(row));
  }

  private static double[][] rows(double... row) {
    return IntStream.range(0, row.length).mapToObj(i -> row).toArray(double[][]::new);
  }

  private static double[] probabilities(LanguageModel model) {
    Distribution row = model.next();
    return IntStream.range(0, row.size()).mapToDouble(row::probability).toArray();
  }

  private static void assertRow(LanguageModel model, double... expected) {
    assertThat(probabilities(model)).containsExactly(expected, within(1e-15));
  }

  @Test
  void temperatureOneHalfSquaresTheProbabilities() {
    assertRow(Temperature.of(model(0.5, 0.25, 0.25, 0), 0.5), 4 / 6.0, 1 / 6.0, 1 / 6.0, 0);
  }

  @Test
  void temperatureTwoTakesTheirRoots() {
    assertRow(Temperature.of(model(0.64, 0.36), 2), 0.8 / 1.4, 0.6 / 1.4);
  }

  @Test
  void temperatureZeroLeavesTheMostLikelyAndTheLowestOfEquals() {
    assertRow(Temperature.of(model(0.2, 0.4, 0.4), 0), 0, 1, 0);
  }

  @Test
  void temperatureOneChangesNothing() {
    LanguageModel model = model(0.2, 0.8);
    assertThat(Temperature.of(model, 1)).isSameAs(model);
  }

  @Test
  void aTinyTemperatureIsGreedyAndAHugeOneUniform() {
    assertRow(Temperature.of(model(0.2, 0.5, 0.3), 1e-300), 0, 1, 0);
    assertRow(Temperature.of(model(0.2, 0.8, 0), 1e300), 0.5, 0.5, 0);
  }

  @Test
  void topKKeepsTheLikeliestInProportion() {
    assertRow(TopK.of(model(0.1, 0.4, 0.2, 0.3), 2), 0, 4 / 7.0, 0, 3 / 7.0);
  }

  @Test
  void topKKeepsTheLowerOfEquals() {
    assertRow(TopK.of(model(0.25, 0.25, 0.25, 0.25), 2), 0.5, 0.5, 0, 0);
  }

  @Test
  void topKOfAllChangesNothing() {
    LanguageModel model = model(0.2, 0.8);
    assertThat(TopK.of(model, 2)).isSameAs(model);
  }

  @Test
  void topPKeepsTheFewestThatReachIt() {
    assertRow(TopP.of(model(0.5, 0.25, 0.125, 0.125), 0.75), 2 / 3.0, 1 / 3.0, 0, 0);
    assertRow(TopP.of(model(0.5, 0.25, 0.125, 0.125), 0.76), 4 / 7.0, 2 / 7.0, 1 / 7.0, 0);
  }

  @Test
  void topPKeepsAtLeastTheLikeliestAndTheLowerOfEquals() {
    assertRow(TopP.of(model(0.2, 0.4, 0.4), 1e-9), 0, 1, 0);
  }

  @Test
  void topPOfALongTailOfEqualsKeepsAsManyAsItTakes() {
    Distribution uniform = Distribution.uniform(1_000);
    LanguageModel model =
        new TableModel(
            Vocabulary.ofCodePoints(IntStream.range(0x4E00, 0x4E00 + 999).toArray()),
            0,
            List.of(uniform));
    assertThat(TopP.of(model, 0.2505).next().listed()).hasSize(251).startsWith(0, 1, 2);
  }

  @Test
  void decoratorsAreAppliedFromTheInsideOut() {
    // Squared 16:9:4:1 of 30, then the first two.
    LanguageModel model = TopK.of(Temperature.of(model(0.4, 0.3, 0.2, 0.1), 0.5), 2);
    assertRow(model, 16 / 25.0, 9 / 25.0, 0, 0);
  }

  @Test
  void aRowIsTransformedOnce() {
    LanguageModel model = TopK.of(model(0.4, 0.3, 0.3), 2);
    assertThat(model.next(1)).isSameAs(model.next(1));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
  void anInvalidTemperatureIsNamed(double wrong) {
    assertThatThrownBy(() -> Temperature.of(model(0.5, 0.5), wrong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("temperature must be a finite number >= 0, was " + wrong);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, 1.1, Double.NaN})
  void anInvalidTopPIsNamed(double wrong) {
    assertThatThrownBy(() -> TopP.of(model(0.5, 0.5), wrong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("was " + wrong);
  }

  @Test
  void anInvalidTopKIsNamed() {
    assertThatThrownBy(() -> TopK.of(model(0.5, 0.5), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("was 0");
  }

  /** Distributions may lack 1e-9 to a sum of 1, which is more than 1 - p here. */
  @Test
  void topPKeepsAllThatIsPossibleWhereEvenThatDoesNotReachIt() {
    for (int size : new int[] {2, 8, 9}) {
      double[] row = new double[size];
      Arrays.fill(row, (1 - 5e-10) / size);
      LanguageModel model = TableModel.bigram("abcdefgh".substring(0, size - 1), rows(row));
      assertThat(TopP.of(model, 1 - 1e-10).next().supportSize()).isEqualTo(size);
    }
  }

  @Test
  void aDecoratedModelSaysHow() {
    LanguageModel model = model(0.5, 0.5);
    assertThat(TopK.of(Temperature.of(TopP.of(model, 0.9), 0.5), 1))
        .hasToString("top-1 of temperature 0.5 of top-p 0.9 of " + model);
  }
}
