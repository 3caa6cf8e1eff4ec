package dev.makemore.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Indices that are values on the tape. */
class PickTest {

  private final Tape tape = Tape.create();
  private final List<Value> values = tape.values(10, 20, 30);
  private final Value index = tape.value(1);
  private final Mark mark = tape.mark();

  @Test
  void theIndexMayChangeFromReplayToReplay() {
    Value picked = Values.pick(values, index).times(2);
    picked.backward();
    assertThat(picked.data()).isEqualTo(40);
    assertThat(Vectors.gradients(values)).containsExactly(0, 2, 0);
    index.set(2);
    tape.replay(mark);
    picked.backward();
    assertThat(picked.data()).isEqualTo(60);
    assertThat(Vectors.gradients(values)).containsExactly(0, 0, 2);
    assertThat(index.gradient()).isZero();
  }

  @Test
  void valuesAtAnyPlacesCanBePickedFrom() {
    List<Value> others = List.of(values.get(2), values.get(0), values.get(1));
    Value picked = Values.pick(others, index);
    picked.backward();
    assertThat(picked.data()).isEqualTo(10);
    assertThat(Vectors.gradients(values)).containsExactly(1, 0, 0);
  }

  @Test
  void theTargetOfACrossEntropyMayChange() {
    Value cost = Values.crossEntropy(values, index);
    assertThat(cost.data()).isEqualTo(Values.crossEntropy(values, 1).data());
    index.set(2);
    tape.replay(mark);
    cost.backward();
    double[] gradients = Vectors.gradients(values);
    Value of2 = Values.crossEntropy(values, 2);
    of2.backward();
    assertThat(cost.data()).isEqualTo(of2.data());
    assertThat(gradients).isEqualTo(Vectors.gradients(values));
  }

  @Test
  void aWrongIndexIsAnErrorAndTheTapeCanBeUsedAfterIt() {
    for (double wrong : new double[] {3, -1, 0.5, Double.NaN, 1e10}) {
      Value bad = tape.value(wrong);
      assertThatExceptionOfType(IndexOutOfBoundsException.class)
          .isThrownBy(() -> Values.pick(values, bad))
          .withMessageContaining("whole number from 0 to 2, was " + wrong);
      assertThatExceptionOfType(IndexOutOfBoundsException.class)
          .isThrownBy(() -> Values.crossEntropy(values, bad));
    }
    Value picked = Values.pick(values, index);
    index.set(7);
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> tape.replay(mark));
    index.set(0);
    tape.replay(mark);
    assertThat(picked.data()).isEqualTo(10);
  }
}
