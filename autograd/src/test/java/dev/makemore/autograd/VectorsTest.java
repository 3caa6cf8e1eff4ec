package dev.makemore.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class VectorsTest {

  private final Tape tape = Tape.create();
  private final List<Value> matrix = tape.values(1, 2, 3, 4, 5, 6);

  @Test
  void aListIsCutIntoRowsAndTheseIntoColumns() {
    List<List<Value>> rows = Vectors.rows(matrix, 3);
    assertThat(rows).map(Vectors::data).containsExactly(numbers(1, 2, 3), numbers(4, 5, 6));
    assertThat(Vectors.columns(rows))
        .isUnmodifiable()
        .map(Vectors::data)
        .containsExactly(numbers(1, 4), numbers(2, 5), numbers(3, 6));
    assertThat(Vectors.columns(Vectors.columns(rows))).isEqualTo(rows);
    assertThat(tape.size()).isEqualTo(6); // nothing was recorded
  }

  @Test
  void rowsAndColumnsOfAnyValuesAreTheSameAsOfEvenlySpacedOnes() {
    List<Value> shuffled = List.of(0, 2, 1, 3, 5, 4).stream().map(matrix::get).toList();
    List<List<Value>> rows = Vectors.rows(shuffled, 2);
    assertThat(rows)
        .map(Vectors::data)
        .containsExactly(numbers(1, 3), numbers(2, 4), numbers(6, 5));
    assertThat(Vectors.columns(rows))
        .isUnmodifiable()
        .map(Vectors::data)
        .containsExactly(numbers(1, 2, 6), numbers(3, 4, 5));
    assertThat(Vectors.columns(List.of())).isEmpty();
  }

  @Test
  void productsSumsAndMultiples() {
    List<List<Value>> rows = Vectors.rows(matrix, 3);
    List<Value> x = tape.values(1, 10, 100);
    assertThat(Vectors.data(Vectors.dots(x, rows))).isEqualTo(numbers(321, 654));
    assertThat(Vectors.data(Vectors.dots(x, rows, tape.values(0.5, 0.25))))
        .isEqualTo(numbers(321.5, 654.25));
    assertThat(Vectors.data(Vectors.weightedSum(tape.values(1, 10), rows)))
        .isEqualTo(numbers(41, 52, 63));
    assertThat(Vectors.data(Vectors.plus(x, rows.get(1)))).isEqualTo(numbers(5, 15, 106));
    assertThat(Vectors.data(Vectors.times(x, matrix.get(1)))).isEqualTo(numbers(2, 20, 200));
    assertThat(Vectors.data(Vectors.map(x, Value::negate))).isEqualTo(numbers(-1, -10, -100));
    assertThat(Vectors.dots(x, List.of())).isEmpty();
  }

  @Test
  void resultsAreRecordedSideBySide() {
    List<List<Value>> rows = Vectors.rows(matrix, 3);
    List<Value> x = rows.get(0);
    assertThat(
            List.of(
                Vectors.dots(x, rows),
                Vectors.plus(x, x),
                Vectors.times(x, x.get(0)),
                Vectors.map(x, Value::relu),
                Values.softmax(x),
                Vectors.concat(rows)))
        .allMatch(StridedView.class::isInstance);
  }

  @Test
  void listsThatAreJoinedKeepTheirOrder() {
    List<List<Value>> rows = Vectors.rows(matrix, 2);
    List<Value> joined = Vectors.concat(List.of(rows.get(2), List.of(), rows.get(0)));
    assertThat(joined).isUnmodifiable();
    assertThat(Vectors.data(joined)).isEqualTo(numbers(5, 6, 1, 2));
    assertThat(Vectors.concat(List.of())).isEmpty();
  }

  @Test
  void sizesThatDoNotFitAreAnError() {
    List<List<Value>> rows = Vectors.rows(matrix, 3);
    List<Value> two = matrix.subList(0, 2);
    List<Value> twoOthers = List.of(matrix.get(3), matrix.get(0));
    for (List<Value> x : List.of(two, twoOthers)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Vectors.dots(x, rows))
          .withMessageContaining("2 and 3");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Vectors.plus(x, rows.get(0)))
          .withMessageContaining("2 and 3");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Vectors.dots(rows.get(0), rows, rows.get(0)))
        .withMessageContaining("2 and 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Vectors.weightedSum(rows.get(0), rows))
        .withMessageContaining("3 and 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Vectors.columns(List.of(two, rows.get(0))))
        .withMessageContaining("2 and 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Vectors.rows(matrix, 4))
        .withMessageContaining("6 values can't be cut into rows of 4");
    assertThatIllegalArgumentException().isThrownBy(() -> Vectors.rows(matrix, 0));
  }

  @Test
  void numbersAreCopiedOutAndIn() {
    List<Value> odd = Vectors.columns(Vectors.rows(matrix, 2)).get(0);
    Vectors.set(odd, 10, 30, 50);
    assertThat(Vectors.data(matrix)).isEqualTo(numbers(10, 2, 30, 4, 50, 6));
    Values.dot(odd, odd).backward();
    assertThat(Vectors.gradients(odd)).isEqualTo(numbers(20, 60, 100));
    List<Value> others = List.of(matrix.get(5), matrix.get(0));
    Vectors.set(others, 7, 8);
    assertThat(Vectors.data(others)).isEqualTo(numbers(7, 8));
    assertThat(Vectors.gradients(others)).isEqualTo(numbers(0, 20));
  }

  @Test
  void onlyLeavesAreSetAndAllOfThemOrNone() {
    Value sum = matrix.get(0).plus(1);
    for (List<Value> some : List.of(List.of(matrix.get(5), sum), Values.list(matrix.get(5), sum))) {
      assertThatIllegalStateException()
          .isThrownBy(() -> Vectors.set(some, 9, 9))
          .withMessageContaining("only leaves");
    }
    assertThat(matrix.get(5).data()).isEqualTo(6);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Vectors.set(matrix, 1))
        .withMessageContaining("6 and 1");
  }

  @Test
  void valuesThatARewindDroppedAreAnErrorToUse() {
    Mark mark = tape.mark();
    List<Value> x = tape.values(1, 2, 3);
    List<List<Value>> rows = Vectors.rows(tape.values(1, 2, 3), 3);
    tape.rewind(mark);
    tape.values(1, 2, 3, 4, 5, 6);
    List<Runnable> uses =
        List.of(
            () -> Vectors.data(x),
            () -> Vectors.set(x, 1, 2, 3),
            () -> Vectors.plus(x, x),
            () -> Vectors.dots(matrix.subList(0, 3), rows),
            () -> Values.pick(x, matrix.get(0)),
            () -> x.get(0).data());
    for (Runnable use : uses) {
      assertThatIllegalStateException()
          .isThrownBy(use::run)
          .withMessageContaining("dropped by a rewind");
    }
  }

  private static double[] numbers(double... numbers) {
    return Arrays.copyOf(numbers, numbers.length);
  }
}
