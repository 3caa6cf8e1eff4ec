package dev.makemore.bigram.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makemore.model.text.MalformedCorpusException;
import dev.makemore.model.text.TextForm;
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

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static BigramCounts toCounts(PairCounter counter) {
    return counter.toCounts(counter.vocabulary());
  }

  /** A stream that fails as soon as it is read. */
  private static InputStream failing(String reason) {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        throw new IOException(reason);
      }
    };
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
    BigramCounts plainly = toCounts(BigramCounts.count(bytes(text), "text", TextForm.asWritten()));
    assertThat(plainly.vocabulary().size()).isGreaterThan(2_900);
    assertThat(toCounts(Utf8Counting.count(bytes(text), "text", threads))).isEqualTo(plainly);
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
      assertThat(toCounts(Utf8Counting.count(bytes(text), "text", 1, 5_000)))
          .isEqualTo(toCounts(BigramCounts.count(bytes(text), "text", TextForm.asWritten())));
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
      assertThatThrownBy(() -> Utf8Counting.count(new ByteArrayInputStream(text), "names", 1))
          .isInstanceOf(MalformedCorpusException.class)
          .hasMessageStartingWith("names:1: byte 0x80 at offset " + start);
    }
  }

  /** The one pair whose number is 0. */
  @Test
  void nulsAreCountedLikeAnyCharacter() throws IOException {
    String text = "\0\0\u00E9\0\0\0".repeat(1_000) + "\n";
    BigramCounts plainly = toCounts(BigramCounts.count(bytes(text), "text", TextForm.asWritten()));
    BigramCounts quickly = toCounts(Utf8Counting.count(bytes(text), "text", 1));
    assertThat(quickly).isEqualTo(plainly);
    assertThat(quickly.count(1, 1)).isEqualTo(1_000 + 2 * 1_000 + 999);
  }

  @Test
  void theFirstMalformedByteIsToldWhicheverThreadMeetsOne() {
    byte[] text = "emma\n".repeat(50_000).getBytes(StandardCharsets.UTF_8);
    text[100_002] = (byte) 0xFF;
    text[200_000] = (byte) 0xFE;
    for (int i = 0; i < 20; i++) {
      assertThatThrownBy(
              () -> Utf8Counting.count(new ByteArrayInputStream(text), "names", 3, 1_000))
          .isInstanceOf(MalformedCorpusException.class)
          .hasMessageStartingWith("names:20001: byte 0xFF at offset 100002");
    }
  }

  @Test
  void aStreamThatFailsIsAnErrorOnAnyThread() {
    for (int threads = 1; threads < 4; threads++) {
      int count = threads;
      assertThatThrownBy(
              () ->
                  Utf8Counting.count(
                      new SequenceInputStream(bytes("emma\n".repeat(100)), failing("unplugged")),
                      "names",
                      count,
                      64))
          .isInstanceOf(IOException.class)
          .hasMessage("unplugged");
    }
  }

  @Test
  void whatIsMalformedBeforeTheFailureIsToldFirst() {
    assertThatThrownBy(
            () ->
                Utf8Counting.count(
                    new SequenceInputStream(
                        new ByteArrayInputStream(
                            ("em\u00FFma\n" + "a\n".repeat(40))
                                .getBytes(StandardCharsets.ISO_8859_1)),
                        failing("unplugged")),
                    "names",
                    1,
                    64))
        .hasMessageStartingWith("names:1: byte 0xFF at offset 2");
  }

  @Test
  void anInterruptedThreadCountsToTheEndAndStaysInterrupted() throws IOException {
    Thread.currentThread().interrupt();
    PairCounter counter = Utf8Counting.count(bytes("emma\n".repeat(10_000)), "names", 3, 64);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(toCounts(counter).items()).isEqualTo(10_000);
  }

  @Test
  void thereIsAtLeastOneThread() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BigramCounts.read(bytes(""), "names", TextForm.asWritten(), 0))
        .withMessage("threads must be at least 1, was 0");
  }

  /** Each length of a line, so that each place of a block ends one. */
  @Test
  void anyLineFitsAnyBlock() throws IOException {
    String text =
        IntStream.range(0, 100).mapToObj(n -> "x".repeat(n) + "\r\n").collect(Collectors.joining());
    for (int capacity = Blocks.MIN_CAPACITY; capacity < 200; capacity++) {
      BigramCounts counts = toCounts(Utf8Counting.count(bytes(text), "lines", 1, capacity));
      assertThat(counts.items()).isEqualTo(99);
      assertThat(counts.count(1, 1)).isEqualTo(98 * 99 / 2);
      assertThat(counts.vocabulary().size()).isEqualTo(2);
    }
  }
}
