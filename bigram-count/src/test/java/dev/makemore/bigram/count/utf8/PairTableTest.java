package dev.makemore.bigram.count.utf8;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PairTableTest {

  private static final int SIZE = 1 << 16;
  private static final int MULTIPLIERS = 200;

  /** The keys of an alphabet are a grid of numbers, which not every hash scatters. */
  @Test
  void pairsOfAnAlphabetAreFoundSoonWithMostMultipliers() {
    long[] keys = pairs('\u0900', 100); // Devanagari
    double mean =
        new SplittableRandom(1)
            .longs(MULTIPLIERS)
            .mapToDouble(random -> slotsLookedAt(keys, random | 1))
            .average()
            .orElseThrow();
    assertThat(mean).isBetween(1.0, 1.5);
  }

  /** All pairs of so many characters from {@code first} on. */
  private static long[] pairs(int first, int characters) {
    return LongStream.range(0, (long) characters * characters)
        .map(pair -> key((int) (first + pair / characters), (int) (first + pair % characters)))
        .toArray();
  }

  private static long key(int first, int second) {
    byte[] bytes = Character.toString(first).concat(Character.toString(second)).getBytes(UTF_8);
    return PairTable.key(Arrays.copyOf(bytes, Long.BYTES), 0, bytes.length);
  }

  /** The average number of slots until a key has found a free one. */
  private static double slotsLookedAt(long[] keys, long multiplier) {
    long[] table = new long[SIZE];
    long looks = 0;
    for (long key : keys) {
      int slot = PairTable.home(key, multiplier, table);
      for (looks++; table[slot] != 0; looks++) {
        slot = (slot + 1) & (SIZE - 1);
      }
      table[slot] = key;
    }
    return (double) looks / keys.length;
  }
}
