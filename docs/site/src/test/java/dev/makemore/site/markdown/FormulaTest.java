package dev.makemore.site.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class FormulaTest {

  private static String row(String latex) {
    String mathMl = Formula.mathMl(latex);
    String before = "<div class=\"formula\"><math display=\"block\">";
    String after = "</math></div>";
    assertThat(mathMl).startsWith(before).endsWith(after);
    return mathMl.substring(before.length(), mathMl.length() - after.length());
  }

  @Test
  void aFractionHasANumeratorAndADenominator() {
    assertThat(row("\\frac{1}{N}"))
        .isEqualTo("<mfrac><mrow><mn>1</mn></mrow><mrow><mi>N</mi></mrow></mfrac>");
  }

  @Test
  void twoLettersAreTwoVariablesAndLongerWordsAreOneName() {
    assertThat(row("n_{cj}")).isEqualTo("<msub><mi>n</mi><mrow><mi>c</mi><mi>j</mi></mrow></msub>");
    assertThat(row("rate")).isEqualTo("<mi>rate</mi>");
    assertThat(row("KL")).isEqualTo("<mi>KL</mi>");
  }

  @Test
  void limitsOfASumAreBelowAndAboveIt() {
    assertThat(row("\\sum_{i=1}^{N} p_i"))
        .startsWith("<munderover><mo")
        .endsWith("</munderover><msub><mi>p</mi><mi>i</mi></msub>");
  }

  @Test
  void aThingCanHaveAnIndexAndAPower() {
    assertThat(row("v_j^2")).isEqualTo("<msubsup><mi>v</mi><mi>j</mi><mn>2</mn></msubsup>");
  }

  @Test
  void aSpaceStandsBetweenLnAndALetterAndNoneBeforeAParenthesis() {
    assertThat(row("\\ln x")).isEqualTo("<mi>ln</mi><mspace width=\"0.17em\"></mspace><mi>x</mi>");
    assertThat(row("\\ln(x)")).startsWith("<mi>ln</mi><mo stretchy=\"false\">(</mo>");
  }

  @Test
  void parenthesesAfterLeftAndRightGrow() {
    assertThat(row("\\left( x \\right)")).isEqualTo("<mrow><mo>(</mo><mi>x</mi><mo>)</mo></mrow>");
  }

  @Test
  void whatIsNotKnownIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Formula.mathMl("x \\oint y"))
        .withMessage("\\oint is not known in formulas: x \\oint y");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Formula.mathMl("\\frac{1}{"))
        .withMessage("formula ends too early: \\frac{1}{");
  }
}
