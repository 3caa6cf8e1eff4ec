package dev.makemore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonTest {

  @Test
  void whatIsInfiniteIsAString() {
    assertThat(Json.line(json -> Json.number(json, "x", Double.POSITIVE_INFINITY)))
        .isEqualTo("{\"x\":\"Infinity\"}");
    assertThat(Json.line(json -> Json.number(json, "x", Double.NEGATIVE_INFINITY)))
        .isEqualTo("{\"x\":\"-Infinity\"}");
  }

  @Test
  void numbersHaveNoMoreDigitsThanTheyNeed() {
    assertThat(Json.line(json -> Json.number(json, "x", 2e23))).isEqualTo("{\"x\":2E+23}");
  }
}
