package dev.makemore.autograd;

import static java.lang.Double.MAX_VALUE;
import static java.lang.Double.MIN_NORMAL;
import static java.lang.Double.MIN_VALUE;
import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static java.math.BigDecimal.ONE;
import static java.math.BigDecimal.ZERO;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The partial derivatives of every operation at points where formulas lose digits: within 4 units
 * in the last place of what decimal arithmetic of 40 digits gives.
 */
class OperationAccuracyTest {

  private static final double ULPS = 4;

  private static final double[] POSITIVE = {
    MIN_VALUE,
    1e-310,
    MIN_NORMAL,
    1e-300,
    1e-200,
    1e-17,
    1e-10,
    1e-3,
    0.1,
    0.5,
    0.7,
    Math.nextDown(1),
    1,
    Math.nextUp(1),
    1.5,
    2,
    2.09,
    3,
    10,
    18,
    20,
    40,
    100,
    354,
    371,
    700,
    709.5,
    744,
    746,
    1000,
    2080,
    1e10,
    0x1p53 + 2,
    1e17,
    1e103,
    1e200,
    1e300,
    MAX_VALUE
  };

  /** The same, and their opposites. */
  private static final double[] HARD = withOpposites(POSITIVE);

  /** Fewer, since all pairs of them are tried. */
  private static final double[] POSITIVE_IN_PAIRS = {
    MIN_VALUE,
    1e-310,
    MIN_NORMAL,
    1e-200,
    1e-17,
    0.1,
    Math.nextDown(1),
    1,
    Math.nextUp(1),
    2.09,
    371,
    2080,
    0x1p53 + 2,
    1e103,
    1e200,
    MAX_VALUE
  };

  private static final double[] IN_PAIRS = withOpposites(POSITIVE_IN_PAIRS);

  private static double[] withOpposites(double... numbers) {
    return DoubleStream.of(numbers).flatMap(x -> DoubleStream.of(x, -x)).toArray();
  }

  /** An operation as it is recorded, and its exact partials toward each input at a point. */
  private record Law(
      Function<List<Value>, Value> recorded,
      Function<List<BigDecimal>, List<BigDecimal>> partials) {

    Set<Operation> check(double... at) {
      Tape tape = Tape.create();
      List<Value> inputs = tape.values(at);
      recorded.apply(inputs).backward();
      List<BigDecimal> exact = partials.apply(Arrays.stream(at).mapToObj(Exact::of).toList());
      for (int i = 0; i < at.length; i++) {
        double actual = inputs.get(i).gradient();
        assertThat(Exact.ulps(actual, exact.get(i)))
            .as(
                "%s at %s toward %d: %s, exactly %.20e",
                operation(tape), Arrays.toString(at), i, actual, exact.get(i))
            .isLessThanOrEqualTo(ULPS);
      }
      return EnumSet.of(operation(tape));
    }
  }

  private static Operation operation(Tape tape) {
    return tape.operation(tape.size() - 1);
  }

  private static Law unary(UnaryOperator<Value> f, UnaryOperator<BigDecimal> slope) {
    return new Law(x -> f.apply(x.get(0)), x -> List.of(slope.apply(x.get(0))));
  }

  private static Law binary(
      BinaryOperator<Value> f,
      BinaryOperator<BigDecimal> towardX,
      BinaryOperator<BigDecimal> towardY) {
    return new Law(
        xy -> f.apply(xy.get(0), xy.get(1)),
        xy -> List.of(towardX.apply(xy.get(0), xy.get(1)), towardY.apply(xy.get(0), xy.get(1))));
  }

  @Test
  void everyDerivativeIsWithin4UlpsOfTheExactOne() {
    Set<Operation> checked = EnumSet.of(Operation.LEAF); // which has none
    checked.addAll(functionsOfOne());
    checked.addAll(functionsOfTwo());
    checked.addAll(powers());
    checked.addAll(sums());
    checked.addAll(softmaxes());
    assertThat(checked).containsExactlyInAnyOrder(Operation.values());
  }

