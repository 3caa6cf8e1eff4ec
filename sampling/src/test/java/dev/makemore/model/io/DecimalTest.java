package dev.makemore.model.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DecimalTest {

  @Test
  void numbersHaveNoMoreDigitsThanTheyNeed() {
    assertThat(Decimal.shortest(0.1)).isEqualTo("0.1");
    assertThat(Decimal.shortest(2.45)).isEqualTo("2.45");
    assertThat(Decimal.shortest(27)).isEqualTo("27");
    assertThat(Decimal.shortest(100)).isEqualTo("100");
    assertThat(Decimal.shortest(0.1 + 0.2)).isEqualTo("0.30000000000000004");
    assertThat(Decimal.shortest(-1.5)).isEqualTo("-1.5");
  }

  @Test
  void wholeNumbersHaveUpToSeventeenDigits() {
    assertThat(Decimal.shortest(1e16)).isEqualTo("10000000000000000");
    assertThat(Decimal.shortest(-1.25e16)).isEqualTo("-12500000000000000");
    assertThat(Decimal.shortest(1e17)).isEqualTo("1E+17");
  }

  @Test
  void veryLargeAndSmallOnesHaveExponents() {
    assertThat(Decimal.shortest(2e23)).isEqualTo("2E+23"); // JDK 17: 1.9999999999999998E23
    assertThat(Decimal.shortest(Double.MIN_VALUE)).isEqualTo("5E-324"); // JDK 17: 4.9E-324
    assertThat(Decimal.shortest(Double.MAX_VALUE)).isEqualTo("1.7976931348623157E+308");
  }

  /** To 2^149 the double below is half as far as the one above: 14 digits do, and 15 don't. */
  @Test
  void powersOfTwoHaveTheFewestDigitsToo() {
    assertThat(Decimal.shortest(Math.scalb(1.0, 149))).isEqualTo("7.1362384635298E+44");
  }

  @Test
  void zeroKeepsItsSign() {
    assertThat(Decimal.shortest(0.0)).isEqualTo("0");
    assertThat(Decimal.shortest(-0.0)).isEqualTo("-0.0");
  }

  @Test
  void whatIsNoNumberIsRefused() {
    assertThatThrownBy(() -> Decimal.shortest(Double.NaN))
        .isInstanceOf(NumberFormatException.class);
    assertThatThrownBy(() -> Decimal.shortest(Double.POSITIVE_INFINITY))
        .isInstanceOf(NumberFormatException.class);
  }
}
