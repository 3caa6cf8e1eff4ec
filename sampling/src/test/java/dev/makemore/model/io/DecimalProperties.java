package dev.makemore.model.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.model.notation.LongDecimal;
import java.math.BigDecimal;
import java.math.MathContext;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
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

  /** Numbers that are written without big integers, many of them halfway between shorter ones. */
  @Provide
  Arbitrary<Double> usualNumbers() {
    Arbitrary<Integer> few = Arbitraries.integers().between(1, 9);
    Arbitrary<Long> mantissas = Arbitraries.longs().between(1L << 52, (1L << 53) - 1);
    Arbitrary<Integer> small = Arbitraries.integers().between(-300, 300);
    return Arbitraries.oneOf(
            Combinators.combine(mantissas, Arbitraries.integers().between(-88, 0))
                .as((mantissa, power) -> Math.scalb((double) mantissa, power)),
            Combinators.combine(
                    Arbitraries.longs().between(1, 1L << 50), Arbitraries.integers().between(0, 40))
                .as((whole, binaryPlaces) -> Math.scalb((double) whole, -binaryPlaces)),
            Combinators.combine(few, Arbitraries.integers().between(-12, 16), small)
                .as((digit, power, ulps) -> near(Double.parseDouble(digit + "e" + power), ulps)),
            Combinators.combine(Arbitraries.integers().between(-36, 52), small)
                .as((power, ulps) -> near(Math.scalb(1.0, power), ulps)))
        .filter(LongDecimal::takes);
  }

  private static double near(double number, int ulps) {
    return Double.longBitsToDouble(Double.doubleToRawLongBits(number) + ulps);
  }

  @Property(tries = 20_000)
  void longArithmeticFindsTheDigitsThatRoundingFinds(@ForAll("usualNumbers") double number) {
    assertThat(LongDecimal.of(number)).isEqualTo(Decimal.byRounding(number));
    assertThat(LongDecimal.of(-number)).isEqualTo(Decimal.byRounding(-number));
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
