package dev.makemore.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EpochsTest {

  private final Epochs epochs = new Epochs();

  @Test
  void allIndicesBeginInEpochZero() {
    assertThat(epochs).hasToString("Epochs(from 0: 0)");
    assertThat(epochs.at(1_000)).isZero();
  }

  @Test
  void rewindsToOneMarkTakeNoMoreRoom() {
    for (int step = 0; step < 17; step++) {
      epochs.beginAt(5);
    }
    assertThat(epochs).hasToString("Epochs(from 0: 0, from 5: 17)");
    assertThat(epochs.at(4)).isZero();
    assertThat(epochs.at(5)).isEqualTo(17);
    assertThat(epochs.present()).isEqualTo(17);
  }

  @Test
  void aRewindDropsTheStretchesAboveIt() {
    for (int begin : new int[] {10, 20, 30, 40, 50, 25}) {
      epochs.beginAt(begin);
    }
    assertThat(epochs).hasToString("Epochs(from 0: 0, from 10: 1, from 20: 2, from 25: 6)");
    assertThat(epochs.holds(24, 2)).isTrue();
    assertThat(epochs.holds(25, 2)).isFalse();
    assertThat(epochs.holds(19, 1)).isTrue();
    assertThat(epochs.holds(19, 2)).isFalse();
    epochs.beginAt(0);
    assertThat(epochs).hasToString("Epochs(from 0: 7)");
  }
}