  private static Set<Operation> functionsOfOne() {
    Set<Operation> checked = EnumSet.noneOf(Operation.class);
    for (double x : HARD) {
      checked.addAll(unary(v -> v.plus(0.1), e -> ONE).check(x));
      checked.addAll(unary(Value::negate, e -> ONE.negate()).check(x));
      checked.addAll(unary(Value::exp, Exact::exp).check(x));
      checked.addAll(unary(Value::tanh, OperationAccuracyTest::sech2).check(x));
      checked.addAll(unary(Value::sigmoid, OperationAccuracyTest::logistic).check(x));
      checked.addAll(unary(Value::relu, e -> e.signum() > 0 ? ONE : ZERO).check(x));
      checked.addAll(unary(Value::abs, e -> BigDecimal.valueOf(e.signum())).check(x));
    }
    for (double x : POSITIVE) {
      checked.addAll(unary(Value::log, e -> Exact.quotient(ONE, e)).check(x));
      checked.addAll(unary(Value::rsqrt, OperationAccuracyTest::rsqrtSlope).check(x));
    }
    return checked;
  }

  /** (x^-1/2)' = -1/2 x^-3/2. */
  private static BigDecimal rsqrtSlope(BigDecimal x) {
    return Exact.pow(x, new BigDecimal("-1.5")).multiply(new BigDecimal("-0.5"));
  }

  /** tanh' = 4 / (e^x + e^-x)^2. */
  private static BigDecimal sech2(BigDecimal x) {
    BigDecimal sum = Exact.exp(x).add(Exact.exp(x.negate()));
    return Exact.quotient(BigDecimal.valueOf(4), sum.multiply(sum));
  }

  /** The derivative of the logistic function: 1 / (e^x + 2 + e^-x). */
  private static BigDecimal logistic(BigDecimal x) {
    BigDecimal sum = Exact.exp(x).add(Exact.exp(x.negate())).add(BigDecimal.valueOf(2));
    return Exact.quotient(ONE, sum);
  }

  private static Set<Operation> functionsOfTwo() {
    Set<Operation> checked = EnumSet.noneOf(Operation.class);
    for (double x : IN_PAIRS) {
      for (double y : IN_PAIRS) {
        BigDecimal c = Exact.of(y);
        BigDecimal perC = Exact.quotient(ONE, c);
        checked.addAll(unary(v -> v.times(y), e -> c).check(x));
        checked.addAll(unary(v -> v.dividedBy(y), e -> perC).check(x));
        checked.addAll(binary(Value::plus, (a, b) -> ONE, (a, b) -> ONE).check(x, y));
        checked.addAll(binary(Value::minus, (a, b) -> ONE, (a, b) -> ONE.negate()).check(x, y));
        checked.addAll(binary(Value::times, (a, b) -> b, (a, b) -> a).check(x, y));
        checked.addAll(
            binary(
                    Value::dividedBy,
                    (a, b) -> perC,
                    (a, b) -> Exact.quotient(a, b.multiply(b)).negate())
                .check(x, y));
        checked.addAll(
            binary(Value::min, (a, b) -> oneIf(x <= y), (a, b) -> oneIf(x > y)).check(x, y));
        checked.addAll(
            binary(Value::max, (a, b) -> oneIf(x >= y), (a, b) -> oneIf(x < y)).check(x, y));
      }
    }
    return checked;
  }

  private static BigDecimal oneIf(boolean condition) {
    return condition ? ONE : ZERO;
  }

  private static Set<Operation> powers() {
    Set<Operation> checked = EnumSet.noneOf(Operation.class);
    for (double x : POSITIVE_IN_PAIRS) {
      for (double y : IN_PAIRS) {
        checked.addAll(
            binary(
                    Value::pow,
                    (a, b) -> b.multiply(Exact.pow(a, b.subtract(ONE))),
                    (a, b) -> Exact.ln(a).multiply(Exact.pow(a, b)))
                .check(x, y));
      }
      for (int n : new int[] {-3, -2, -1, 1, 2, 3}) { // a whole power of x and of -x
        UnaryOperator<BigDecimal> slope =
            a -> {
              BigDecimal size =
                  BigDecimal.valueOf(n).multiply(Exact.pow(a.abs(), BigDecimal.valueOf(n - 1)));
              return a.signum() < 0 && n % 2 == 0 ? size.negate() : size;
            };
        checked.addAll(unary(v -> v.pow(n), slope).check(x));
        checked.addAll(unary(v -> v.pow(n), slope).check(-x));
      }
    }
    return checked;
  }

