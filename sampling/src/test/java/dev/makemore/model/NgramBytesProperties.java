package dev.makemore.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class NgramBytesProperties {

  @Provide
  Arbitrary<List<String>> items() {
    return Arbitraries.strings()
        .withChars("ab.\0\u00E9\uFFFD\u4E2D")
        .ofMinLength(1)
        .ofMaxLength(6)
        .list()
        .ofMaxSize(8);
  }

  @Property
  void whatWasEncodedIsDecoded(
      @ForAll("items") List<String> items,
      @ForAll @IntRange(min = 1, max = 6) int order,
      @ForAll @LongRange(min = 1, max = Long.MAX_VALUE / 100) long weight,
      @ForAll boolean unknown) {
    Vocabulary known = Vocabulary.of("ab");
    NgramCounter counter =
        unknown ? NgramCounter.create(order, known.withUnknown()) : NgramCounter.create(order);
    items.forEach(item -> counter.add(item, 1));
    counter.add("a", weight);
    byte[] bytes = NgramBytes.encode(counter.counts());
    NgramCounts decoded = NgramBytes.decode(bytes);
    assertThat(decoded).isEqualTo(counter.counts());
    assertThat(NgramBytes.encode(decoded)).isEqualTo(bytes);
  }

  @Property
  void bytesThatEndEarlyAreRefused(
      @ForAll("items") List<String> items,
      @ForAll @IntRange(min = 1, max = 3) int order,
      @ForAll @IntRange(max = 1_000) int part) {
    byte[] bytes = NgramBytes.encode(NgramCounts.of(order, Corpus.of(items)));
    byte[] shorter = Arrays.copyOf(bytes, part % bytes.length);
    assertThat(catchThrowable(() -> NgramBytes.decode(shorter)))
        .isInstanceOf(IllegalArgumentException.class);
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
    assertThat(catchThrowable(() -> NgramBytes.decode(longer)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** The third number of the bytes; all three take one byte each. */
  @Property
  void whetherThereIsAnUnknownTokenIsOneOrZero(
      @ForAll("items") List<String> items, @ForAll @IntRange(min = 2, max = 127) int flag) {
    byte[] bytes = NgramBytes.encode(NgramCounts.of(2, Corpus.of(items)));
    assertThat(bytes[2]).isZero();
    bytes[2] = (byte) flag;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NgramBytes.decode(bytes))
        .withMessage("whether there is an unknown token is 1 or 0, not " + flag);
  }

  @Property
  void anyBytesAreCountsOrAreRefused(@ForAll byte[] noise, @ForAll("items") List<String> items) {
    byte[] bytes = NgramBytes.encode(NgramCounts.of(2, Corpus.of(items)));
    for (int i = 0; i < noise.length && i < bytes.length; i += 3) {
      bytes[(noise[i] & 0xFF) % bytes.length] ^= noise[noise.length - 1 - i];
    }
    Throwable thrown = catchThrowable(() -> NgramBytes.decode(bytes));
    assertThat(thrown == null || thrown instanceof IllegalArgumentException).isTrue();
  }
}
