package dev.makemore.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;

class SixDecimalsProperties {

  private static void assertRounded(double number) {
    assertThat(SixDecimals.of(number))
        .isEqualTo(new BigDecimal(number).setScale(6, RoundingMode.HALF_UP).toPlainString());
  }

  @Property
  void theExactValueIsRoundedHalfUp(@ForAll @DoubleRange(max = 1e20) double number) {
    assertRounded(number);
  }

  @Property
  void soAreCostsOfOrdinaryTexts(@ForAll @DoubleRange(max = 100) double number) {
    assertRounded(number);
  }

  /** The doubles on both sides of each half of the last digit, where a hasty rounding errs. */
  @Property
  void whatLiesBesideAHalfIsRoundedAsItLies(
      @ForAll @LongRange(min = 0, max = 1L << 45) long units) {
    double half = new BigDecimal(2 * units + 1).divide(new BigDecimal(2_000_000)).doubleValue();
    assertRounded(half);
    assertRounded(Math.nextDown(half));
    assertRounded(Math.nextUp(half));
  }

  @Example
  void theyLookLikeThis() {
    assertThat(SixDecimals.of(0)).isEqualTo("0.000000");
    assertThat(SixDecimals.of(0.5)).isEqualTo("0.500000");
    assertThat(SixDecimals.of(1.0 / 128)).isEqualTo("0.007813"); // 0.0078125
    assertThat(SixDecimals.of(2.9999999)).isEqualTo("3.000000");
    assertThat(SixDecimals.of(1e12)).isEqualTo("1000000000000.000000");
    assertThat(SixDecimals.of(Double.POSITIVE_INFINITY)).isEqualTo("Infinity");
  }
}