  private static Set<Operation> sums() {
    Set<Operation> checked = EnumSet.noneOf(Operation.class);
    for (double x : HARD) {
      double[] at = {x, 1, 1e300, MIN_VALUE, -x, 3};
      BigDecimal sixth = Exact.quotient(ONE, BigDecimal.valueOf(6));
      checked.addAll(new Law(Values::sum, e -> e.stream().map(a -> ONE).toList()).check(at));
      checked.addAll(new Law(Values::mean, e -> e.stream().map(a -> sixth).toList()).check(at));
      checked.addAll(new Law(v -> Values.dot(at, v), e -> e).check(at));
      checked.addAll(new Law(Values::max, e -> oneHot(6, largest(e))).check(at));
      checked.addAll(
          new Law(v -> Values.pick(v, v.get(0).tape().value(2)), e -> oneHot(6, 2)).check(at));
      checked.addAll(
          new Law(v -> product(at(v, 0, 1, 3), at(v, 5, 2, 4)), e -> at(e, 5, 2, 1, 4, 3, 0))
              .check(at)); // not evenly spaced
      checked.addAll(new Law(v -> product(v.subList(0, 3), v.subList(3, 6)), swapped()).check(at));
    }
    return checked;
  }

  private static Value product(List<Value> a, List<Value> b) {
    return Values.dot(a, b);
  }

  private static <T> List<T> at(List<T> all, int... places) {
    return Arrays.stream(places).mapToObj(all::get).toList();
  }

  private static List<BigDecimal> oneHot(int size, int place) {
    return IntStream.range(0, size).mapToObj(i -> i == place ? ONE : ZERO).toList();
  }

  private static int largest(List<BigDecimal> numbers) {
    return numbers.indexOf(numbers.stream().reduce(BigDecimal::max).orElseThrow());
  }

  private static Function<List<BigDecimal>, List<BigDecimal>> swapped() {
    return e -> IntStream.range(0, 6).mapToObj(i -> e.get((i + 3) % 6)).toList();
  }

  /** Their differences are exact in doubles: what is not is an error of the logits themselves. */
  private static final double[][] LOGITS = {
    {0, 0},
    {1e9, 1e9},
    {1e16, 1e16},
    {1e300, 1e300},
    {-MAX_VALUE, -MAX_VALUE},
    {MIN_VALUE, 0},
    {40, 0},
    {0, 40, 0},
    {700, 0},
    {744, 0},
    {0, -1000},
    {1e300, -1e300},
    {37, 0, 0, 0},
    {1, 2, 3},
    {-1000, -1001, -1003},
    {1e16, 1e16 + 2, 1e16 - 4},
    {1e-10, 0},
    {0.5, 0.25, 20}
  };

  private static Set<Operation> softmaxes() {
    Set<Operation> checked = EnumSet.noneOf(Operation.class);
    for (double[] logits : LOGITS) {
      checked.addAll(new Law(Values::logSumExp, OperationAccuracyTest::softmax).check(logits));
      for (int target = 0; target < logits.length; target++) {
        int t = target;
        double[] oneHot = new double[logits.length];
        oneHot[t] = 1;
        List<Function<List<Value>, Value>> forms =
            List.of(
                z -> Values.crossEntropy(z, t),
                z -> Values.crossEntropy(z, oneHot),
                z -> Values.crossEntropy(z, z.get(0).tape().value(t)));
        for (Function<List<Value>, Value> form : forms) {
          checked.addAll(new Law(form, z -> softmaxLessOne(z, t)).check(logits));
        }
      }
    }
    return checked;
  }

  private static List<BigDecimal> softmaxLessOne(List<BigDecimal> logits, int t) {
    List<BigDecimal> p = new ArrayList<>(softmax(logits));
    p.set(t, ZERO); // p_t - 1 is minus the sum of the others
    p.set(t, p.stream().reduce(BigDecimal::add).orElseThrow().negate());
    return p;
  }

  private static List<BigDecimal> softmax(List<BigDecimal> logits) {
    BigDecimal largest = logits.stream().reduce(BigDecimal::max).orElseThrow();
    List<BigDecimal> exps = logits.stream().map(z -> Exact.exp(z.subtract(largest))).toList();
    BigDecimal sum = exps.stream().reduce(BigDecimal::add).orElseThrow();
    return exps.stream().map(e -> Exact.quotient(e, sum)).toList();
  }

