package dev.makemore.explorer.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.autograd.ExpressionGraph;
import dev.makemore.autograd.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaTest {

  /** a = 2, b = 3 and c = 4, whichever of them occur. */
  private static double value(String text) {
    Formula formula = Formula.parse(text);
    return formula
        .record(formula.variables().stream().mapToDouble(name -> 2 + "abc".indexOf(name)).toArray())
        .data();
  }

  @ParameterizedTest
  @CsvSource({
    "a + b, 5",
    "a - b, -1",
    "a * b, 6",
    "a / b, 0.6666666666666666",
    "a ^ b, 8",
    "-a, -2",
    "--a, 2",
    "---a, -2",
    "a - -b, 5",
    "a * -b, -6",
    // precedence
    "a + b * c, 14",
    "(a + b) * c, 20",
    "a * b + c, 10",
    "a - b / c, 1.25",
    "a * b ^ c, 162",
    "-a ^ 2, -4",
    "(-a) ^ 2, 4",
    "a ^ -1, 0.5",
    "a ^ - 1, 0.5",
    "a ^ -a ^ 2, 0.0625",
    "2 * -a ^ 2, -8",
    // from the left, but powers from the right
    "a - b - c, -5",
    "a - (b - c), 3",
    "a / b / c, 0.16666666666666666",
    "24 / a * b, 36",
    "2 ^ 3 ^ 2, 512",
    "(2 ^ 3) ^ 2, 64",
    "a ^ b ^ 0, 2",
    // numbers
    "7, 7",
    "007, 7",
    "1.5, 1.5",
    "1., 1",
    ".5, 0.5",
    // functions
    "exp(0), 1",
    "log(1), 0",
    "tanh(0), 0",
    "sigmoid(0), 0.5",
    "relu(a), 2",
    "relu(-a), 0",
    "abs(-a), 2",
    "'min(a, b)', 2",
    "'max(a, b)', 3",
    "'max(a, min(c, b)) + 1', 4",
    "exp(log(a)) * b, 6",
  })
  void expressionsHaveTheirValues(String text, double expected) {
    assertThat(value(text)).isEqualTo(expected, within(1e-15));
  }

  @Test
  void functionsAreThoseOfTheirNames() {
    assertThat(value("exp(1)")).isEqualTo(Math.E, within(1e-15));
    assertThat(value("log(10)")).isEqualTo(2.302585092994046, within(1e-15));
    assertThat(value("tanh(1)")).isEqualTo(0.7615941559557649, within(1e-15));
    assertThat(value("sigmoid(1)")).isEqualTo(0.7310585786300049, within(1e-15));
  }

  @Test
  void variablesAreListedInTheirOrder() {
    assertThat(Formula.parse("w_2*x1 + w_2 + Bias - 3*\u03B8").variables())
        .containsExactly("w_2", "x1", "Bias", "\u03B8");
    assertThat(Formula.parse("1 + 2").variables()).isEmpty();
  }

  @Test
  void aVariableIsOneLeafHoweverOftenItOccurs() {
    Value root = Formula.parse("a * a + a").record(3);
    root.backward();
    assertThat(ExpressionGraph.of(root).nodes()).hasSize(3);
    assertThat(ExpressionGraph.of(root).nodes().get(0))
        .isEqualTo(new ExpressionGraph.Node("a", "", 3, 7, List.of()));
  }

  @Test
  void aConstantExponentIsNoLeaf() {
    for (String text : new String[] {"a ^ 2", "a ^ -2", "a ^ - 2 + 0", "(a ^ 2.)"}) {
      Value root = Formula.parse(text).record(-3);
      assertThat(ExpressionGraph.of(root).nodes())
          .as(text)
          .anyMatch(node -> node.operation().equals("pow constant"))
          .noneMatch(node -> node.label().startsWith("2"));
    }
    Value root = Formula.parse("a ^ b").record(3, 2);
    assertThat(ExpressionGraph.of(root).nodes()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "\"\" | the expression ends where a number, a variable, a function or ( is expected",
        "a + | the expression ends where a number, a variable, a function or ( is expected",
        "(a | the expression ends where ) is expected",
        "a) | character 2 is ')' where an operator or the end is expected",
        "a b | character 3 is 'b' where an operator or the end is expected",
        "2a | character 2 is 'a' where an operator or the end is expected",
        "1e5 | character 2 is 'e' where an operator or the end is expected",
        "a ** b | character 4 is '*' where a number, a variable, a function or ( is expected",
        "a + \uD83D\uDE00 | character 5 is '\uD83D\uDE00' where a number, a variable, a function or"
            + " ( is expected",
        "a + 1.2.3 | character 5: '1.2.3' is not a number",
        "a * . | character 5: '.' is not a number",
        "1 + exp | the expression ends where ( after the function exp is expected",
        "tanh a | character 6 is 'a' where ( after the function tanh is expected",
        "a + sin(a) | character 5: there is no function sin; there are abs, exp, log, max, min,"
            + " relu, sigmoid, tanh",
        "2 * exp(a, b) | character 5: exp takes 1 argument, not 2",
        "max(a) | character 1: max takes 2 arguments, not 1",
        "exp() | character 5 is ')' where a number, a variable, a function or ( is expected",
        "a, b | character 2 is ',' where an operator or the end is expected",
      })
  void anErrorNamesItsPlace(String text, String message) {
    assertThatThrownBy(() -> Formula.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void aNulIsNotTheEnd() {
    assertThatThrownBy(() -> Formula.parse("a\0+ b"))
        .hasMessage("character 2 is '\0' where an operator or the end is expected");
  }

  @Test
  void anExpressionHasAtMost300Characters() {
    assertThat(value("1 + ".repeat(74) + "1000")).isEqualTo(1074);
    assertThatThrownBy(() -> Formula.parse("1".repeat(301)))
        .hasMessage("an expression has at most 300 characters, this one has 301");
  }

  @Test
  void deepNestingIsRead() {
    assertThat(value("(".repeat(149) + "a" + ")".repeat(149))).isEqualTo(2);
    assertThat(value("-".repeat(298) + "a")).isEqualTo(2);
    assertThat(value("abs(".repeat(59) + "-a" + ")".repeat(59))).isEqualTo(2);
    assertThat(value("1^".repeat(149) + "a")).isEqualTo(1);
    assertThatThrownBy(() -> Formula.parse("(".repeat(300)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the expression ends");
  }
}
