package dev.makemore.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class ValuesProperties {

  @Property
  void oneNodeEqualsTheSameSpelledOut(
      @ForAll @Size(min = 1, max = 9) List<@DoubleRange(min = -5, max = 5) Double> numbers) {
    double[] at = doubles(numbers);
    assertSame(Values::sum, x -> x.stream().reduce(Value::plus).orElseThrow(), at);
    assertSame(
        Values::mean, x -> x.stream().reduce(Value::plus).orElseThrow().dividedBy(at.length), at);
    assertSame(
        x -> Values.dot(x, x),
        x -> x.stream().map(v -> v.times(v)).reduce(Value::plus).orElseThrow(),
        at);
    assertSame(
        Values::logSumExp,
        x -> x.stream().map(Value::exp).reduce(Value::plus).orElseThrow().log(),
        at);
  }

  /** Compares the short entry for neighbors with the plain one, also where the lists overlap. */
  @Property
  void theInnerProductOfNeighborsIsTheSameBitForBitAsOfAnyValues(
      @ForAll @Size(min = 2, max = 40) List<@DoubleRange(min = -5, max = 5) Double> numbers,
      @ForAll @IntRange(max = 39) int first,
      @ForAll @IntRange(max = 39) int second,
      @ForAll @IntRange(min = 1, max = 40) int most) {
    int a = first % numbers.size();
    int b = second % numbers.size();
    int n = Math.min(most, numbers.size() - Math.max(a, b));
    List<Double> plain =
        dataAndGradient(x -> dotTwice(sublist(x, a, n), sublist(x, b, n), x), doubles(numbers));
    List<Double> ofNeighbors =
        dataAndGradient(x -> dotTwice(neighbors(x, a, n), neighbors(x, b, n), x), doubles(numbers));
    assertThat(ofNeighbors).isEqualTo(plain);
  }

  /** The gradients of both products are not 1, and their operands already have gradients. */
  private static Value dotTwice(List<Value> a, List<Value> b, List<Value> all) {
    Value dot = Values.dot(a, b);
    Value plus = Values.dot(b, a, all.get(0));
    return dot.times(0.3).plus(plus.times(0.7)).plus(all.get(all.size() - 1).times(dot));
  }

  private static List<Value> sublist(List<Value> values, int from, int count) {
    return List.copyOf(values.subList(from, from + count));
  }

  private static List<Value> neighbors(List<Value> values, int from, int count) {
    List<Value> list = Values.list(values.subList(from, from + count).toArray(Value[]::new));
    assertThat(list).isInstanceOf(StridedView.class);
    return list;
  }

  @Property
  void everySoftmaxSumsToOne(
      @ForAll @Size(min = 1, max = 30) List<@DoubleRange(min = -1000, max = 1000) Double> logits) {
    List<Value> p = Values.softmax(Tape.create().values(doubles(logits)));
    assertThat(p).allSatisfy(x -> assertThat(x.data()).isBetween(0.0, 1.0));
    assertThat(p.stream().mapToDouble(Value::data).sum()).isEqualTo(1, within(1e-14));
  }

  /**
   * The law of all that is made of softmax. Logits and shift are whole multiples of 2^-10 below
   * 2^40, so that their sums are exact and not one bit of a result may change.
   */
  @Property
  void whatIsAddedToAllLogitsChangesNoBit(
      @ForAll @Size(min = 1, max = 9) List<@IntRange(min = -20_000, max = 20_000) Integer> logits,
      @ForAll @LongRange(min = -(1L << 49), max = 1L << 49) long shift,
      @ForAll @IntRange(max = 8) int any) {
    int target = any % logits.size();
    double[] weights = logits.stream().mapToDouble(z -> Math.abs(z) * 0.3).toArray();
    List<Function<List<Value>, Value>> functions =
        List.of(
            z -> Values.crossEntropy(z, target),
            z -> Values.crossEntropy(z, weights),
            z -> Values.softmax(z).get(target));
    double[] at = logits.stream().mapToDouble(z -> z * 0x1p-10).toArray();
    double[] shifted = logits.stream().mapToDouble(z -> (z + shift) * 0x1p-10).toArray();
    for (Function<List<Value>, Value> f : functions) {
      assertThat(dataAndGradient(f, shifted)).isEqualTo(dataAndGradient(f, at));
    }
    List<Double> here = dataAndGradient(Values::logSumExp, at);
    List<Double> there = dataAndGradient(Values::logSumExp, shifted);
    double moved = here.get(0) + shift * 0x1p-10;
    assertThat(there.get(0)).isEqualTo(moved, within(2 * Math.ulp(moved) + Math.ulp(here.get(0))));
    assertThat(there.subList(1, there.size())).isEqualTo(here.subList(1, here.size()));
  }

  @Property
  void aWeightedCrossEntropyIsTheWeightedSumOfCrossEntropies(
      @ForAll @Size(min = 1, max = 9) List<@DoubleRange(min = -1000, max = 1000) Double> logits,
      @ForAll @Size(9) List<@DoubleRange(min = 0, max = 5) Double> nine) {
    double[] weights = doubles(nine.subList(0, logits.size()));
    assertSame(
        z -> Values.crossEntropy(z, weights),
        z -> {
          List<Value> costs = new ArrayList<>();
          for (int k = 0; k < weights.length; k++) {
            costs.add(Values.crossEntropy(z, k));
          }
          return Values.dot(weights, costs);
        },
        doubles(logits));
  }

  @Property
  void theGradientOfCrossEntropyIsSoftmaxMinusOneHot(
      @ForAll @Size(min = 1, max = 9) List<@DoubleRange(min = -1000, max = 1000) Double> logits,
      @ForAll @IntRange(max = 8) int any) {
    int target = any % logits.size();
    Tape tape = Tape.create();
    List<Value> z = tape.values(doubles(logits));
    List<Value> p = Values.softmax(z);
    Value cost = Values.crossEntropy(z, target);
    cost.backward();
    assertThat(cost.data()).isGreaterThanOrEqualTo(0);
    for (int i = 0; i < logits.size(); i++) {
      double expected = p.get(i).data() - (i == target ? 1 : 0);
      assertThat(z.get(i).gradient()).isEqualTo(expected, within(1e-15));
    }
  }

  private static double[] doubles(List<Double> numbers) {
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static void assertSame(
      Function<List<Value>, Value> one, Function<List<Value>, Value> other, double... at) {
    List<Double> a = dataAndGradient(one, at);
    List<Double> b = dataAndGradient(other, at);
    for (int i = 0; i < a.size(); i++) {
      assertThat(a.get(i)).isEqualTo(b.get(i), within(1e-12 * Math.max(1, Math.abs(b.get(i)))));
    }
  }

  private static List<Double> dataAndGradient(Function<List<Value>, Value> f, double... at) {
    List<Value> inputs = Tape.create().values(at);
    Value root = f.apply(inputs);
    root.backward();
    List<Double> numbers = new ArrayList<>(List.of(root.data()));
    inputs.forEach(input -> numbers.add(input.gradient()));
    return numbers;
  }
}
