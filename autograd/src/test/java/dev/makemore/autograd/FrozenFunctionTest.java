package dev.makemore.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FrozenFunctionTest {

  private final Tape tape = Tape.create();
  private final Value x = tape.value(2);
  private final List<Value> weights = tape.values(3, 5);

  @Test
  void computesFromItsInputsWithTheWeightsOfThen() {
    Value picked = Values.pick(weights, x.tape().value(0));
    Value y = x.times(picked);
    FrozenFunction f = FrozenFunction.of(List.of(x), List.of(y, x));
    weights.get(0).set(100);
    tape.rewind(tape.mark());
    assertThat(f.apply(7)).containsExactly(21, 7);
    assertThat(f.apply(1)).containsExactly(3, 1);
    assertThat(y.data()).isEqualTo(6); // its tape has not changed
    assertThat(List.of(f.inputs(), f.outputs())).containsExactly(1, 2);
    assertThat(f).hasToString("FrozenFunction from 1 to 2 numbers");
  }

  @Test
  void anIndexMayBeAnInputAndAnyValueMayThenBePicked() {
    Value index = tape.value(0);
    List<Value> sums = List.of(weights.get(0).plus(x), weights.get(1).plus(x));
    FrozenFunction f = FrozenFunction.of(List.of(index, x), List.of(Values.pick(sums, index)));
    assertThat(f.apply(0, 10)).containsExactly(13);
    assertThat(f.apply(1, 10)).containsExactly(15);
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> f.apply(2, 10))
        .withMessageContaining("from 0 to 1, was 2.0");
    assertThat(f.apply(1, 20)).containsExactly(25);
  }

  @Test
  void anOutputThatDependsOnNoInputIsAConstant() {
    FrozenFunction f = FrozenFunction.of(List.of(), List.of(weights.get(0).times(2)));
    assertThat(f.apply()).containsExactly(6);
  }

  @Test
  void threadsMayComputeAtTheSameTime() {
    Value y = x.times(weights.get(0));
    for (int i = 0; i < 1000; i++) {
      y = y.plus(1);
    }
    FrozenFunction f = FrozenFunction.of(List.of(x), List.of(y));
    List<Double> results =
        IntStream.range(0, 2000).parallel().mapToObj(i -> f.apply(i)[0]).toList();
    assertThat(results).isEqualTo(IntStream.range(0, 2000).mapToObj(i -> 3.0 * i + 1000).toList());
  }

  @Test
  void wrongInputsAndOutputsAreErrors() {
    Value y = x.times(2);
    Value elsewhere = Tape.create().value(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FrozenFunction.of(List.of(y), List.of(y)))
        .withMessageContaining("an input must be a leaf");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FrozenFunction.of(List.of(x, x), List.of(y)))
        .withMessageContaining("given twice");
    assertThatIllegalArgumentException().isThrownBy(() -> FrozenFunction.of(List.of(x), List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FrozenFunction.of(List.of(elsewhere), List.of(y)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FrozenFunction.of(List.of(x), List.of(y)).apply(1, 2))
        .withMessageContaining("has 1 inputs, was given 2");
  }
}
