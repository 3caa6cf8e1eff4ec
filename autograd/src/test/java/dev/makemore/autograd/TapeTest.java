package dev.makemore.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TapeTest {

  private final Tape tape = Tape.create();

  // ---- Backward and accumulate.

  @Test
  void gradientsAreZeroBeforeTheFirstBackward() {
    Value x = tape.value(2);
    Value y = x.times(3);
    assertThat(x.gradient()).isZero();
    assertThat(y.gradient()).isZero();
  }

  @Test
  void theRootHasGradientOne() {
    Value x = tape.value(2);
    x.backward();
    assertThat(x.gradient()).isEqualTo(1);
  }

  @Test
  void backwardAgainGivesTheSameGradients() {
    Value x = tape.value(2);
    Value y = x.times(x).times(3); // 3 x^2, y' = 6 x
    y.backward();
    y.backward();
    assertThat(x.gradient()).isEqualTo(12);
  }

  @Test
  void backwardFromAnotherRootGivesThatRootsGradients() {
    Value x = tape.value(2);
    Value square = x.times(x);
    Value cube = square.times(x);
    cube.backward();
    assertThat(x.gradient()).isEqualTo(12);
    square.backward();
    assertThat(x.gradient()).isEqualTo(4);
    assertThat(cube.gradient()).isZero();
    cube.backward();
    assertThat(x.gradient()).isEqualTo(12);
    assertThat(square.gradient()).isEqualTo(2);
  }

  @Test
  void accumulateAddsTheGradientsOfTwoRoots() {
    Value x = tape.value(2);
    Value square = x.times(x);
    Value cube = square.times(x);
    square.backward();
    cube.accumulate();
    assertThat(x.gradient()).isEqualTo(4 + 12);
    assertThat(square.gradient()).isEqualTo(1 + 2); // and not (1 + 2) handed on to x
    assertThat(cube.gradient()).isEqualTo(1);
  }

  @Test
  void accumulateLeavesWhatWasRecordedLaterAlone() {
    Value x = tape.value(2);
    Value square = x.times(x);
    Value cube = square.times(x);
    cube.backward();
    square.accumulate();
    assertThat(x.gradient()).isEqualTo(12 + 4);
    assertThat(square.gradient()).isEqualTo(2 + 1);
    assertThat(cube.gradient()).isEqualTo(1);
    cube.accumulate();
    square.accumulate();
    assertThat(x.gradient()).isEqualTo(12 + 4 + 12 + 4);
    assertThat(cube.gradient()).isEqualTo(2);
  }

  @Test
  void accumulateTwiceDoublesTheGradients() {
    Value x = tape.value(2);
    Value y = x.times(x).times(3);
    y.accumulate();
    y.accumulate();
    assertThat(x.gradient()).isEqualTo(24);
  }

  @Test
  void accumulateAddsUpExamplesRecordedOneAfterAnother() {
    Value w = tape.value(0.5);
    Mark mark = tape.mark();
    for (double x : new double[] {1, 2, 3}) {
      tape.rewind(mark);
      w.times(x).accumulate();
    }
    assertThat(w.gradient()).isEqualTo(6);
  }

  @Test
  void whatTheRootDoesNotDependOnSpoilsNothing() {
    Value x = tape.value(0);
    Value unused = x.log(); // -infinity, with an infinite derivative
    Value y = x.times(3);
    y.backward();
    assertThat(x.gradient()).isEqualTo(3);
    assertThat(unused.gradient()).isZero();
  }

  @Test
  void aMillionOperationsInAChainWork() {
    Value x = tape.value(1);
    Value y = x;
    for (int i = 0; i < 1_000_000; i++) {
      y = y.plus(x);
    }
    y.backward();
    assertThat(y.data()).isEqualTo(1_000_001);
    assertThat(x.gradient()).isEqualTo(1_000_001);
    assertThat(tape.size()).isEqualTo(1_000_001);
  }

  @Test
  void aTapeGrowsFromAnySize() {
    Tape small = Tape.create(1);
    List<Value> leaves = small.values(1, 2, 3, 4, 5);
    Value sum = Values.sum(leaves);
    sum.times(sum).backward();
    assertThat(leaves).allSatisfy(leaf -> assertThat(leaf.gradient()).isEqualTo(30));
  }

  /** The softmax of n equal values is 1/n for each. */
  @Test
  void aNodeMayTakeTheLastRoomForOperands() {
    for (int n = 1; n <= 8; n++) {
      List<Value> leaves = Tape.create(n).values(new double[2 * n]);
      Values.logSumExp(leaves).backward();
      double share = 1.0 / (2 * n);
      assertThat(leaves).allSatisfy(leaf -> assertThat(leaf.gradient()).isEqualTo(share));
    }
  }

  @Test
  void roomForLessThanOneNodeIsAnError() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tape.create(0))
        .withMessage("expected nodes must be from 1 to 2^29, was 0");
  }

  // ---- Marks and rewinds.

  @Test
  void aRewindKeepsTheDataAndGradientsBelowTheMark() {
    Value x = tape.value(2);
    Mark mark = tape.mark();
    x.times(5).backward();
    tape.rewind(mark);
    assertThat(tape.size()).isEqualTo(1);
    assertThat(x.data()).isEqualTo(2);
    assertThat(x.gradient()).isEqualTo(5);
  }

  @Test
  void aFreshNodeStartsWithoutTheGradientOfTheOneThatWasThere() {
    Value x = tape.value(2);
    Mark mark = tape.mark();
    x.times(5).backward();
    tape.rewind(mark);
    Value fresh = x.times(7);
    assertThat(fresh.gradient()).isZero();
    fresh.accumulate();
    assertThat(fresh.gradient()).isEqualTo(1);
    assertThat(x.gradient()).isEqualTo(5 + 7);
  }

  @Test
  void aMarkIsGoodForManyRewinds() {
    Value x = tape.value(1);
    Mark mark = tape.mark();
    for (int i = 0; i < 1_000; i++) {
      x.plus(i).times(x);
      tape.rewind(mark);
      assertThat(tape.size()).isEqualTo(1);
    }
    assertThat(x.data()).isEqualTo(1);
  }

  @Test
  void aDroppedValueIsAnErrorToUse() {
    Value x = tape.value(2);
    Mark mark = tape.mark();
    Value dropped = x.times(5);
    tape.rewind(mark);
    assertDropped(dropped, x);
  }

  @Test
  void aDroppedValueIsAnErrorToUseEvenWhenItsIndexIsUsedAgain() {
    Value x = tape.value(2);
    Mark mark = tape.mark();
    Value dropped = x.times(5);
    tape.rewind(mark);
    Value successor = x.times(7);
    assertDropped(dropped, x);
    assertThat(successor.data()).isEqualTo(14);
    tape.rewind(mark);
    x.times(9);
    assertDropped(dropped, x);
    assertDropped(successor, x);
  }

  @Test
  void anOperationThatWasRefusedLeavesNoTrace() {
    Value x = tape.value(2);
    Value elsewhere = Tape.create().value(3);
    Mark foot = tape.mark();
    Value dropped = x.times(3);
    tape.rewind(foot);
    assertThatIllegalArgumentException().isThrownBy(() -> x.times(elsewhere));
    assertThatIllegalStateException().isThrownBy(() -> x.dividedBy(dropped));
    Value y = x.plus(5);
    tape.replay(foot);
    assertThat(tape.size()).isEqualTo(2);
    assertThat(tape.operands(1)).containsExactly(0);
    y.backward();
    assertThat(List.of(y.data(), x.gradient())).containsExactly(7.0, 1.0);
  }

  private void assertDropped(Value dropped, Value alive) {
    int size = tape.size();
    List<Runnable> uses =
        List.of(
            dropped::data,
            dropped::gradient,
            dropped::isLeaf,
            () -> dropped.set(1),
            dropped::backward,
            dropped::accumulate,
            () -> dropped.label("x"),
            dropped::exp,
            () -> dropped.plus(1),
            () -> dropped.plus(alive),
            () -> alive.plus(dropped),
            () -> Values.sum(alive, dropped),
            () -> Values.mean(List.of(alive, dropped)),
            () -> Values.dot(List.of(alive), List.of(dropped)),
            () -> Values.dot(new double[] {1}, List.of(dropped)),
            () -> Values.logSumExp(List.of(dropped, alive)),
            () -> ExpressionGraph.of(dropped));
    for (Runnable use : uses) {
      assertThatIllegalStateException()
          .isThrownBy(use::run)
          .withMessageContaining("dropped by a rewind");
    }
    assertThat(tape.size()).isEqualTo(size);
    assertThat(dropped).hasToString("Value(dropped by a rewind)");
  }

  @Test
  void aRewindToTheFootDropsEverything() {
    Mark foot = tape.mark();
    Value x = tape.value(2);
    tape.rewind(foot);
    assertThat(tape.size()).isZero();
    assertThatIllegalStateException().isThrownBy(x::data);
    assertThat(tape.value(3).data()).isEqualTo(3);
  }

  @Test
  void aRewindWithNothingToDropDropsNothing() {
    Value x = tape.value(2);
    Mark mark = tape.mark();
    tape.rewind(mark);
    tape.rewind(mark);
    assertThat(x.data()).isEqualTo(2);
  }

  @Test
  void nestedMarksRewindOneByOne() {
    Value x = tape.value(1);
    Mark outer = tape.mark();
    Value y = x.plus(1);
    Mark inner = tape.mark();
    Value z = y.plus(1);
    tape.rewind(inner);
    assertThat(y.data()).isEqualTo(2);
    assertThatIllegalStateException().isThrownBy(z::data);
    tape.rewind(outer);
    assertThat(x.data()).isEqualTo(1);
    assertThatIllegalStateException().isThrownBy(y::data);
  }

  @Test
  void aRewindToOneMarkAgainAndAgainDropsOnlyWhatIsAboveIt() {
    List<Value> parameters = tape.values(0, 1, 2, 3, 4);
    Mark mark = tape.mark();
    for (int step = 0; step < 17; step++) {
      Value above = tape.value(step);
      tape.rewind(mark);
      assertThatIllegalStateException().isThrownBy(above::data);
    }
    assertThat(parameters).extracting(Value::data).containsExactly(0.0, 1.0, 2.0, 3.0, 4.0);
    assertThat(tape.value(17).data()).isEqualTo(17);
    assertThat(tape.size()).isEqualTo(6);
  }

  /** Ten leaves after each rewind, the first to 0, then to 10, 20 and so on up to 50. */
  @Test
  void aRewindDropsTheLeavesOfManyRewindsAboveItAndNoOthers() {
    List<Value> leaves = new ArrayList<>();
    List<Mark> marks = new ArrayList<>();
    for (int begin = 0; begin <= 50; begin += 10) {
      Mark mark = tape.mark();
      tape.value(-1);
      tape.rewind(mark);
      marks.add(mark);
      leaves.addAll(tape.values(begin, 1, 2, 3, 4));
      if (begin == 20) {
        marks.add(tape.mark()); // at 25
      }
      leaves.addAll(tape.values(begin, 6, 7, 8, 9));
    }
    tape.rewind(marks.get(3));
    tape.values(new double[40]); // on the indices of those that were dropped
    for (int i = 0; i < leaves.size(); i++) {
      Value leaf = leaves.get(i);
      if (i < 25) {
        assertThat(leaf.data()).isEqualTo(i % 5 == 0 ? i / 10 * 10 : i % 10);
      } else {
        assertThatIllegalStateException().isThrownBy(leaf::data);
      }
    }
    assertThatIllegalStateException().isThrownBy(() -> tape.rewind(marks.get(4)));
    for (int m = 3; m >= 0; m--) {
      tape.rewind(marks.get(m));
    }
    assertThat(tape.size()).isZero();
    assertThatIllegalStateException().isThrownBy(leaves.get(0)::data);
  }

  @Test
  void aMarkRewoundAwayIsAnError() {
    Mark outer = tape.mark();
    tape.value(1);
    Mark inner = tape.mark();
    tape.rewind(outer);
    assertThatIllegalStateException()
        .isThrownBy(() -> tape.rewind(inner))
        .withMessageContaining("dropped by a rewind to an earlier mark");
    tape.value(2); // the tape is as long again as it was at the mark
    assertThatIllegalStateException().isThrownBy(() -> tape.rewind(inner));
  }

  // ---- Replays.

  @Test
  void aReplayComputesAgainWithTheNewDataOfTheLeaves() {
    Value x = tape.value(2);
    Mark mark = tape.mark();
    Value y = x.times(x).label("square"); // y' = 2x
    x.set(5);
    assertThat(y.data()).isEqualTo(4);
    tape.replay(mark);
    assertThat(y.data()).isEqualTo(25);
    assertThat(y.gradient()).isZero();
    y.backward();
    assertThat(x.gradient()).isEqualTo(10);
    assertThat(tape.size()).isEqualTo(2);
    assertThat(tape.label(1)).isEqualTo("square");
  }

  @Test
  void aReplayLeavesWhatStandsBelowTheMarkAlone() {
    Value x = tape.value(2);
    Value below = x.times(3);
    Mark mark = tape.mark();
    Value above = below.plus(x);
    above.backward();
    x.set(5);
    tape.replay(mark);
    assertThat(below.data()).isEqualTo(6);
    assertThat(above.data()).isEqualTo(6 + 5);
    assertThat(x.gradient()).isEqualTo(4);
    assertThat(above.gradient()).isZero();
  }

  @Test
  void aLeafAboveTheMarkKeepsItsDataInAReplay() {
    Value x = tape.value(2);
    Mark mark = tape.mark();
    Value leaf = tape.value(3);
    Value y = x.times(leaf);
    leaf.set(7);
    tape.replay(mark);
    assertThat(leaf.data()).isEqualTo(7);
    assertThat(y.data()).isEqualTo(14);
  }

  @Test
  void aReplayChoosesSidesAfresh() {
    Value x = tape.value(2);
    Value zero = tape.value(0);
    Mark mark = tape.mark();
    Value y = x.relu().plus(x.abs()).plus(x.max(zero).plus(x.min(zero)));
    y.backward();
    assertThat(List.of(y.data(), x.gradient())).containsExactly(6.0, 3.0);
    x.set(-2);
    tape.replay(mark);
    y.backward();
    assertThat(List.of(y.data(), x.gradient())).containsExactly(0.0, 0.0); // 0 + 2 + 0 - 2
  }

  @Test
  void whatTheProgramChoseStaysInAReplay() {
    Value x = tape.value(2);
    Mark mark = tape.mark();
    Value y = x.data() > 0 ? x : x.negate();
    Value z = y.times(x.data());
    x.set(-3);
    tape.replay(mark);
    assertThat(z.data()).isEqualTo(-3 * 2);
  }

  @Test
  void aReplayWithNothingAboveTheMarkDoesNothing() {
    Value x = tape.value(2);
    tape.replay(tape.mark());
    assertThat(tape.size()).isEqualTo(1);
    assertThat(x.data()).isEqualTo(2);
  }

  @Test
  void afterAReplayTheTapeGoesOnAsBefore() {
    Value x = tape.value(2);
    Mark mark = tape.mark();
    Value y = x.times(x);
    x.set(3);
    tape.replay(mark);
    Value z = y.plus(1);
    assertThat(z.data()).isEqualTo(10);
    tape.rewind(mark);
    assertThatIllegalStateException().isThrownBy(y::data);
  }

  @Test
  void aReplayFromADroppedMarkOrOneOfAnotherTapeIsAnError() {
    Mark foot = tape.mark();
    Value x = tape.value(2);
    Mark above = tape.mark();
    tape.rewind(foot);
    Value y = tape.value(3);
    assertThatIllegalStateException()
        .isThrownBy(() -> tape.replay(above))
        .withMessageContaining("mark was dropped");
    Mark elsewhere = Tape.create().mark();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tape.replay(elsewhere))
        .withMessageContaining("another tape");
    assertThat(tape.size()).isEqualTo(1);
    assertThat(y.data()).isEqualTo(3);
    assertThatIllegalStateException().isThrownBy(x::data);
  }

  @Test
  void aMarkOfAnotherTapeIsAnError() {
    Mark elsewhere = Tape.create().mark();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tape.rewind(elsewhere))
        .withMessageContaining("another tape");
  }

  @Test
  void aFailedOperationLeavesNoTrace() {
    Value x = tape.value(2);
    Value y = tape.value(3);
    Value elsewhere = Tape.create().value(1);
    assertThatIllegalArgumentException().isThrownBy(() -> Values.sum(x, y, elsewhere));
    Value product = x.times(y);
    product.backward();
    assertThat(tape.size()).isEqualTo(3);
    assertThat(List.of(x.gradient(), y.gradient())).containsExactly(3.0, 2.0);
    assertThatIllegalArgumentException().isThrownBy(() -> Values.sum(x, y, elsewhere));
    tape.value(4).backward();
    assertThat(List.of(x.gradient(), y.gradient())).containsExactly(0.0, 0.0);
  }

  @Test
  void describesItself() {
    tape.values(1, 2);
    assertThat(tape).hasToString("Tape(size=2)");
    assertThat(tape.mark()).hasToString("Mark(size=2)");
  }
}
