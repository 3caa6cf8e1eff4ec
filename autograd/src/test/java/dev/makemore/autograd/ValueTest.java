package dev.makemore.autograd;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ValueTest {

  private final Tape tape = Tape.create();

  // ---- Numbers that others published.

  /** The expression in the README of micrograd, with the numbers printed there. */
  @Test
  void agreesWithTheReadmeOfMicrograd() {
    Value a = tape.value(-4);
    Value b = tape.value(2);
    Value c = a.plus(b);
    Value d = a.times(b).plus(b.pow(3));
    c = c.plus(c.plus(1));
    c = c.plus(c.plus(1).plus(a.negate()));
    d = d.plus(d.times(2).plus(b.plus(a).relu()));
    d = d.plus(d.times(3).plus(b.minus(a).relu()));
    Value e = c.minus(d);
    Value f = e.pow(2);
    Value g = f.dividedBy(2.0);
    g = g.plus(tape.value(10).dividedBy(f));
    g.backward();
    assertThat(g.data()).isEqualTo(24.7041, within(0.00005));
    assertThat(a.gradient()).isEqualTo(138.8338, within(0.00005));
    assertThat(b.gradient()).isEqualTo(645.5773, within(0.00005));
  }

  // ---- Each operation by hand.

  @Test
  void arithmeticHasItsPartials() {
    assertBinary(Value::plus, 3, 5, 8, 1, 1);
    assertBinary(Value::minus, 3, 5, -2, 1, -1);
    assertBinary(Value::times, 3, 5, 15, 5, 3);
    assertBinary(Value::dividedBy, 3, 4, 0.75, 0.25, -3 / 16.0);
    assertUnary(Value::negate, 3, -3, -1);
  }

  @Test
  void arithmeticWithAConstantHasItsDerivative() {
    assertUnary(x -> x.plus(5), 3, 8, 1);
    assertUnary(x -> x.minus(5), 3, -2, 1);
    assertUnary(x -> x.times(5), 3, 15, 5);
    assertUnary(x -> x.dividedBy(4), 3, 0.75, 0.25);
    assertUnary(x -> x.pow(3), -2, -8, 12);
    assertUnary(x -> x.pow(-1), 2, 0.5, -0.25);
    assertUnary(x -> x.pow(0.5), 9, 3, 1 / 6.0);
  }

  @Test
  void divisionIsRoundedOnce() {
    assertUnary(x -> x.dividedBy(49), 49, 1, 1 / 49.0); // 49 * (1 / 49) is not 1
  }

  @Test
  void aQuotientOfHugeOrTinyNumbersHasFiniteDerivatives() {
    assertBinary(Value::dividedBy, 1e200, 1e200, 1, 1e-200, -1e-200); // y^2 would overflow
    assertBinary(Value::dividedBy, 1e-200, 1e-200, 1, 1e200, -1e200);
  }

  @Test
  void functionsHaveTheirDerivatives() {
    assertUnary(Value::exp, 0, 1, 1);
    assertUnary(Value::exp, 1, Math.E, Math.E);
    assertUnary(Value::log, 4, 2 * 0.6931471805599453, 0.25);
    assertUnary(Value::tanh, 0, 0, 1);
    assertUnary(Value::tanh, 0.5493061443340548, 0.5, 0.75); // artanh(1/2) = ln(3) / 2
    assertUnary(Value::sigmoid, 0, 0.5, 0.25);
    assertUnary(Value::sigmoid, 1.0986122886681098, 0.75, 0.1875); // ln 3
    assertUnary(Value::sigmoid, -1.0986122886681098, 0.25, 0.1875);
    assertUnary(Value::relu, 3, 3, 1);
    assertUnary(Value::relu, -3, 0, 0);
    assertUnary(Value::abs, 3, 3, 1);
    assertUnary(Value::abs, -3, 3, -1);
    assertBinary(Value::pow, 2, 3, 8, 12, 8 * 0.6931471805599453);
    assertBinary(Value::min, 2, 3, 2, 1, 0);
    assertBinary(Value::min, 3, 2, 2, 0, 1);
    assertBinary(Value::max, 2, 3, 3, 0, 1);
    assertBinary(Value::max, 3, 2, 3, 1, 0);
  }

  // ---- Where there is no derivative, and outside the domain.

  @Test
  void theSlopeOfReluAndAbsAtZeroIsZero() {
    assertUnary(Value::relu, 0, 0, 0);
    assertUnary(Value::relu, -0.0, 0, 0);
    assertUnary(Value::abs, 0, 0, 0);
  }

  @Test
  void tiesOfMinAndMaxGoToTheReceiver() {
    assertBinary(Value::min, 2, 2, 2, 1, 0);
    assertBinary(Value::max, 2, 2, 2, 1, 0);
  }

  @Test
  void powerZeroIsFlatEverywhere() {
    assertUnary(x -> x.pow(0), 0, 1, 0);
    assertUnary(x -> x.pow(0), -2, 1, 0);
    assertUnary(x -> x.pow(0), POSITIVE_INFINITY, 1, 0);
    assertBinary(Value::pow, -2, 0, 1, 0, NaN);
  }

  @Test
  void powersOfZeroFollowTheirLimits() {
    assertUnary(x -> x.pow(1), 0, 0, 1);
    assertUnary(x -> x.pow(2), 0, 0, 0);
    assertUnary(x -> x.pow(0.5), 0, 0, POSITIVE_INFINITY);
    assertBinary(Value::pow, 0, 2, 0, 0, 0);
    assertBinary(Value::pow, 0, 0, 1, 0, NEGATIVE_INFINITY);
  }

  @Test
  void aNegativeBaseWithAFractionalExponentIsNotANumber() {
    assertUnary(x -> x.pow(0.5), -4, NaN, NaN);
    assertUnary(x -> x.pow(2.5), -4, NaN, NaN);
    assertBinary(Value::pow, -4, 0.5, NaN, NaN, NaN);
  }

  @Test
  void aNegativeBaseWithAWholeExponentHasOnlyTheDerivativeTowardTheBase() {
    assertBinary(Value::pow, -2, 3, -8, 12, NaN);
  }

  @Test
  void theLogOfZeroIsMinusInfinityAndBelowNotANumber() {
    assertUnary(Value::log, 0, NEGATIVE_INFINITY, POSITIVE_INFINITY);
    assertUnary(Value::log, -1, NaN, NaN);
  }

  @Test
  void functionsDoNotOverflowWhereTheirValuesAreFinite() {
    assertUnary(Value::sigmoid, 1000, 1, 0);
    assertUnary(Value::sigmoid, -1000, 0, 0);
    assertUnary(Value::tanh, 1000, 1, 0);
    assertUnary(Value::sigmoid, 40, 1, Math.exp(-40)); // where s (1 - s) would have rounded to 0
  }

  @Test
  void notANumberIsPassedOn() {
    assertUnary(Value::exp, NaN, NaN, NaN);
    assertThat(tape.value(NaN).relu().data()).isNaN();
    assertThat(tape.value(NaN).min(tape.value(1)).data()).isNaN();
    assertThat(tape.value(NaN).max(tape.value(1)).data()).isNaN();
  }

  // ---- Values used more than once.

  @Test
  void aValueUsedTwiceInOneOperationCountsTwice() {
    Value a = tape.value(3);
    Value b = a.plus(a);
    Value c = b.plus(b);
    c.backward();
    assertThat(c.data()).isEqualTo(12);
    assertThat(b.gradient()).isEqualTo(2);
    assertThat(a.gradient()).isEqualTo(4);
  }

  @Test
  void aSquareByTimesHasTheDerivativeOfASquare() {
    assertUnary(x -> x.times(x), 3, 9, 6);
    assertUnary(x -> x.dividedBy(x), 3, 1, 0);
    assertUnary(x -> x.minus(x), 3, 0, 0);
    assertUnary(x -> x.pow(x), 1, 1, 1); // (x^x)' = x^x (ln x + 1)
  }

  // ---- Leaves.

  @Test
  void aLeafCanBeSetAndRecordedExpressionsStay() {
    Value x = tape.value(3);
    Value square = x.times(x);
    x.set(5);
    assertThat(x.data()).isEqualTo(5);
    assertThat(square.data()).isEqualTo(9);
    square.backward();
    assertThat(x.gradient()).isEqualTo(6);
    assertThat(x.times(x).data()).isEqualTo(25);
  }

  @Test
  void onlyALeafCanBeSet() {
    Value sum = tape.value(1).plus(2);
    assertThat(sum.isLeaf()).isFalse();
    assertThatIllegalStateException()
        .isThrownBy(() -> sum.set(1))
        .withMessageContaining("only a leaf can be set")
        .withMessageContaining("plus");
    assertThat(sum.data()).isEqualTo(3);
  }

  @Test
  void twoTapesInOneExpressionAreAnError() {
    Value here = tape.value(1);
    Value there = Tape.create().value(2);
    for (BinaryOperator<Value> operation : BINARY) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> operation.apply(here, there))
          .withMessageContaining("two different tapes");
    }
    assertThat(tape.size()).isEqualTo(1);
  }

  @Test
  void showsDataAndGradient() {
    Value x = tape.value(2);
    x.times(4).backward();
    assertThat(x).hasToString("Value(data=2.0, gradient=4.0)");
  }

  @Test
  void aLabelChangesNothingElse() {
    Value x = tape.value(2);
    assertThat(x.label("x")).isSameAs(x);
    assertThat(tape.size()).isEqualTo(1);
  }

  // ---- Helpers.

  private static final List<BinaryOperator<Value>> BINARY =
      List.of(
          Value::plus,
          Value::minus,
          Value::times,
          Value::dividedBy,
          Value::pow,
          Value::min,
          Value::max);

  private void assertUnary(UnaryOperator<Value> f, double x, double result, double slope) {
    Value input = tape.value(x);
    Value output = f.apply(input);
    output.backward();
    assertNumber(output.data(), result);
    assertNumber(input.gradient(), slope);
  }

  private void assertBinary(
      BinaryOperator<Value> f, double x, double y, double result, double towardX, double towardY) {
    Value left = tape.value(x);
    Value right = tape.value(y);
    Value output = f.apply(left, right);
    output.backward();
    assertNumber(output.data(), result);
    assertNumber(left.gradient(), towardX);
    assertNumber(right.gradient(), towardY);
  }

  private static void assertNumber(double actual, double expected) {
    if (Double.isFinite(expected)) {
      assertThat(actual).isEqualTo(expected, within(4e-16 * Math.max(1e-9, Math.abs(expected))));
    } else {
      assertThat(actual).isEqualTo(Double.valueOf(expected)); // NaN equals NaN
    }
  }
}
