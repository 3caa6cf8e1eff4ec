package dev.makemore.autograd;

import dev.makemore.autograd.nn.Attention;
import dev.makemore.autograd.nn.Normalization;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * A random expression as a straight-line program: three inputs, then steps that each apply an
 * operation to two earlier results, so that results are shared freely. It can be recorded on a tape
 * and, written a second time without one, computed in plain doubles.
 */
record Program(List<Step> steps) {

  static final int INPUTS = 3;

  record Step(Op op, int left, int right) {}

  /** An operation on values, the same on doubles, and where it is smooth and of moderate size. */
  enum Op {
    PLUS(Value::plus, (x, y) -> x + y),
    MINUS(Value::minus, (x, y) -> x - y),
    TIMES(Value::times, (x, y) -> x * y),
    DIVIDED_BY(Value::dividedBy, (x, y) -> x / y, (x, y) -> Math.abs(y) > 0.2),
    PLUS_CONSTANT((a, b) -> a.plus(1.5), (x, y) -> x + 1.5),
    MINUS_CONSTANT((a, b) -> a.minus(1.5), (x, y) -> x - 1.5),
    TIMES_CONSTANT((a, b) -> a.times(-0.7), (x, y) -> x * -0.7),
    DIVIDED_BY_CONSTANT((a, b) -> a.dividedBy(3), (x, y) -> x / 3),
    NEGATE((a, b) -> a.negate(), (x, y) -> -x),
    SQUARE((a, b) -> a.pow(2), (x, y) -> x * x),
    ROOT((a, b) -> a.pow(0.5), (x, y) -> Math.sqrt(x), (x, y) -> x > 0.2),
    POW(Value::pow, Math::pow, (x, y) -> x > 0.2),
    EXP((a, b) -> a.exp(), (x, y) -> Math.exp(x)),
    RSQRT((a, b) -> a.rsqrt(), (x, y) -> 1 / Math.sqrt(x), (x, y) -> x > 0.2),
    LOG((a, b) -> a.log(), (x, y) -> Math.log(x), (x, y) -> x > 0.2),
    TANH((a, b) -> a.tanh(), (x, y) -> Math.tanh(x)),
    SIGMOID((a, b) -> a.sigmoid(), (x, y) -> 1 / (1 + Math.exp(-x))),
    RELU((a, b) -> a.relu(), (x, y) -> x > 0 ? x : 0, (x, y) -> Math.abs(x) > 0.01),
    ABS((a, b) -> a.abs(), (x, y) -> x < 0 ? -x : x, (x, y) -> Math.abs(x) > 0.01),
    MIN(Value::min, Math::min, (x, y) -> Math.abs(x - y) > 0.01),
    MAX(Value::max, Math::max, (x, y) -> Math.abs(x - y) > 0.01),
    SUM((a, b) -> Values.sum(a, b, a), (x, y) -> x + y + x),
    MEAN((a, b) -> Values.mean(List.of(a, b, b)), (x, y) -> (x + y + y) / 3),
    DOT((a, b) -> Values.dot(List.of(a, b), List.of(b, b)), (x, y) -> x * y + y * y),
    DOT_PLUS((a, b) -> Values.dot(List.of(a, b), List.of(b, b), a), (x, y) -> x * y + y * y + x),
    DOT_OF_VIEWS((a, b) -> Values.dot(neighbors(a, b), neighbors(b, a)), (x, y) -> x * y + y * x),
    DOT_OF_VIEWS_PLUS(
        (a, b) -> Values.dot(neighbors(a, b), neighbors(a, a), b), (x, y) -> x * x + y * x + y),
    SQUARES_OF_VIEWS((a, b) -> squares(neighbors(a, b)), (x, y) -> x * x + y * y),
    WEIGHTED((a, b) -> Values.dot(new double[] {2, -3}, List.of(a, b)), (x, y) -> 2 * x - 3 * y),
    LARGEST((a, b) -> Values.max(List.of(a, b)), Math::max, (x, y) -> Math.abs(x - y) > 0.01),
    PICK((a, b) -> Values.pick(neighbors(a, b), a.tape().value(1)), (x, y) -> y),
    LOG_SUM_EXP(
        (a, b) -> Values.logSumExp(List.of(a, b)), (x, y) -> Math.log(Math.exp(x) + Math.exp(y))),
    SOFTMAX((a, b) -> Values.softmax(List.of(a, b)).get(0), (x, y) -> 1 / (1 + Math.exp(y - x))),
    CROSS_ENTROPY(
        (a, b) -> Values.crossEntropy(List.of(a, b), 1), (x, y) -> Math.log(1 + Math.exp(x - y))),
    CROSS_ENTROPY_OF_AN_INDEX(
        (a, b) -> Values.crossEntropy(List.of(a, b), a.tape().value(0)),
        (x, y) -> Math.log(1 + Math.exp(y - x))),
    WEIGHTED_CROSS_ENTROPY(
        (a, b) -> Values.crossEntropy(List.of(a, b), new double[] {0.5, 2}),
        (x, y) -> 2.5 * Math.log(Math.exp(x) + Math.exp(y)) - 0.5 * x - 2 * y),
    VECTORS_PLUS((a, b) -> Vectors.plus(neighbors(a, b), neighbors(b, b)).get(0), (x, y) -> x + y),
    VECTOR_TIMES((a, b) -> Vectors.times(neighbors(a, b), a).get(1), (x, y) -> x * y),
    DOTS(
        (a, b) -> Vectors.dots(neighbors(a, b), List.of(neighbors(a, a), neighbors(b, b))).get(1),
        (x, y) -> x * y + y * y),
    DOTS_PLUS(
        (a, b) ->
            Vectors.dots(neighbors(a, b), List.of(neighbors(a, a), List.of(b, b)), List.of(a, a))
                .get(1),
        (x, y) -> x * y + y * y + x),
    WEIGHTED_SUM(
        (a, b) ->
            Vectors.weightedSum(List.of(a, b), List.of(neighbors(b, a), neighbors(a, b))).get(1),
        (x, y) -> x * x + y * y),
    RMS(
        (a, b) -> Normalization.rms(neighbors(a, b), 0.1).get(0),
        (x, y) -> x / Math.sqrt((x * x + y * y) / 2 + 0.1)),
    LAYER_NORM(
        (a, b) -> Normalization.layer(List.of(a, b), 0.1).get(1),
        (x, y) -> (y - x) / 2 / Math.sqrt((x - y) * (x - y) / 4 + 0.1)),
    ATTENTION(
        (a, b) ->
            Attention.apply(
                    neighbors(a, b),
                    List.of(neighbors(a, b), neighbors(b, a)),
                    List.of(List.of(a), List.of(b)))
                .get(0),
        (x, y) -> {
          double scores = (x * x + y * y - 2 * x * y) / Math.sqrt(2);
          double first = 1 / (1 + Math.exp(-scores));
          return first * x + (1 - first) * y;
        });

