package dev.makemore.autograd.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.makemore.autograd.Tape;
import dev.makemore.autograd.Value;
import dev.makemore.autograd.Values;
import org.junit.jupiter.api.Test;

class LinearTest {

  private final Tape tape = Tape.create();

  @Test
  void multipliesARowByTheMatrix() {
    Linear linear = Linear.of(tape, 2, 3, 1, 2, 3, 4, 5, 6);
    assertThat(linear.apply(tape.values(10, 1)))
        .isUnmodifiable()
        .extracting(Value::data)
        .containsExactly(14.0, 25.0, 36.0);
  }

  @Test
  void itsWeightsAreInRowMajorOrder() {
    Linear linear = Linear.of(tape, 2, 3, 1, 2, 3, 4, 5, 6);
    assertThat(linear.inputs()).isEqualTo(2);
    assertThat(linear.outputs()).isEqualTo(3);
    assertThat(linear.weight(1, 0).data()).isEqualTo(4);
    assertThat(linear.row(1))
        .isUnmodifiable()
        .extracting(Value::data)
        .containsExactly(4.0, 5.0, 6.0);
    assertThat(linear.parameters())
        .isUnmodifiable()
        .extracting(Value::data)
        .containsExactly(1.0, 2.0, 3.0, 4.0, 5.0, 6.0);
    assertThat(linear.row(1).get(2))
        .isEqualTo(linear.weight(1, 2))
        .isEqualTo(linear.parameters().get(5));
  }

  @Test
  void aRowRecordsNothing() {
    Linear linear = Linear.zeros(tape, 2, 3);
    int size = tape.size();
    linear.row(0);
    assertThat(tape.size()).isEqualTo(size).isEqualTo(6);
  }

  @Test
  void zerosMakeEveryOutputEquallyLikely() {
    Linear linear = Linear.zeros(tape, 2, 4);
    assertThat(Values.softmax(linear.row(1))).extracting(Value::data).containsOnly(0.25);
  }

  @Test
  void randomWeightsComeFromTheGenerator() {
    Linear one = Linear.random(tape, 3, 2, new SplitMix64(5));
    Linear same = Linear.random(tape, 3, 2, new SplitMix64(5));
    Linear other = Linear.random(tape, 3, 2, new SplitMix64(6));
    assertThat(one.parameters()).extracting(Value::data).allMatch(w -> w >= -1 && w < 1);
    assertThat(one.parameters().stream().map(Value::data))
        .containsExactlyElementsOf(same.parameters().stream().map(Value::data).toList())
        .isNotEqualTo(other.parameters().stream().map(Value::data).toList());
  }

  @Test
  void sizesThatDoNotFitAreErrors() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Linear.zeros(tape, 0, 3))
        .withMessage("the number of inputs must be >= 1, was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Linear.zeros(tape, 3, -1))
        .withMessage("the number of outputs must be >= 1, was -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Linear.of(tape, 2, 3, 1, 2, 3, 4, 5))
        .withMessage("2 x 3 weights are 6 numbers, were 5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Linear.zeros(tape, 1 << 16, 1 << 16))
        .withMessage("65536 x 65536 weights are too many");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Linear.zeros(tape, 2, 3).apply(tape.values(1)))
        .withMessage("the input must have 2 entries, one for each input, had 1");
  }

  @Test
  void aWeightThatIsNotThereIsAnError() {
    Linear linear = Linear.zeros(tape, 2, 3);
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> linear.row(2));
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> linear.weight(0, 3));
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> linear.weight(-1, 0));
  }
}
