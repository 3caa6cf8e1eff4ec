package dev.makemore.model.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DecimalProperties {

  /** Any bits that are a finite number, and numbers of few digits. */
  @Provide
  Arbitrary<Double> numbers() {
    return Arbitraries.oneOf(
            Arbitraries.longs().map(Double::longBitsToDouble),
            Arbitraries.doubles(),
            Arbitraries.integers().between(-1074, 1023).map(e -> Math.scalb(1.0, e)),
            Arbitraries.integers().between(-99, 99).map(n -> n * 1e-7),
            Arbitraries.integers().between(1, 9).map(n -> n * 1e23))
        .filter(number -> Double.isFinite(number));
  }

  @Property
  void theyReadBackAsTheSameDouble(@ForAll("numbers") double number) {
    assertThat(Double.parseDouble(Decimal.shortest(number))).isEqualTo(number);
  }

  @Property
  void noneOfFewerDigitsWould(@ForAll("numbers") double number) {
    BigDecimal shortest = new BigDecimal(Decimal.shortest(number)).stripTrailingZeros();
    if (shortest.precision() > 1) {
      MathContext fewer = new MathContext(shortest.precision() - 1);
      assertThat(new BigDecimal(number).round(fewer).doubleValue()).isNotEqualTo(number);
    }
  }

  @Property
  void noneOfAsManyDigitsIsNearer(@ForAll("numbers") double number) {
    BigDecimal shortest = new BigDecimal(Decimal.shortest(number)).stripTrailingZeros();
    MathContext digits = new MathContext(Math.max(1, shortest.precision()));
    assertThat(new BigDecimal(number).round(digits)).isEqualByComparingTo(shortest);
  }
}
