package dev.makemore.bigram.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TrainingStepTest {

  private static TrainingStep at(double totalVariation) {
    return new TrainingStep(1, 2, 1, totalVariation);
  }

  /** From 0.5 to 0.005 are two orders of magnitude, to 0.05 is one of them. */
  @Test
  void theWayIsMeasuredInOrdersOfMagnitude() {
    assertThat(at(0.5).shareOfTheWay(0.5, 0.005)).isZero();
    assertThat(at(0.05).shareOfTheWay(0.5, 0.005)).isEqualTo(0.5, within(1e-12));
    assertThat(at(0.005).shareOfTheWay(0.5, 0.005)).isEqualTo(1, within(1e-12));
  }

  @Test
  void towardATargetOfZeroNothingIsDone() {
    assertThat(at(1e-9).shareOfTheWay(0.5, 0)).isZero();
  }
}
