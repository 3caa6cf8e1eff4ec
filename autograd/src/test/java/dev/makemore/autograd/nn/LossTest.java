package dev.makemore.autograd.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.autograd.Tape;
import dev.makemore.autograd.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class LossTest {

  private final Tape tape = Tape.create();

  @Test
  void meanSquaredErrorByHand() {
    List<Value> predictions = tape.values(1, 5);
    Value loss = Loss.meanSquaredError(predictions, 3, 4); // ((-2)^2 + 1^2) / 2
    loss.backward();
    assertThat(loss.data()).isEqualTo(2.5);
    assertThat(predictions).extracting(Value::gradient).containsExactly(-2.0, 1.0);
  }

  @Test
  void hingeByHand() {
    List<Value> scores = tape.values(0.5, 2, 0.5, -3);
    Value loss = Loss.hinge(scores, 1, 1, -1, -1); // (0.5 + 0 + 1.5 + 0) / 4
    loss.backward();
    assertThat(loss.data()).isEqualTo(0.5);
    assertThat(scores).extracting(Value::gradient).containsExactly(-0.25, 0.0, 0.25, 0.0);
  }

  @Test
  void crossEntropyByHand() {
    List<Value> first = tape.values(0, 0);
    List<Value> second = tape.values(0, Math.log(3));
    Value loss = Loss.crossEntropy(List.of(first, second), 0, 0); // (ln 2 + ln 4) / 2
    loss.backward();
    assertThat(loss.data()).isEqualTo(1.5 * 0.6931471805599453, within(1e-15));
    assertThat(first.get(0).gradient()).isEqualTo(-0.25, within(1e-15));
    assertThat(second.get(1).gradient()).isEqualTo(0.375, within(1e-15));
  }

  @Test
  void crossEntropySurvivesHugeLogits() {
    List<Value> logits = tape.values(1000, -1000);
    assertThat(Loss.crossEntropy(List.of(logits), 1).data()).isEqualTo(2000);
    assertThat(Loss.crossEntropy(List.of(logits), 0).data()).isZero();
  }

  @Test
  void targetsThatDoNotFitAreErrors() {
    List<Value> two = tape.values(1, 2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Loss.meanSquaredError(two, 1))
        .withMessage("a loss needs one target for each example, had 1 targets for 2 examples");
    assertThatIllegalArgumentException().isThrownBy(() -> Loss.hinge(two, 1, 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> Loss.crossEntropy(List.of(two)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Loss.meanSquaredError(List.of()))
        .withMessage("a loss needs at least one example, there is none");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Loss.hinge(two, 1, 0))
        .withMessage("a label must be 1 or -1, was 0.0");
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> Loss.crossEntropy(List.of(two), 2));
  }
}
