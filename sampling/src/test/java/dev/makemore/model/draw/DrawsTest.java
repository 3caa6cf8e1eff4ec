package dev.makemore.model.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DrawsTest {

  /** The example of the class comment, in 64 bits: 11/16 times 3 is 2 and 1/16. */
  @Test
  void elevenSixteenthsOfThreeIsTwoAndOneSixteenth() {
    long elevenSixteenths = 11L << 60;
    assertThat(Draws.index(elevenSixteenths, 3)).isEqualTo(2);
    assertThat(Draws.fraction(elevenSixteenths, 3)).isEqualTo(1L << 60);
  }

  @Test
  void indexAndFractionAreTheWordsOfTheUnsignedProduct() {
    Random random = new Random(7);
    for (int i = 0; i < 10_000; i++) {
      long bits = random.nextLong();
      int n = 1 + (random.nextInt() >>> 1) % Integer.MAX_VALUE;
      BigInteger product =
          new BigInteger(Long.toUnsignedString(bits)).multiply(BigInteger.valueOf(n));
      assertThat(Draws.index(bits, n)).isEqualTo(product.shiftRight(64).intValueExact());
      assertThat(Draws.fraction(bits, n)).isEqualTo(product.longValue());
    }
  }

  @Test
  void theLowestBitsChooseTheFirstAndTheHighestTheLast() {
    assertThat(Draws.index(0, 27)).isZero();
    assertThat(Draws.index(-1, 27)).isEqualTo(26);
  }
}
