package dev.makemore.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class TapeProperties {

  /** Plays random records, marks and rewinds on a tape and on a plain list, which must agree. */
  @Property
  void exactlyTheValuesAndMarksOnTheTapeCanBeUsed(
      @ForAll @Size(max = 60) List<@IntRange(max = 99) Integer> moves) {
    Tape tape = Tape.create(1);
    List<Value> onTape = new ArrayList<>();
    List<Value> all = new ArrayList<>();
    List<Mark> marks = new ArrayList<>();
    List<List<Value>> below = new ArrayList<>();
    for (int move : moves) {
      if (move < 60) {
        Value value = tape.value(all.size());
        onTape.add(value);
        all.add(value);
      } else if (move < 80 || marks.isEmpty()) {
        marks.add(tape.mark());
        below.add(List.copyOf(onTape));
      } else {
        int chosen = move % marks.size();
        List<Value> kept = below.get(chosen);
        boolean standing =
            kept.size() <= onTape.size() && onTape.subList(0, kept.size()).equals(kept);
        if (standing) {
          tape.rewind(marks.get(chosen));
          onTape = new ArrayList<>(kept);
        } else {
          assertThatIllegalStateException().isThrownBy(() -> tape.rewind(marks.get(chosen)));
        }
      }
      assertOnTape(tape, onTape, all);
    }
  }

  private static void assertOnTape(Tape tape, List<Value> onTape, List<Value> all) {
    assertThat(tape.size()).isEqualTo(onTape.size());
    Set<Value> alive = new HashSet<>(onTape);
    for (int i = 0; i < all.size(); i++) {
      Value value = all.get(i);
      if (alive.contains(value)) {
        assertThat(value.data()).isEqualTo(i);
      } else {
        assertThatIllegalStateException().isThrownBy(value::data);
      }
    }
  }

  /** After accumulate each gradient is the old one plus the one that backward would have set. */
  @Property
  void accumulateIsTheSumOfTwoBackwards(
      @ForAll("programs") Program program,
      @ForAll @IntRange(max = 99) int a,
      @ForAll @IntRange(max = 99) int b) {
    Tape tape = Tape.create();
    List<Value> nodes = program.record(tape, 0.7, -1.3, 0.4);
    Value first = nodes.get(a % nodes.size());
    Value second = nodes.get(b % nodes.size());
    first.backward();
    List<Double> ofFirst = nodes.stream().map(Value::gradient).toList();
    second.backward();
    List<Double> ofSecond = nodes.stream().map(Value::gradient).toList();

    first.backward();
    second.accumulate();
    for (int i = 0; i < nodes.size(); i++) {
      assertThat(nodes.get(i).gradient())
          .isEqualTo(Double.valueOf(ofSecond.get(i) + ofFirst.get(i)));
    }
  }

  @Provide
  Arbitrary<Program> programs() {
    return Program.arbitrary();
  }
}