    private final BinaryOperator<Value> onTape;
    private final DoubleBinaryOperator plain;
    private final Domain smooth;

    Op(BinaryOperator<Value> onTape, DoubleBinaryOperator plain) {
      this(onTape, plain, (x, y) -> true);
    }

    Op(BinaryOperator<Value> onTape, DoubleBinaryOperator plain, Domain smooth) {
      this.onTape = onTape;
      this.plain = plain;
      this.smooth = smooth;
    }
  }

  /** Copies of the two values, side by side on the tape. */
  private static List<Value> neighbors(Value a, Value b) {
    return Values.list(a.times(1), b.times(1));
  }

  private static Value squares(List<Value> values) {
    return Values.dot(values, values);
  }

  interface Domain {
    boolean contains(double x, double y);
  }

  /** Inputs from -2 to 2. */
  static Arbitrary<double[]> points() {
    return Arbitraries.doubles().between(-2, 2).ofScale(9).array(double[].class).ofSize(INPUTS);
  }

  static Arbitrary<Program> arbitrary() {
    Arbitrary<Integer> any = Arbitraries.integers().between(0, 999);
    return Combinators.combine(Arbitraries.of(Op.class), any, any)
        .as(Step::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(12)
        .map(Program::new);
  }

  /** All results on a tape, the inputs first. */
  List<Value> record(Tape tape, double... inputs) {
    return recordOn(tape.values(inputs));
  }

  /** All results for inputs that are on a tape, these first. */
  List<Value> recordOn(List<Value> inputs) {
    List<Value> results = new ArrayList<>(inputs);
    for (Step step : steps) {
      int n = results.size();
      results.add(step.op.onTape.apply(results.get(step.left % n), results.get(step.right % n)));
    }
    return results;
  }

  /** The last result in plain doubles; NaN where an operation is not smooth or grows too large. */
  double compute(double... inputs) {
    double[] results = Arrays.copyOf(inputs, inputs.length + steps.size());
    int n = inputs.length;
    for (Step step : steps) {
      double x = results[step.left % n];
      double y = results[step.right % n];
      double result = step.op.plain.applyAsDouble(x, y);
      if (!step.op.smooth.contains(x, y) || !(Math.abs(result) < 20)) {
        return Double.NaN;
      }
      results[n++] = result;
    }
    return results[n - 1];
  }
}
