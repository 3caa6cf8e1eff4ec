package dev.makemore.ngram.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscountsTest {

  @Test
  void discountsAreThoseOfTheFormulas() {
    // Y = 10 / (10 + 2 * 4) = 5/9; 1 - 2 Y 4/10 = 5/9, 2 - 3 Y 2/4 = 7/6, 3 - 4 Y 1/2 = 17/9
    Discounts discounts = Discounts.of(0, 10, 4, 2, 1);
    assertThat(discounts.given(1)).isEqualTo(5 / 9.0, within(1e-15));
    assertThat(discounts.given(2)).isEqualTo(7 / 6.0, within(1e-15));
    assertThat(discounts.given(3)).isEqualTo(17 / 9.0, within(1e-15));
    assertThat(discounts.given(1_000)).isEqualTo(17 / 9.0, within(1e-15));
    assertThat(discounts.kept(1_000)).isEqualTo(1_000 - 17 / 9.0, within(1e-12));
  }

  @Test
  void withoutACountOfFourThreeMayBeTakenAway() {
    // Y = 4 / 8; 1 - 2 Y 2/4 = 0.5, 2 - 3 Y 1/2 = 1.25, 3 - 0
    assertThat(Discounts.of(0, 4, 2, 1, 0)).isEqualTo(new Discounts(0.5, 1.25, 3));
  }

  /** In the last three lines, D_2 and D_3+ are below 0, and D_2 is 2 - 3 * 2/6 * 4/2 = 0. */
  @ParameterizedTest
  @CsvSource({
    "0, 4, 2, 1",
    "4, 0, 2, 1",
    "4, 2, 0, 1",
    "0, 0, 0, 0",
    "9, 1, 9, 1",
    "9, 3, 1, 9",
    "2, 2, 4, 1"
  })
  void whereTheTextIsTooSmallToTellTheDiscountsAreFixed(long n1, long n2, long n3, long n4) {
    assertThat(Discounts.of(0, n1, n2, n3, n4)).isEqualTo(new Discounts(0.5, 1, 1.5));
  }
}