  @Test
  void everyCrossEntropyIsWithin4UlpsOfTheExactOne() {
    for (double[] logits : LOGITS) {
      List<BigDecimal> z = Arrays.stream(logits).mapToObj(Exact::of).toList();
      BigDecimal largest = z.stream().reduce(BigDecimal::max).orElseThrow();
      BigDecimal sum =
          z.stream().map(x -> Exact.exp(x.subtract(largest))).reduce(BigDecimal::add).orElseThrow();
      for (int t = 0; t < logits.length; t++) {
        double actual = Values.crossEntropy(Tape.create().values(logits), t).data();
        BigDecimal exact = largest.subtract(z.get(t)).add(Exact.ln(sum));
        assertThat(Exact.ulps(actual, exact))
            .as("%s of %s: %s, exactly %.20e", t, Arrays.toString(logits), actual, exact)
            .isLessThanOrEqualTo(ULPS);
      }
    }
  }

  // ---- Signed zeros, infinities, and what is not a number: limits, or else NaN.

  private static final double INF = POSITIVE_INFINITY;

  @Test
  void everyDerivativeHasItsLimitAtZeroAndInfinity() {
    Set<Operation> checked = EnumSet.of(Operation.LEAF);
    for (double zero : new double[] {0.0, -0.0}) {
      checked.addAll(slopes(Value::exp, zero, 1));
      checked.addAll(slopes(Value::log, zero, INF));
      checked.addAll(slopes(Value::tanh, zero, 1));
      checked.addAll(slopes(Value::sigmoid, zero, 0.25));
      checked.addAll(slopes(Value::relu, zero, 0));
      checked.addAll(slopes(Value::abs, zero, 0));
      checked.addAll(slopes(Value::negate, zero, -1));
      checked.addAll(slopes(x -> x.plus(1), zero, 1));
      checked.addAll(slopes(x -> x.times(zero), INF, 0));
      checked.addAll(slopes(x -> x.dividedBy(zero), 1, 1 / zero));
      checked.addAll(slopes(x -> x.pow(0.3), zero, INF));
      checked.addAll(slopes(x -> x.pow(1), zero, 1));
      checked.addAll(slopes(x -> x.pow(-1), zero, -INF));
      checked.addAll(slopes(Value::rsqrt, zero, -INF));
      checked.addAll(slopes(x -> x.pow(-2), zero, 1 / zero > 0 ? -INF : INF));
      checked.addAll(slopes(Value::times, zero, 3, 3, 0));
      checked.addAll(slopes(Value::dividedBy, zero, 3, 1 / 3.0, 0));
      checked.addAll(slopes(Value::min, zero, 0, 1, 0));
      checked.addAll(slopes(Value::max, zero, 0, 1, 0));
      checked.addAll(slopes(Value::pow, zero, 2, 0, 0));
      checked.addAll(slopes(Value::pow, zero, 0, 0, -INF));
    }
    checked.addAll(slopes(Value::exp, INF, INF));
    checked.addAll(slopes(Value::exp, -INF, 0));
    checked.addAll(slopes(Value::log, INF, 0));
    checked.addAll(slopes(Value::log, -INF, NaN));
    checked.addAll(slopes(Value::relu, INF, 1));
    checked.addAll(slopes(Value::rsqrt, INF, 0));
    checked.addAll(slopes(Value::rsqrt, -1, NaN));
    checked.addAll(slopes(x -> x.pow(INF), 0.5, 0));
    checked.addAll(slopes(x -> x.pow(INF), 2, INF));
    checked.addAll(slopes(x -> x.pow(0.3), INF, 0));
    for (double infinity : new double[] {INF, -INF}) {
      checked.addAll(slopes(Value::tanh, infinity, 0));
      checked.addAll(slopes(Value::sigmoid, infinity, 0));
      checked.addAll(slopes(Value::abs, infinity, Math.signum(infinity)));
      checked.addAll(slopes(x -> x.dividedBy(infinity), 1, 0));
      checked.addAll(slopes(Value::dividedBy, 1, infinity, 0, 0));
      checked.addAll(slopes(Value::dividedBy, 1e300, infinity, 0, 0));
      checked.addAll(slopes(Value::plus, infinity, 1, 1, 1));
      checked.addAll(slopes(Value::minus, infinity, 1, 1, -1));
      checked.addAll(slopes(Value::min, infinity, 1, infinity < 0 ? 1 : 0, infinity < 0 ? 0 : 1));
    }
    checked.addAll(slopes(Value::pow, INF, -1, 0, 0));
    checked.addAll(slopes(Value::pow, -1e-200, 2, -2e-200, NaN));
    checked.addAll(slopes(Values::sum, List.of(INF, -0.0), 1, 1));
    checked.addAll(slopes(Values::mean, List.of(INF, -0.0), 0.5, 0.5));
    checked.addAll(slopes(Values::max, List.of(-INF, INF, INF), 0, 1, 0));
    checked.addAll(
        slopes(x -> Values.pick(x.subList(0, 2), x.get(2)), List.of(INF, 0.0, 1.0), 0, 1, 0));
    checked.addAll(slopes(x -> Values.dot(at(x, 0, 0), at(x, 0, 1)), List.of(INF, -0.0), INF, INF));
    checked.addAll(slopes(x -> Values.dot(x, x), List.of(INF, -0.0), INF, 0));
    checked.addAll(slopes(x -> Values.dot(new double[] {-0.0, INF}, x), List.of(1.0, 1.0), 0, INF));
    checked.addAll(softmaxesOfInfinities());
    assertThat(checked).containsExactlyInAnyOrder(Operation.values());
  }

