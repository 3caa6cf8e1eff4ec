package dev.makemore.autograd.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.autograd.GradientCheck;
import dev.makemore.autograd.Tape;
import dev.makemore.autograd.Value;
import dev.makemore.autograd.Values;
import dev.makemore.autograd.Vectors;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class NormalizationTest {

  private final Tape tape = Tape.create();

  @Test
  void rmsMakesTheMeanSquareOne() {
    List<Value> x = tape.values(3, 4); // whose mean square is 12.5
    double[] result = Vectors.data(Normalization.rms(x, 1e-300));
    assertThat(result[0]).isEqualTo(3 / Math.sqrt(12.5), within(1e-15));
    assertThat(result[1]).isEqualTo(4 / Math.sqrt(12.5), within(1e-15));
    double[] damped = Vectors.data(Normalization.rms(x, 12.5));
    assertThat(damped[1]).isEqualTo(4.0 / 5, within(1e-15));
  }

  @Test
  void layerMakesTheMeanZeroAndTheVarianceOne() {
    double[] result = Vectors.data(Normalization.layer(tape.values(1, 2, 6), 1e-300));
    double deviation = Math.sqrt((4 + 1 + 9) / 3.0); // from the mean 3
    assertThat(result[0]).isEqualTo(-2 / deviation, within(1e-15));
    assertThat(result[1]).isEqualTo(-1 / deviation, within(1e-15));
    assertThat(result[2]).isEqualTo(3 / deviation, within(1e-15));
  }

  @Test
  void equalEntriesStayFinite() {
    assertThat(Vectors.data(Normalization.layer(tape.values(7, 7), 1e-5))).containsOnly(0);
    assertThat(Vectors.data(Normalization.rms(tape.values(0, 0), 1e-5))).containsOnly(0);
  }

  @Test
  void theirGradientsAreThoseOfCentralDifferences() {
    double[] mix = {0.3, -1.2, 2, 0.7};
    Function<List<Value>, Value> rms = x -> Values.dot(mix, Normalization.rms(x, 0.1));
    Function<List<Value>, Value> layer = x -> Values.dot(mix, Normalization.layer(x, 0.1));
    for (Function<List<Value>, Value> f : List.of(rms, layer)) {
      assertThat(GradientCheck.of(f, 0.5, -2, 1, 3).largestRelativeError()).isLessThan(1e-8);
    }
  }

  @Test
  void anEpsilonMustBeAPositiveNumber() {
    List<Value> x = tape.values(1, 2);
    for (double wrong : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Normalization.rms(x, wrong))
          .withMessageContaining("was " + wrong);
      assertThatIllegalArgumentException().isThrownBy(() -> Normalization.layer(x, wrong));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> Normalization.rms(List.of(), 1));
  }
}
