package dev.makemore.autograd.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Iterator;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class InitialWeightsTest {

  /** The 53 high bits of a number are one of 2^53 steps from -bound to bound. */
  @Test
  void eachWeightIsMadeFromOneNumber() {
    Iterator<Long> numbers =
        List.of(Long.MIN_VALUE, 0L, 0x7FFL, 0x800L, Long.MAX_VALUE, -1L).iterator();
    RandomGenerator given = numbers::next;
    assertThat(InitialWeights.uniform(6, 4, given))
        .containsExactly(0, -4, -4, -4 + 0x1p-50, -0x1p-50, 4 - 0x1p-50);
    assertThat(numbers).isExhausted();
  }

  @Test
  void whatIsNoCountAndNoBoundIsRefused() {
    RandomGenerator random = new SplitMix64(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> InitialWeights.uniform(0, 1, random))
        .withMessage("the number of weights must be >= 1, was 0");
    for (double bound : new double[] {-1, Double.POSITIVE_INFINITY, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> InitialWeights.uniform(1, bound, random))
          .withMessage("bound must be a finite number >= 0, was " + bound);
    }
    assertThatNullPointerException().isThrownBy(() -> InitialWeights.uniform(1, 1, null));
  }
}
