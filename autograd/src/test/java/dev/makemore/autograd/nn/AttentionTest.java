package dev.makemore.autograd.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.autograd.GradientCheck;
import dev.makemore.autograd.Tape;
import dev.makemore.autograd.Value;
import dev.makemore.autograd.Values;
import dev.makemore.autograd.Vectors;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class AttentionTest {

  private final Tape tape = Tape.create();

  @Test
  void aKeyThatFitsCountsForMore() {
    List<Value> query = tape.values(2, 0, 0, 0);
    List<List<Value>> keys = List.of(tape.values(1, 9, 9, 9), tape.values(0, 9, 9, 9));
    // The scores are 2 / sqrt 4 = 1 and 0, so the weights are e / (e + 1) and 1 / (e + 1).
    double[] weights = Vectors.data(Attention.weights(query, keys));
    assertThat(weights[0]).isEqualTo(Math.E / (Math.E + 1), within(1e-15));
    assertThat(weights[1]).isEqualTo(1 / (Math.E + 1), within(1e-15));
    List<List<Value>> values = List.of(tape.values(10, 0), tape.values(0, 100));
    double[] result = Vectors.data(Attention.apply(query, keys, values));
    assertThat(result[0]).isEqualTo(10 * weights[0], within(1e-14));
    assertThat(result[1]).isEqualTo(100 * weights[1], within(1e-13));
  }

  @Test
  void itIsWhatItsFormulaSaysOneValueAtATime() {
    double[] numbers = {0.3, -1.2, 0.5, 2, -0.4, 0.9, 1.1, -2, 0.25, -0.75, 0.6, 1.3, 0.8, -0.1};
    double[] brief = gradients(numbers, AttentionTest::attention);
    double[] spelled = gradients(numbers, AttentionTest::spelledOut);
    for (int i = 0; i < numbers.length; i++) {
      assertThat(brief[i]).isEqualTo(spelled[i], within(1e-13));
    }
    assertThat(GradientCheck.of(AttentionTest::attention, numbers).largestRelativeError())
        .isLessThan(1e-8);
  }

  private static double[] gradients(double[] numbers, Function<List<Value>, Value> f) {
    List<Value> inputs = Tape.create().values(numbers);
    f.apply(inputs).backward();
    return Vectors.gradients(inputs);
  }

  /** A query, three keys and three values of two entries, and two weights of the result. */
  private static Value attention(List<Value> x) {
    List<List<Value>> rows = Vectors.rows(x.subList(2, 14), 2);
    List<Value> result = Attention.apply(x.subList(0, 2), rows.subList(0, 3), rows.subList(3, 6));
    return result.get(0).times(3).minus(result.get(1));
  }

  private static Value spelledOut(List<Value> x) {
    List<Value> exps = new ArrayList<>();
    for (int t = 0; t < 3; t++) {
      Value score = x.get(0).times(x.get(2 + 2 * t)).plus(x.get(1).times(x.get(3 + 2 * t)));
      exps.add(score.times(1 / Math.sqrt(2)).exp());
    }
    Value first = x.get(0).tape().value(0);
    Value second = first;
    for (int t = 0; t < 3; t++) {
      Value weight = exps.get(t).dividedBy(Values.sum(exps));
      first = first.plus(weight.times(x.get(8 + 2 * t)));
      second = second.plus(weight.times(x.get(9 + 2 * t)));
    }
    return first.times(3).minus(second);
  }

  @Test
  void sizesThatDoNotFitAreErrors() {
    List<Value> two = tape.values(1, 2);
    List<Value> three = tape.values(1, 2, 3);
    assertThatIllegalArgumentException().isThrownBy(() -> Attention.weights(two, List.of(three)));
    assertThatIllegalArgumentException().isThrownBy(() -> Attention.weights(two, List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Attention.apply(two, List.of(two), List.of(two, two)));
  }
}
