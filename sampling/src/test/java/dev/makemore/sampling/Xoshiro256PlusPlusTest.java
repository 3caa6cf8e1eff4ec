package dev.makemore.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.model.Distribution;
import dev.makemore.model.contract.ChiSquare;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class Xoshiro256PlusPlusTest {

  /** The first outputs of its authors' C code in the state 1, 2, 3, 4. */
  @Test
  void theNumbersAreThoseOfTheReferenceImplementation() {
    Xoshiro256PlusPlus random = Xoshiro256PlusPlus.inState(1, 2, 3, 4);
    assertThat(LongStream.generate(random::nextLong).limit(10).mapToObj(Long::toUnsignedString))
        .containsExactly(
            "41943041",
            "58720359",
            "3588806011781223",
            "3591011842654386",
            "9228616714210784205",
            "9973669472204895162",
            "14011001112246962877",
            "12406186145184390807",
            "15849039046786891736",
            "10450023813501588000");
  }

  /** SplitMix64 of the seed 1234567, as published with its C code. */
  @Test
  void theStateOfASeedIsFilledBySplitMix64() {
    Xoshiro256PlusPlus seeded = Xoshiro256PlusPlus.of(1234567);
    Xoshiro256PlusPlus filled =
        Xoshiro256PlusPlus.inState(
            6457827717110365317L,
            3203168211198807973L,
            Long.parseUnsignedLong("9817491932198370423"),
            4593380528125082431L);
    assertThat(LongStream.generate(seeded::nextLong).limit(100).toArray())
        .containsExactly(LongStream.generate(filled::nextLong).limit(100).toArray());
  }

  @Test
  void aSeedGivesTheSameNumbersAgain() {
    assertThat(Xoshiro256PlusPlus.of(3, 4).nextLong())
        .isEqualTo(Xoshiro256PlusPlus.of(3, 4).nextLong());
  }

  @Test
  void neighboringSeedsAndStreamsStartDifferently() {
    Set<Long> first = new HashSet<>();
    for (int seed = -50; seed < 50; seed++) {
      first.add(Xoshiro256PlusPlus.of(seed).nextLong());
      for (int stream = 0; stream < 50; stream++) {
        first.add(Xoshiro256PlusPlus.of(seed, stream).nextLong());
      }
    }
    assertThat(first).hasSize(100 * 51);
  }

  /** Chi-square at alpha = 1e-6: the first draws of 50,000 streams of one seed. */
  @Test
  void theStreamsOfASeedAreUnrelated() {
    Distribution uniform = Distribution.uniform(100);
    long[] counts = new long[100];
    for (int stream = 0; stream < 50_000; stream++) {
      counts[uniform.sample(Xoshiro256PlusPlus.of(9, stream))]++;
    }
    assertThat(ChiSquare.accepts(uniform, counts)).isTrue();
  }

  /**
   * Stream b of seed s is the generator of the seed that the output function of SplitMix64 makes
   * from its first output for s, plus b. The numbers are those of a program in another language.
   */
  @Test
  void theNumbersOfAStreamAreFixedForEver() {
    assertThat(first(3, Xoshiro256PlusPlus.of(42, 0)))
        .containsExactly("eac6ce13a2a07ede", "28307e38b243a844", "b48b146579f88943");
    assertThat(first(3, Xoshiro256PlusPlus.of(42, 1)))
        .containsExactly("cd075ff87b8e7d17", "bc0c53619a1d946d", "5676ad928cb7c9d8");
    assertThat(first(3, Xoshiro256PlusPlus.of(-1, 7)))
        .containsExactly("109e02d6099cc2e7", "46b28a8ecbf1e074", "d6b6854185b5b7a3");
  }

  @Test
  void numbersInBulkAreThoseOneByOne() {
    Xoshiro256PlusPlus bulk = Xoshiro256PlusPlus.of(8);
    Xoshiro256PlusPlus single = Xoshiro256PlusPlus.of(8);
    long[] numbers = new long[12];
    for (int count : new int[] {10, 0, 1, 7}) {
      long[] expected = numbers.clone();
      for (int i = 0; i < count; i++) {
        expected[1 + i] = single.nextLong();
      }
      bulk.fill(numbers, 1, count);
      assertThat(numbers).isEqualTo(expected); // and nothing else was written
    }
  }

  private static Stream<String> first(int n, Xoshiro256PlusPlus random) {
    return LongStream.generate(random::nextLong).limit(n).mapToObj(Long::toHexString);
  }
}
