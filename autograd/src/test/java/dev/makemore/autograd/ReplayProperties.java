package dev.makemore.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Compares a replay with recording the same expression once more. */
class ReplayProperties {

  @Property(tries = 2_000)
  void aReplayIsTheSameBitForBitAsRecordingAgain(
      @ForAll("programs") Program program,
      @ForAll("points") double[] before,
      @ForAll("points") double[] now) {
    assertReplayed(program, before, now);
  }

  @Property
  void aFrozenFunctionHasTheBitsOfTheTape(
      @ForAll("programs") Program program,
      @ForAll("points") double[] before,
      @ForAll("points") double[] now) {
    Tape tape = Tape.create();
    List<Value> values = tape.values(before);
    FrozenFunction frozen = FrozenFunction.of(values, program.recordOn(values));
    double[] expected = Vectors.data(program.record(Tape.create(), now));
    assertThat(frozen.apply(now)).isEqualTo(expected);
    assertThat(frozen.apply(before)).isEqualTo(Vectors.data(program.record(Tape.create(), before)));
  }

  @Example
  void everyOperationIsReplayed() {
    Set<Operation> replayed = EnumSet.noneOf(Operation.class);
    for (Program.Op op : Program.Op.values()) {
      Tape tape = assertReplayed(new Program(List.of(new Program.Step(op, 0, 1))), AT, ELSEWHERE);
      for (int i = 0; i < tape.size(); i++) {
        replayed.add(tape.operation(i));
      }
    }
    assertThat(replayed).containsExactlyInAnyOrder(Operation.values());
  }

  private static final double[] AT = {0.5, 1.5, -1};
  private static final double[] ELSEWHERE = {1.25, 0.75, 2};

  private static Tape assertReplayed(Program program, double[] before, double[] now) {
    Tape tape = Tape.create(1);
    List<Value> values = tape.values(before);
    Mark mark = tape.mark();
    List<Value> nodes = program.recordOn(values);
    nodes.get(nodes.size() - 1).backward();
    for (int i = 0; i < now.length; i++) {
      values.get(i).set(now[i]);
    }
    tape.replay(mark);

    Tape fresh = Tape.create();
    List<Value> again = program.record(fresh, now);
    assertSameBits(tape, fresh, now.length);
    nodes.get(nodes.size() - 1).backward();
    again.get(again.size() - 1).backward();
    assertSameBits(tape, fresh, 0);
    return tape;
  }

  private static void assertSameBits(Tape tape, Tape fresh, int from) {
    int end = fresh.size();
    assertThat(tape.size()).isEqualTo(end);
    assertThat(Arrays.copyOf(tape.data, end)).isEqualTo(Arrays.copyOf(fresh.data, end));
    assertThat(Arrays.copyOfRange(tape.gradient, from, end))
        .isEqualTo(Arrays.copyOfRange(fresh.gradient, from, end));
  }

  @Provide
  Arbitrary<Program> programs() {
    return Program.arbitrary();
  }

  @Provide
  Arbitrary<double[]> points() {
    return Program.points();
  }
}
