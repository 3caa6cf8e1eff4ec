package dev.makemore.autograd;

import static java.lang.Math.abs;
import static java.lang.Math.cosh;
import static java.lang.Math.exp;
import static java.lang.Math.log;
import static java.lang.Math.pow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;

/** Compares every operation at random points with its formula and with central differences. */
class ValueProperties {

  private static final double NEAR_A_KINK = 1e-4;

  /** f on the tape, f and its derivative as formulas, and where the formulas hold. */
  record Unary(
      String name,
      UnaryOperator<Value> onTape,
      DoubleUnaryOperator f,
      DoubleUnaryOperator slope,
      boolean positiveOnly) {

    @Override
    public String toString() {
      return name;
    }
  }

  record Binary(
      String name,
      BinaryOperator<Value> onTape,
      DoubleBinaryOperator f,
      DoubleBinaryOperator towardX,
      DoubleBinaryOperator towardY,
      boolean positiveOnly) {

    @Override
    public String toString() {
      return name;
    }
  }

  @Provide
  Arbitrary<Unary> unaries() {
    return Arbitraries.of(
        new Unary("x + 2.5", x -> x.plus(2.5), x -> x + 2.5, x -> 1, false),
        new Unary("x - 2.5", x -> x.minus(2.5), x -> x - 2.5, x -> 1, false),
        new Unary("x * 2.5", x -> x.times(2.5), x -> x * 2.5, x -> 2.5, false),
        new Unary("x / 2.5", x -> x.dividedBy(2.5), x -> x / 2.5, x -> 0.4, false),
        new Unary("-x", Value::negate, x -> -x, x -> -1, false),
        new Unary("x^3", x -> x.pow(3), x -> x * x * x, x -> 3 * x * x, false),
        new Unary("x^-2", x -> x.pow(-2), x -> 1 / (x * x), x -> -2 / (x * x * x), true),
        new Unary("x^0.5", x -> x.pow(0.5), Math::sqrt, x -> 0.5 / Math.sqrt(x), true),
        new Unary("exp", Value::exp, Math::exp, Math::exp, false),
        new Unary("log", Value::log, Math::log, x -> 1 / x, true),
        new Unary("tanh", Value::tanh, Math::tanh, x -> 1 / (cosh(x) * cosh(x)), false),
        new Unary(
            "sigmoid",
            Value::sigmoid,
            x -> 1 / (1 + exp(-x)),
            x -> 1 / (2 + exp(x) + exp(-x)),
            false),
        new Unary("relu", Value::relu, x -> x > 0 ? x : 0, x -> x > 0 ? 1 : 0, false),
        new Unary("abs", Value::abs, x -> x > 0 ? x : -x, x -> x > 0 ? 1 : -1, false));
  }

  @Provide
  Arbitrary<Binary> binaries() {
    return Arbitraries.of(
        new Binary("x + y", Value::plus, (x, y) -> x + y, (x, y) -> 1, (x, y) -> 1, false),
        new Binary("x - y", Value::minus, (x, y) -> x - y, (x, y) -> 1, (x, y) -> -1, false),
        new Binary("x * y", Value::times, (x, y) -> x * y, (x, y) -> y, (x, y) -> x, false),
        new Binary(
            "x / y",
            Value::dividedBy,
            (x, y) -> x / y,
            (x, y) -> 1 / y,
            (x, y) -> -x / (y * y),
            true),
        new Binary(
            "x ^ y",
            Value::pow,
            Math::pow,
            (x, y) -> y * pow(x, y - 1),
            (x, y) -> pow(x, y) * log(x),
            true),
        new Binary(
            "min", Value::min, Math::min, (x, y) -> x < y ? 1 : 0, (x, y) -> x < y ? 0 : 1, false),
        new Binary(
            "max", Value::max, Math::max, (x, y) -> x > y ? 1 : 0, (x, y) -> x > y ? 0 : 1, false));
  }

  @Property(tries = 3_000)
  void aFunctionOfOneValueHasItsDerivative(
      @ForAll("unaries") Unary function,
      @ForAll @DoubleRange(min = -4, max = 4) @Scale(9) double at) {
    double x = function.positiveOnly ? abs(at) + 0.1 : at;
    Assume.that(abs(x) > NEAR_A_KINK);
    Value input = Tape.create().value(x);
    Value output = function.onTape.apply(input);
    output.backward();
    assertClose(output.data(), function.f.applyAsDouble(x));
    assertClose(input.gradient(), function.slope.applyAsDouble(x));
    assertThat(numericError(inputs -> function.onTape.apply(inputs.get(0)), x)).isLessThan(1e-6);
  }

  @Property(tries = 2_000)
  void aFunctionOfTwoValuesHasItsPartialDerivatives(
      @ForAll("binaries") Binary function,
      @ForAll @DoubleRange(min = -4, max = 4) @Scale(9) double first,
      @ForAll @DoubleRange(min = -4, max = 4) @Scale(9) double second) {
    double x = function.positiveOnly ? abs(first) + 0.5 : first;
    double y = function.positiveOnly ? abs(second) + 0.5 : second;
    Assume.that(abs(x - y) > NEAR_A_KINK);
    Tape tape = Tape.create();
    Value left = tape.value(x);
    Value right = tape.value(y);
    Value output = function.onTape.apply(left, right);
    output.backward();
    assertClose(output.data(), function.f.applyAsDouble(x, y));
    assertClose(left.gradient(), function.towardX.applyAsDouble(x, y));
    assertClose(right.gradient(), function.towardY.applyAsDouble(x, y));
    assertThat(numericError(xy -> function.onTape.apply(xy.get(0), xy.get(1)), x, y))
        .isLessThan(1e-6);
  }

  /** The same bits on every machine are what StrictMath promises and Math does not. */
  @Property
  void functionsAreThoseOfStrictMath(@ForAll @DoubleRange(min = -9, max = 9) @Scale(9) double x) {
    Value value = Tape.create().value(x);
    Value positive = Tape.create().value(abs(x) + 0.1);
    double y = positive.data();
    assertThat(value.exp().data()).isEqualTo(StrictMath.exp(x));
    assertThat(value.tanh().data()).isEqualTo(StrictMath.tanh(x));
    assertThat(positive.sigmoid().data()).isEqualTo(1 / (1 + StrictMath.exp(-y)));
    assertThat(positive.log().data()).isEqualTo(StrictMath.log(y));
    assertThat(positive.pow(x).data()).isEqualTo(StrictMath.pow(y, x));
    assertThat(positive.pow(positive).data()).isEqualTo(StrictMath.pow(y, y));
  }

  private static double numericError(Function<List<Value>, Value> f, double... at) {
    return GradientCheck.of(f, at).largestRelativeError();
  }

  private static void assertClose(double actual, double expected) {
    assertThat(actual).isEqualTo(expected, within(1e-13 * Math.max(1, abs(expected))));
  }
}
