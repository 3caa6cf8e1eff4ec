package dev.makemore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class NumbersProperties {

  @Property
  void jsonNumbersReadBackAsTheSameDouble(@ForAll double number) {
    assertThat(Double.parseDouble(Numbers.json(number))).isEqualTo(number + 0.0); // -0 becomes 0
  }

  @Property
  void jsonNumbersAreNeverLongerThanSeventeenDigits(@ForAll double number) {
    String digits = Numbers.json(number).replaceAll("E.*", "").replaceAll("[-.]", "");
    assertThat(digits.replaceAll("^0+", "")).hasSizeLessThanOrEqualTo(17);
  }
}
