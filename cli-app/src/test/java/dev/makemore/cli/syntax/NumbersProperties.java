package dev.makemore.cli.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import picocli.CommandLine.TypeConversionException;

/** The one form of numbers, against {@link BigDecimal} and {@link BigInteger}. */
class NumbersProperties {

  private static Object read(Class<?> type, String text) throws Exception {
    return Converters.of(type).convert(text);
  }

  private static void assertRefused(Class<?> type, String text) {
    assertThatExceptionOfType(TypeConversionException.class)
        .as("%s for %s", text, type)
        .isThrownBy(() -> read(type, text))
        .withMessageContaining("'" + text + "'");
  }

  @Provide
  Arbitrary<String> decimals() {
    Arbitrary<String> digits = Arbitraries.strings().withCharRange('0', '9').ofMaxLength(20);
    Arbitrary<String> sign = Arbitraries.of("", "-");
    Arbitrary<String> exponent =
        Arbitraries.integers().between(-280, 280).map(power -> "e" + power).injectNull(0.3);
    return Combinators.combine(sign, digits, Arbitraries.of("", "."), digits, exponent)
        .as((s, whole, point, part, e) -> s + whole + point + part + (e == null ? "" : e))
        .filter(text -> text.split("e", 2)[0].chars().anyMatch(c -> c >= '0' && c <= '9'));
  }

  /** Up to 40 digits and an exponent up to 280 can be more than a double holds. */
  @Property
  void aDecimalNumberIsTheNearestDouble(@ForAll("decimals") String text) throws Exception {
    for (String written : List.of(text, text.replace('e', 'E'))) {
      if (Double.isInfinite(nearest(text))) {
        assertRefused(Double.class, written);
      } else {
        assertThat(read(Double.class, written)).isEqualTo(nearest(text));
      }
    }
  }

  @Example
  void aDecimalNumberThatNoDoubleHoldsIsRefused() {
    assertRefused(Double.class, "20000000000000000000000000000e280");
  }

  /** A BigDecimal has no minus zero. */
  private static double nearest(String text) {
    double value = new BigDecimal(text).doubleValue();
    return value == 0 && text.startsWith("-") ? -0.0 : value;
  }

  @Property
  void aWholeNumberIsReadToTheLastDigit(@ForAll long number) throws Exception {
    assertThat(read(Long.class, Long.toString(number))).isEqualTo(number);
    assertThat(read(Double.class, Long.toString(number))).isEqualTo((double) number);
  }

  @Property
  void whatIsTooLargeForItsTypeIsRefused(@ForAll BigInteger number) {
    if (number.bitLength() > 63) {
      assertRefused(Long.class, number.toString());
    }
    if (number.bitLength() > 31) {
      assertRefused(Integer.class, number.toString());
    }
  }

  /** What Java reads beside decimal numbers, or people write. */
  @Example
  void noOtherFormIsANumber() {
    List<String> others =
        List.of(
            "",
            " ",
            ".",
            "-",
            "e5",
            "1e",
            "1e+",
            "--1",
            "+1",
            "+.5",
            "1f",
            "1d",
            "1F",
            "2D",
            "1L",
            "0x1p-1",
            "0x10",
            " 1.5 ",
            "1 ",
            "\t1",
            "1\n",
            "1,5",
            "1_000",
            "1e5.5",
            "1.2.3",
            "NaN",
            "Infinity",
            "-Infinity",
            "inf",
            "\u0661",
            "\u0967",
            "\uff11",
            "1\u00a0",
            "\u2212" + "1");
    for (String text : others) {
      assertRefused(Double.class, text);
      assertRefused(Long.class, text);
      assertRefused(Integer.class, text);
    }
    for (String text : List.of("1.0", "1e3", ".5", "5.")) {
      assertRefused(Long.class, text);
    }
  }

  /** The smallest double is 4.9e-324, and the largest 1.7976931348623157e308. */
  @Example
  void whatADoubleCanNotHoldIsRefused() throws Exception {
    for (String text : List.of("1e400", "-1e400", "1.8e308", "1e-400", "-1e-400", "0.1e-330")) {
      assertRefused(Double.class, text);
    }
    assertThat(read(Double.class, "1.7976931348623157e308")).isEqualTo(Double.MAX_VALUE);
    assertThat(read(Double.class, "4.9e-324")).isEqualTo(Double.MIN_VALUE);
    assertThat(read(Double.class, "0.000e-400")).isEqualTo(0.0);
  }

  /** Strings of the characters that numbers are made of, and a digit that is none of ours. */
  @Property(tries = 5_000)
  void whatIsReadIsOneOfTheTwoForms(@ForAll("numberLike") String text) {
    boolean whole = text.matches("-?[0-9]+");
    boolean decimal = text.matches("-?(?=[.]?[0-9])[0-9]*[.]?[0-9]*([eE][-+]?[0-9]+)?");
    if (!whole) {
      assertRefused(Long.class, text);
    }
    if (!decimal) {
      assertRefused(Double.class, text);
    }
  }

  @Provide
  Arbitrary<String> numberLike() {
    return Arbitraries.strings().withChars("0123456789.-+eExfdpN \u0661").ofMaxLength(6);
  }
}
