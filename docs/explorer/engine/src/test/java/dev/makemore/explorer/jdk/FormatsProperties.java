package dev.makemore.explorer.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The formats are those of the libraries, and their neighbors. */
class FormatsProperties {

  private static void assertSame(String format, Object... arguments) {
    assertThat(Formats.format(Locale.ROOT, format, arguments))
        .as("%s of %s", format.replace("%", ""), arguments[0])
        .isEqualTo(String.format(Locale.ROOT, format, arguments));
  }

  /** Any double, sizes from 1e-12 to 1e12, and decimal numbers that may be halfway. */
  @Provide
  Arbitrary<Double> numbers() {
    Arbitrary<Double> digits =
        Arbitraries.longs().between(-99_999_999, 99_999_999).map(n -> n * 1.0);
    Arbitrary<Integer> places = Arbitraries.integers().between(-12, 12);
    return Arbitraries.oneOf(
        Arbitraries.longs().map(Double::longBitsToDouble),
        Arbitraries.doubles(),
        digits.flatMap(n -> places.map(p -> Double.parseDouble(n.longValue() + "e" + p))),
        Arbitraries.integers().between(-9_999, 9_999).map(n -> n / 1000.0),
        Arbitraries.of(
            0.0,
            -0.0,
            -0.001,
            9.99995e-5,
            0.000099999,
            0.0001,
            99999.5,
            99999.4,
            999999.5,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY));
  }

  @Property(tries = 20_000)
  void placesAreThoseOfTheJdk(@ForAll("numbers") double number) {
    assertSame("%.2f", number);
    assertSame(" %.2f", number);
    assertSame("%.6f", number);
    assertSame("%f", number);
    assertSame("%.0f", number);
  }

  @Property(tries = 20_000)
  void significantDigitsAreThoseOfTheJdk(@ForAll("numbers") double number) {
    assertSame("data %.5g\ngradient %.5g", number, -number);
    assertSame("%.6g", number);
    assertSame("%.7g", number);
    assertSame("%g", number);
  }

  @Property
  void wholeNumbersAreThoseOfTheJdk(@ForAll long number) {
    assertSame("%d", number);
    assertSame("%,d pairs of %d tokens: ", number, number);
    assertSame("%,d", (int) number);
  }

  @Property
  void hexadecimalDigitsAreThoseOfTheJdk(@ForAll int number, @ForAll byte small) {
    assertSame("U+%04X", number);
    assertSame("0x%02X", number);
    assertSame("0x%02X", small & 0xFF);
    assertSame("%X", number);
  }

  @Property
  void textIsThatOfTheJdk(@ForAll String text, @ForAll long number, @ForAll double decimal) {
    assertSame("%s:%d: 100%% of '%s' (U+%04X)", text, number, text, 77);
    assertSame("%s %s", number, decimal);
    assertSame("  n%d [label=\"%s\"];\n", 3, text);
  }
}
