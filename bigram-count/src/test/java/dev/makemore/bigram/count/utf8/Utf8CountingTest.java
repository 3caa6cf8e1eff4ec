package dev.makemore.bigram.count.utf8;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makemore.model.text.MalformedCorpusException;
import dev.makemore.model.text.TextSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8CountingTest {

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static PairMap quickly(String text, int threads, int capacity) throws IOException {
    return PairMap.quickly(PairMap.source(bytes(text)), threads, capacity);
  }

  /** A text whose stream fails as soon as {@code start} has been read. */
  private static TextSource failingAfter(byte[] start) {
    InputStream failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("unplugged");
          }
        };
    return TextSource.of(
        "text", () -> new SequenceInputStream(new ByteArrayInputStream(start), failing));
  }

  /** More pairs than the first table has room for, some of them outside of the first plane. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void thousandsOfCharactersAreCounted(int threads) throws IOException {
    String text =
        new Random(1)
            .ints(200_000, 0, 3_000)
            .map(i -> i < 2_900 ? 0x4E00 + i : i < 2_950 ? 0x1F600 + i : i == 2_999 ? '\n' : 'a')
            .mapToObj(Character::toString)
            .collect(Collectors.joining());
    PairMap plainly = PairMap.plainly(bytes(text));
    assertThat(plainly.distinctPairs()).isGreaterThan(1 << 16);
    assertThat(PairMap.quickly(bytes(text), threads)).isEqualTo(plainly);
  }

  /** The second block is counted in two pieces of a thousand pairs, and half of one. */
  @Test
  void theEndOfALongStretchOfAsciiIsFoundWhereverItIs() throws IOException {
    String letters =
        new Random(1)
            .ints(8_000, 'a', 'z' + 2)
            .map(i -> i > 'z' ? '\n' : i)
            .mapToObj(Character::toString)
            .collect(Collectors.joining());
    for (int end = 5_000; end < 7_500; end++) {
      String text = letters.substring(0, end) + "\u00E9" + letters.substring(end);
      assertThat(quickly(text, 1, 5_000)).isEqualTo(PairMap.plainly(bytes(text)));
    }
  }

  /** Such a run begins at each place of the 64 bytes that are looked at together. */
  @ParameterizedTest
  @ValueSource(ints = {1, 4, 5, 8, 9, 62, 63, 64, 65, 127, 128, 200})
  void aRunOfContinuationsIsMalformedWhereverItBegins(int continuations) {
    for (int before = 0; before < 70; before++) {
      byte[] text =
          ("\u00E9".repeat(100) + "a".repeat(before) + "\u00E9" + "?".repeat(continuations))
              .concat("\u00E9a".repeat(200))
              .getBytes(StandardCharsets.UTF_8);
      int start = 2 * 100 + before + 2;
      Arrays.fill(text, start, start + continuations, (byte) 0x80);
      assertThatThrownBy(() -> PairMap.quickly(text, 1))
          .isInstanceOf(MalformedCorpusException.class)
          .hasMessageStartingWith("text:1: byte 0x80 at offset " + start);
    }
  }

  /** The one pair whose number is 0. */
  @Test
  void nulsAreCountedLikeAnyCharacter() throws IOException {
    String text = "\0\0\u00E9\0\0\0".repeat(1_000) + "\n";
    PairMap quickly = PairMap.quickly(bytes(text), 1);
    assertThat(quickly).isEqualTo(PairMap.plainly(bytes(text)));
    assertThat(quickly.count(0, 0)).isEqualTo(1_000 + 2 * 1_000 + 999);
  }

  @Test
  void theFirstMalformedByteIsToldWhicheverThreadMeetsOne() {
    byte[] text = "emma\n".repeat(50_000).getBytes(StandardCharsets.UTF_8);
    text[100_002] = (byte) 0xFF;
    text[200_000] = (byte) 0xFE;
    for (int i = 0; i < 20; i++) {
      assertThatThrownBy(() -> PairMap.quickly(PairMap.source(text), 3, 1_000))
          .isInstanceOf(MalformedCorpusException.class)
          .hasMessageStartingWith("text:20001: byte 0xFF at offset 100002");
    }
  }

  @Test
  void aStreamThatFailsIsAnErrorOnAnyThread() {
    for (int threads = 1; threads < 4; threads++) {
      int count = threads;
      TextSource text = failingAfter(bytes("emma\n".repeat(100)));
      assertThatThrownBy(() -> PairMap.quickly(text, count, 64))
          .isInstanceOf(IOException.class)
          .hasMessage("unplugged");
    }
  }

  @Test
  void whatIsMalformedBeforeTheFailureIsToldFirst() {
    String malformed = "em\u00FFma\n" + "a\n".repeat(40);
    TextSource text = failingAfter(malformed.getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> PairMap.quickly(text, 1, 64))
        .hasMessageStartingWith("text:1: byte 0xFF at offset 2");
  }

  @Test
  void anInterruptedThreadCountsToTheEndAndStaysInterrupted() throws IOException {
    Thread.currentThread().interrupt();
    PairMap pairs = quickly("emma\n".repeat(10_000), 3, 64);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(pairs.items()).isEqualTo(10_000);
  }

  /** Each length of a line, so that each place of a block ends one. */
  @Test
  void anyLineFitsAnyBlock() throws IOException {
    String text =
        IntStream.range(0, 100).mapToObj(n -> "x".repeat(n) + "\r\n").collect(Collectors.joining());
    for (int capacity = Blocks.MIN_CAPACITY; capacity < 200; capacity++) {
      PairMap pairs = quickly(text, 1, capacity);
      assertThat(pairs.items()).isEqualTo(99);
      assertThat(pairs.count('x', 'x')).isEqualTo(98 * 99 / 2);
      assertThat(pairs.distinctPairs()).isEqualTo(3); // .x xx x.
    }
  }
}
