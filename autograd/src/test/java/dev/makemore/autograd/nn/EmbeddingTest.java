package dev.makemore.autograd.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.makemore.autograd.Mark;
import dev.makemore.autograd.Tape;
import dev.makemore.autograd.Value;
import dev.makemore.autograd.Values;
import dev.makemore.autograd.Vectors;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmbeddingTest {

  private final Tape tape = Tape.create();
  private final Embedding embedding = Embedding.of(tape, 3, 2, 1, 2, 3, 4, 5, 6);

  @Test
  void aTokenSelectsItsRowWithoutRecordingAnything() {
    assertThat(embedding.row(1)).isUnmodifiable();
    assertThat(Vectors.data(embedding.row(1))).containsExactly(3, 4);
    assertThat(tape.size()).isEqualTo(6);
    assertThat(List.of(embedding.tokens(), embedding.size())).containsExactly(3, 2);
    assertThat(Vectors.data(embedding.parameters())).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(embedding).hasToString("Embedding 3 x 2: 1.00 2.00 3.00 4.00 5.00 6.00");
  }

  @Test
  void aTokenOnTheTapeMayChangeFromReplayToReplay() {
    Value token = tape.value(0);
    Mark mark = tape.mark();
    List<Value> row = embedding.row(token);
    Value sum = Values.sum(row);
    assertThat(Vectors.data(row)).containsExactly(1, 2);
    token.set(2);
    tape.replay(mark);
    sum.backward();
    assertThat(Vectors.data(row)).containsExactly(5, 6);
    assertThat(Vectors.gradients(embedding.parameters())).containsExactly(0, 0, 0, 0, 1, 1);
  }

  @Test
  void randomVectorsHaveMeanZeroAndVarianceOne() {
    double[] numbers =
        Vectors.data(Embedding.random(Tape.create(), 500, 20, new SplitMix64(1)).parameters());
    // The standard errors are 0.01 for the mean and, with a kurtosis of 1.8, 0.009 for the
    // variance.
    assertThat(Arrays.stream(numbers).average().orElseThrow()).isBetween(-0.04, 0.04);
    assertThat(Arrays.stream(numbers).map(x -> x * x).average().orElseThrow())
        .isBetween(0.964, 1.036);
  }

  @Test
  void wrongSizesAndTokensAreErrors() {
    assertThatIllegalArgumentException().isThrownBy(() -> Embedding.of(tape, 2, 2, 1, 2, 3));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Embedding.random(tape, 0, 2, new SplitMix64(1)));
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> embedding.row(3));
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> embedding.row(tape.value(-1)))
        .withMessageContaining("from 0 to 2, was -1.0");
  }
}
