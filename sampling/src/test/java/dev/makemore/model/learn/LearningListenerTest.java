package dev.makemore.model.learn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LearningListenerTest {

  @Test
  void whoWantsOnlyTheShareIsToldItOfTrainingsToo() {
    LearningListener untilHalf = share -> share < 0.5;
    assertThat(untilHalf.goOn(0.4, 4, 2.5)).isTrue();
    assertThat(untilHalf.goOn(0.5, 5, 2.4)).isFalse();
  }

  @Test
  void nothingIsEndedByNoListener() {
    assertThat(LearningListener.none().goOn(1)).isTrue();
    assertThat(LearningListener.none().goOn(1, 5, Double.NaN)).isTrue();
  }
}
