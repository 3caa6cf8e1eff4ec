package dev.makemore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersTest {

  @Test
  void jsonNumbersHaveNoMoreDigitsThanTheyNeed() {
    assertThat(Numbers.json(0.1)).isEqualTo("0.1");
    assertThat(Numbers.json(2.45)).isEqualTo("2.45");
    assertThat(Numbers.json(27)).isEqualTo("27");
    assertThat(Numbers.json(100)).isEqualTo("100");
    assertThat(Numbers.json(0)).isEqualTo("0");
    assertThat(Numbers.json(0.1 + 0.2)).isEqualTo("0.30000000000000004");
  }

  @Test
  void veryLargeAndSmallOnesHaveExponents() {
    assertThat(Numbers.json(2e23)).isEqualTo("2E+23"); // where JDK 17 has 1.9999999999999998E23
    assertThat(Numbers.json(Double.MIN_VALUE)).isEqualTo("5E-324");
  }

  @Test
  void infinityIsAString() {
    assertThat(Numbers.json(Double.POSITIVE_INFINITY)).isEqualTo("\"Infinity\"");
  }
}
