package dev.makemore.explorer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.model.Distribution;
import dev.makemore.model.contract.ChiSquare;
import dev.makemore.sampling.Xoshiro256PlusPlus;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DieTest {

  private static final int DRAWS = 200_000;
  private static final int BINS = 200;

  static Stream<Distribution> rows() {
    return Stream.of(
        Distribution.uniform(7),
        Distribution.certain(5, 3),
        Distribution.of(0.5, 0.3, 0.2),
        Distribution.ofWeights(1, 100, 0, 7, 0.01, 23),
        Rows.withRest(0.1, 3, 0.2, 1),
        Rows.withRest(1, 1.001, 40, 2, 2, 2, 2, 2, 2, 9));
  }

  /** Chi-square with 199 degrees of freedom and a fixed seed; alpha = 1e-6 for each row. */
  @ParameterizedTest
  @MethodSource("rows")
  void positionsAreUniform(Distribution row) {
    long[] counts = new long[BINS];
    Xoshiro256PlusPlus random = Xoshiro256PlusPlus.of(18);
    for (int i = 0; i < DRAWS; i++) {
      double position = Die.roll(row, random).position();
      counts[Math.min(BINS - 1, (int) (position * BINS))]++;
    }
    assertThat(ChiSquare.accepts(Distribution.uniform(BINS), counts)).isTrue();
  }

  /**
   * The columns of the weights 0.5, 0.3 and 0.2 are 0; 0.9 of 1, then 0; and 0.6 of 2, then 0. So
   * the middle of the last alias is at 1/3 (1 + 0.1 + 0.2) on the line.
   */
  @Test
  void thePiecesOfATokenAreLaidSideBySide() {
    Distribution row = Distribution.of(0.5, 0.3, 0.2);
    assertThat(fallOf(row, 0.5 / 3).position()).isEqualTo(0.5 / 3, within(1e-15));
    assertThat(fallOf(row, 1.45 / 3).position()).isEqualTo(0.5 + 0.45 / 3, within(1e-15));
    assertThat(fallOf(row, 1.95 / 3).position()).isEqualTo(1.05 / 3, within(1e-15));
    assertThat(fallOf(row, 2.3 / 3).position()).isEqualTo(0.8 + 0.3 / 3, within(1e-15));
    assertThat(fallOf(row, 2.8 / 3)).isEqualTo(new Die(0, fallOf(row, 2.8 / 3).position()));
    assertThat(fallOf(row, 2.8 / 3).position()).isEqualTo(1.3 / 3, within(1e-15));
  }

  private static Die fallOf(Distribution row, double fraction) {
    long bits = (long) (fraction * 0x1p62) << 2;
    return Die.roll(row, () -> bits);
  }

  @Test
  void theProbabilitiesOfARowAreThoseOfAllTokens() {
    assertThat(Die.probabilities(Distribution.certain(3, 1))).containsExactly(0, 1, 0);
    assertThat(Die.probabilities(Rows.withRest(1, 4))).startsWith(4 / 23.0, 1 / 23.0).hasSize(20);
  }
}
