package dev.makemore.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;

class StridedViewTest {

  private final Tape tape = Tape.create();

  @Test
  void valuesRecordedOneAfterAnotherAreNeighbors() {
    Value x = tape.value(2);
    Value y = tape.value(3);
    Value z = x.plus(y);
    assertThat(Values.list(x, y, z)).isInstanceOf(StridedView.class).containsExactly(x, y, z);
    assertThat(Values.list(z)).isInstanceOf(StridedView.class).containsExactly(z);
    assertThat(tape.values(4, 5)).isInstanceOf(StridedView.class);
  }

  @Test
  void valuesAtEvenDistancesAreAViewToo() {
    List<Value> values = tape.values(0, 1, 2, 3, 4, 5, 6, 7);
    List<Value> odd = Values.list(values.get(1), values.get(3), values.get(5), values.get(7));
    assertThat(odd)
        .isInstanceOf(StridedView.class)
        .extracting(Value::data)
        .containsExactly(1.0, 3.0, 5.0, 7.0);
    assertThat(odd.subList(1, 3))
        .isInstanceOf(StridedView.class)
        .containsExactly(values.get(3), values.get(5));
    assertThat(odd.subList(2, 2)).isEmpty();
  }

  @Test
  void othersAreNot() {
    Value x = tape.value(2);
    Value y = tape.value(3);
    Value z = tape.value(4);
    Value w = tape.value(5);
    Value elsewhere = Tape.create().values(5, 6).get(1);
    assertThat(Values.list(y, x)).isNotInstanceOf(StridedView.class).containsExactly(y, x);
    assertThat(Values.list(x, y, w)).isNotInstanceOf(StridedView.class).containsExactly(x, y, w);
    assertThat(Values.list(x, x)).isNotInstanceOf(StridedView.class).containsExactly(x, x);
    assertThat(Values.list(x, elsewhere)).isNotInstanceOf(StridedView.class).hasSize(2);
    assertThat(Values.list()).isEmpty();
  }

  @Test
  void aListOfThemIsUnmodifiableAndKeepsNoArray() {
    Value[] values = {tape.value(2), tape.value(3)};
    List<Value> list = Values.list(values);
    values[0] = values[1];
    assertThat(list).isUnmodifiable().doesNotHaveDuplicates().hasSize(2);
    assertThat(Values.list(values)).isUnmodifiable();
  }

  @Test
  void aSoftmaxOfThemLeavesThemAlone() {
    List<Value> logits = tape.values(1, 2, 3);
    List<Value> before = List.copyOf(logits);
    Values.softmax(logits);
    assertThat(logits).isEqualTo(before);
  }

  @Test
  void theirInnerProductIsOneNodeWithAllOfThemAsOperands() {
    List<Value> a = tape.values(2, 3);
    List<Value> b = tape.values(5, 7);
    Value c = tape.value(11);
    assertThat(tape.operands(Values.dot(a, b).index())).containsExactly(0, 2, 1, 3);
    Value y = Values.dot(a, b, c);
    assertThat(tape.operands(y.index())).containsExactly(0, 2, 1, 3, 4);
    assertThat(tape.size()).isEqualTo(7);
    assertThat(y.data()).isEqualTo(2 * 5 + 3 * 7 + 11);
    y.backward();
    assertThat(a).extracting(Value::gradient).containsExactly(5.0, 7.0);
    assertThat(b).extracting(Value::gradient).containsExactly(2.0, 3.0);
    assertThat(c.gradient()).isEqualTo(1);
  }

  @Test
  void listsOfTwoSizesAreAnError() {
    List<Value> two = tape.values(1, 2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Values.dot(two, tape.values(3)))
        .withMessageContaining("2 and 1");
  }

  @Test
  void listsOfTwoTapesAreAnError() {
    List<Value> here = tape.values(1, 2);
    List<Value> there = Tape.create().values(1, 2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Values.dot(here, there))
        .withMessageContaining("two different tapes");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Values.dot(here, here, there.get(0)))
        .withMessageContaining("two different tapes");
  }

  @Test
  void aListThatLostItsLastValueToARewindIsAnErrorToUse() {
    Value x = tape.value(2);
    Mark mark = tape.mark();
    List<Value> list = Values.list(x, tape.value(3));
    tape.rewind(mark);
    tape.values(4, 5);
    assertThatIllegalStateException()
        .isThrownBy(() -> Values.dot(list, list))
        .withMessageContaining("dropped by a rewind");
  }
}
