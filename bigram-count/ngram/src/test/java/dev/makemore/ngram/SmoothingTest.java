package dev.makemore.ngram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmoothingTest {

  @Test
  void eachHasAName() {
    assertThat(Smoothing.kneserNey()).hasToString("kneser-ney");
    assertThat(Smoothing.wittenBell()).hasToString("witten-bell");
    assertThat(Smoothing.addK(0.5)).hasToString("add 0.5");
    assertThat(Smoothing.addK(2e23)).hasToString("add 2E+23"); // in the same digits on every JDK
    assertThat(Smoothing.addK(-0.0)).isEqualTo(Smoothing.addK(0)).hasToString("add 0");
  }

  @Test
  void aNameIsReadBack() {
    assertThat(Smoothing.parse("kneser-ney")).isEqualTo(Smoothing.kneserNey());
    assertThat(Smoothing.parse("witten-bell")).isEqualTo(Smoothing.wittenBell());
    assertThat(Smoothing.parse("add 1")).isEqualTo(Smoothing.addK(1));
    assertThat(Smoothing.parse("add 1E-300")).isEqualTo(Smoothing.addK(1e-300));
    assertThat(Smoothing.parse("add 1.7976931348623157E308"))
        .isEqualTo(Smoothing.addK(Double.MAX_VALUE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "add",
        "add ",
        "add-k",
        "add x",
        "add 1d",
        "add  1",
        "add NaN",
        "add 01",
        "Kneser-Ney"
      })
  void whatIsNoSmoothingIsNamed(String text) {
    assertThatThrownBy(() -> Smoothing.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a smoothing is 'kneser-ney', 'witten-bell', or 'add' and a number, such as 'add 0.5'");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, -1e-9, Double.NaN, Double.POSITIVE_INFINITY})
  void anInvalidSmoothingIsNamed(double wrong) {
    assertThatThrownBy(() -> Smoothing.addK(wrong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("smoothing must be a finite number >= 0, was " + wrong);
    assertThatThrownBy(() -> Smoothing.parse("add -1")).hasMessageEndingWith("was -1.0");
    assertThatThrownBy(() -> Smoothing.parse("add 1E309")).hasMessageEndingWith("was Infinity");
  }
}
