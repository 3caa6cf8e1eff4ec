package dev.makemore.explorer.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ReplacementsProperties {

  /** Any number, uniform and with few bits, and those around the limits of words. */
  @Provide
  Arbitrary<Long> words() {
    Arbitrary<Long> limits =
        Arbitraries.of(0L, 1L << 31, 1L << 32, 1L << 33, 1L << 62, Long.MIN_VALUE, -1L << 32)
            .flatMap(n -> Arbitraries.longs().between(-2, 2).map(small -> n + small));
    Arbitrary<Long> uniform = Arbitraries.randomValue(random -> random.nextLong());
    return Arbitraries.oneOf(Arbitraries.longs(), uniform, limits);
  }

  @Property(tries = 50_000)
  void theHighWordOfAProductIsThatOfTheJdk(
      @ForAll("words") long x, @ForAll("words") long y, @ForAll int n) {
    assertThat(Replacements.multiplyHigh(x, y)).isEqualTo(Math.multiplyHigh(x, y));
    assertThat(Replacements.multiplyHigh(x, n)).isEqualTo(Math.multiplyHigh(x, n));
  }
}
