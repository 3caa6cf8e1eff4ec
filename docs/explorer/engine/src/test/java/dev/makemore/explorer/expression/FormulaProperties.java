package dev.makemore.explorer.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.StringLength;

class FormulaProperties {

  @Provide
  Arbitrary<RandomFormula> formulas() {
    return RandomFormula.all();
  }

  @Property
  void aFormulaHasTheValueOfWhatIsWritten(
      @ForAll("formulas") RandomFormula written,
      @ForAll @DoubleRange(min = -3, max = 3) double a,
      @ForAll @DoubleRange(min = -3, max = 3) double b,
      @ForAll @DoubleRange(min = -3, max = 3) double c) {
    double[] data = {a, b, c};
    Formula formula = Formula.parse(written.text());
    double[] point =
        formula.variables().stream()
            .mapToDouble(name -> data[RandomFormula.VARIABLES.indexOf(name)])
            .toArray();
    double expected = written.value().applyAsDouble(data);
    double actual = formula.record(point).data();
    assertThat(actual == expected || (actual != actual && expected != expected))
        .as("%s is %s, not %s", written.text(), expected, actual)
        .isTrue();
  }

  @Property
  void whiteSpaceAndParenthesesChangeNothing(@ForAll("formulas") RandomFormula written) {
    String text = " ( " + written.text().replace("(", " ( ").replace("+", "\n+\t") + " ) ";
    Assume.that(text.length() <= 300);
    Formula formula = Formula.parse(written.text());
    double[] point = new double[formula.variables().size()];
    assertThat(Formula.parse(text).variables()).isEqualTo(formula.variables());
    assertThat(Formula.parse(text).record(point).data())
        .isEqualTo(Double.valueOf(formula.record(point).data()));
  }

  /** Whatever is typed is read or refused, and the message says where it goes wrong. */
  @Property
  void whatCantBeReadIsRefusedWithAPlace(
      @ForAll @StringLength(max = 40) @CharRange(from = ' ', to = '~') String text) {
    String message = refusal(text);
    assertThat(message).matches("|character \\d+.*|the expression ends where .* is expected");
  }

  private static String refusal(String text) {
    try {
      Formula.parse(text);
      return "";
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    }
  }

  @Property
  void anyTextIsReadOrRefused(@ForAll @StringLength(max = 400) String text) {
    String message = refusal(text);
    if (text.length() > 300) {
      assertThat(message)
          .isEqualTo("an expression has at most 300 characters, this one has " + text.length());
    }
  }

  @Property
  void thereMustBeANumberForEachVariable(@ForAll("formulas") RandomFormula written) {
    Formula formula = Formula.parse(written.text());
    int more = formula.variables().size() + 1;
    assertThatThrownBy(() -> formula.record(new double[more]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(more - 1 + " variables need as many numbers, not " + more);
  }
}
