package dev.makemore.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonTest {

  @Test
  void whatIsInfiniteIsNull() {
    assertThat(Json.line(json -> Json.number(json, "x", Double.POSITIVE_INFINITY)))
        .isEqualTo("{\"x\":null}");
    assertThat(Json.line(json -> Json.number(json, "x", Double.NEGATIVE_INFINITY)))
        .isEqualTo("{\"x\":null}");
  }

  @Test
  void numbersHaveNoMoreDigitsThanTheyNeed() {
    assertThat(Json.line(json -> Json.number(json, "x", 2e23))).isEqualTo("{\"x\":2E+23}");
  }

  @Test
  void whatCouldCommandATerminalIsEscapedAndNothingElse() {
    String text = "\u001B\u007F\u0085\u009B\u2028\u202E\u2069 \"\u00E9\u200D\u6F22\uD83D\uDE00";
    assertThat(Json.line(json -> json.writeStringField("x", text)))
        .isEqualTo(
            "{\"x\":\"\\u001B\\u007F\\u0085\\u009B\\u2028\\u202E\\u2069"
                + " \\\"\u00E9\u200D\u6F22\uD83D\uDE00\"}");
  }
}