  private static Set<Operation> softmaxesOfInfinities() {
    Set<Operation> checked = EnumSet.noneOf(Operation.class);
    checked.addAll(slopes(Values::logSumExp, List.of(-INF, -INF), 0, 0));
    checked.addAll(slopes(Values::logSumExp, List.of(-INF, 3.0), 0, 1));
    checked.addAll(slopes(Values::logSumExp, List.of(INF, 3.0), 1, 0));
    checked.addAll(slopes(Values::logSumExp, List.of(INF, INF), NaN, NaN));
    checked.addAll(slopes(Values::logSumExp, List.of(0.0, -0.0), 0.5, 0.5));
    checked.addAll(slopes(x -> Values.crossEntropy(x, 0), List.of(0.0, -0.0), -0.5, 0.5));
    checked.addAll(
        slopes(x -> Values.crossEntropy(x, new double[] {1, 0}), List.of(INF, 3.0), 0, 0));
    checked.addAll(
        slopes(
            x -> Values.crossEntropy(x.subList(0, 2), x.get(2)), List.of(INF, 3.0, 1.0), 1, -1, 0));
    checked.addAll(slopes(x -> Values.crossEntropy(x, 0), List.of(INF, 3.0), 0, 0));
    checked.addAll(slopes(x -> Values.crossEntropy(x, 1), List.of(INF, 3.0), 1, -1));
    checked.addAll(slopes(x -> Values.crossEntropy(x, 1), List.of(3.0, -INF), 1, -1));
    checked.addAll(slopes(x -> Values.crossEntropy(x, 0), List.of(3.0, -INF), 0, 0));
    checked.addAll(slopes(x -> Values.crossEntropy(x, 0), List.of(-INF, -INF), NaN, NaN));
    checked.addAll(slopes(x -> Values.crossEntropy(x, 0), List.of(NaN, 0.0), NaN, NaN));
    checked.addAll(slopes(x -> Values.crossEntropy(x, 0), List.of(0.0, NaN), NaN, NaN));
    return checked;
  }

  private static Set<Operation> slopes(UnaryOperator<Value> f, double x, double slope) {
    return slopes(v -> f.apply(v.get(0)), List.of(x), slope);
  }

  private static Set<Operation> slopes(
      BinaryOperator<Value> f, double x, double y, double towardX, double towardY) {
    return slopes(v -> f.apply(v.get(0), v.get(1)), List.of(x, y), towardX, towardY);
  }

  private static Set<Operation> slopes(
      Function<List<Value>, Value> f, List<Double> at, double... expected) {
    Tape tape = Tape.create();
    List<Value> inputs = tape.values(at.stream().mapToDouble(Double::doubleValue).toArray());
    f.apply(inputs).backward();
    double[] actual = inputs.stream().mapToDouble(x -> x.gradient() + 0.0).toArray(); // -0.0 is 0
    assertThat(actual).as("%s at %s", operation(tape), at).containsExactly(expected);
    return EnumSet.of(operation(tape));
  }
}
