package dev.makemore.model.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AliasTableTest {

  /**
   * Every share is a number of sixteenths, and 256 is a multiple of 16 for each number of things.
   */
  @Test
  void evenlySpacedBitsDrawEachThingExactlyAsOftenAsItWeighs() {
    double[][] weights = {
      {1}, {1, 3}, {3, 1}, {8, 4, 3, 1}, {1, 3, 4, 8}, {4, 4, 4, 4}, {0, 16}, {4, 0, 6, 6},
    };
    for (double[] weight : weights) {
      AliasTable table = new AliasTable(weight);
      double[] drawn = new double[weight.length];
      for (long high = 0; high < 256; high++) {
        drawn[table.draw(high << 56)] += 1;
      }
      double sum = java.util.Arrays.stream(weight).sum();
      assertThat(java.util.Arrays.stream(drawn).map(n -> n * sum / 256).toArray())
          .containsExactly(weight);
    }
  }

  /** 1 / 49 * 49 is just below 1 in binary. */
  @Test
  void equalWeightsLeaveNothingToRounding() {
    Random random = new Random(3);
    for (int n : new int[] {1, 2, 49, 1_000}) {
      for (int i = 0; i < 1_000; i++) {
        long bits = random.nextLong();
        assertThat(AliasTable.uniform(n).draw(bits)).isEqualTo(Draws.index(bits, n));
      }
    }
  }
}
