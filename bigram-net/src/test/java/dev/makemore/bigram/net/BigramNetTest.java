package dev.makemore.bigram.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.model.Distribution;
import dev.makemore.model.Vocabulary;
import org.junit.jupiter.api.Test;

class BigramNetTest {

  private static final Vocabulary A = Vocabulary.of("a");

  @Test
  void aRowIsTheSoftmaxOfItsWeights() {
    BigramNet net = BigramNet.of(A, 0, Math.log(3), 5, 5);
    assertThat(net.next().probability(1)).isEqualTo(0.75, within(1e-15));
    assertThat(net.next(1)).isEqualTo(Distribution.uniform(2));
    assertThat(net.weight(0, 1)).isEqualTo(Math.log(3));
  }

  @Test
  void weightsBeyondTheReachOfExpAreNoProblem() {
    BigramNet net = BigramNet.of(A, 1000, 1001, -1000, -2000);
    assertThat(net.next().probability(0)).isEqualTo(1 / (1 + Math.E), within(1e-15));
    assertThat(net.next(1).probability(0)).isEqualTo(1);
  }

  @Test
  void weightsMustBeAsManyAsThePairs() {
    assertThatThrownBy(() -> BigramNet.of(A, 1, 2, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2 tokens need 4 weights, not 3");
  }

  @Test
  void aWeightThatIsNoNumberIsNamed() {
    assertThatThrownBy(() -> BigramNet.of(A, 1, 2, Double.NaN, 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("NaN");
  }

  @Test
  void theWeightsOfANetCanNotBeChangedFromOutside() {
    double[] weights = {0, 0, 0, 0};
    BigramNet net = BigramNet.of(A, weights);
    weights[0] = 9;
    assertThat(net.weight(0, 0)).isZero();
  }

  @Test
  void aNetShowsHowItemsBegin() { // e / (1 + e) = 0.73
    assertThat(BigramNet.of(A, 1, 2, 3, 4))
        .hasToString("BigramNet of 2 tokens; . -> a 0.73, . 0.27");
  }
}
