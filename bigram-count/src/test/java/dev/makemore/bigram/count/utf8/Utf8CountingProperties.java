package dev.makemore.bigram.count.utf8;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makemore.model.contract.ChoppedFile;
import dev.makemore.model.text.MalformedCorpusException;
import dev.makemore.model.text.TextSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** The fast way of counting and the plain way give the same, wherever a text is cut. */
class Utf8CountingProperties {

  private static final String[] PIECES = {
    "\n",
    "\n",
    "emma\n",
    "a",
    "olivia",
    "\r\n",
    "\r",
    "\u00E9",
    "\u20AC",
    "\uD83D\uDE00",
    "\u07FF\u0800",
    "\uD7FF\uE000",
    "\uFFFF",
    "\uDBFF\uDFFF",
    "\uFEFF",
    "\0",
    "\u007F",
    "."
  };

  /** Up to 200 pieces: words and single characters of every length, and line ends of any kind. */
  @Provide
  Arbitrary<byte[]> wellFormed() {
    return joined(Arbitraries.of(PIECES).map(text -> text.getBytes(StandardCharsets.UTF_8)));
  }

  /** The same, with a few bytes between that are no character. */
  @Provide
  Arbitrary<byte[]> anyTexts() {
    Arbitrary<byte[]> pieces =
        Arbitraries.of(PIECES).map(text -> text.getBytes(StandardCharsets.UTF_8));
    Arbitrary<byte[]> malformed =
        Arbitraries.of(
                "\u0080",
                "\u00BF\u00BF\u00BF\u00BF\u00BF",
                "\u00C0\u0080",
                "\u00C1\u00BF",
                "\u00C3",
                "\u00E0\u009F\u00BF",
                "\u00ED\u00A0\u0080",
                "\u00E2\u0082",
                "\u00F0\u008F\u00BF\u00BF",
                "\u00F4\u0090\u0080\u0080",
                "\u00F0\u009F\u0098",
                "\u00F8\u0088\u0080\u0080\u0080",
                "a\u00C3\u00A9" + "\u0080".repeat(8), // whose first three bytes are a pair
                "\u00E2\u0082\u00AC" + "\u0080".repeat(62),
                "\u00FF")
            .map(bytes -> bytes.getBytes(StandardCharsets.ISO_8859_1));
    return joined(Arbitraries.frequencyOf(Tuple.of(200, pieces), Tuple.of(1, malformed)));
  }

  private static Arbitrary<byte[]> joined(Arbitrary<byte[]> pieces) {
    return pieces.list().ofMaxSize(200).map(Utf8CountingProperties::join);
  }

  private static byte[] join(List<byte[]> pieces) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    pieces.forEach(text::writeBytes);
    return text.toByteArray();
  }

  @Property(tries = 3_000)
  void theCountsAreThoseOfThePlainWay(
      @ForAll("wellFormed") byte[] text,
      @ForAll @IntRange(min = 1, max = 3) int threads,
      @ForAll @IntRange(min = Blocks.MIN_CAPACITY, max = 600) int capacity,
      @ForAll byte[] sizesOfReads)
      throws IOException {
    TextSource chopped = TextSource.of("text", () -> ChoppedFile.of(text, sizesOfReads).open());
    assertThat(PairMap.quickly(chopped, threads, capacity)).isEqualTo(PairMap.plainly(text));
  }

  @Property(tries = 3_000)
  void theErrorIsThatOfThePlainWay(
      @ForAll("anyTexts") byte[] text,
      @ForAll @IntRange(min = 1, max = 3) int threads,
      @ForAll @IntRange(min = Blocks.MIN_CAPACITY, max = 600) int capacity)
      throws IOException {
    PairMap expected;
    try {
      expected = PairMap.plainly(text);
    } catch (MalformedCorpusException e) {
      assertThatThrownBy(() -> PairMap.quickly(PairMap.source(text), threads, capacity))
          .isInstanceOf(MalformedCorpusException.class)
          .hasMessage(e.getMessage());
      return;
    }
    assertThat(PairMap.quickly(PairMap.source(text), threads, capacity)).isEqualTo(expected);
  }

  @Property(tries = 300)
  void emptyingTheCellsBetweenBlocksLosesNothing(
      @ForAll("wellFormed") byte[] text,
      @ForAll @IntRange(min = Blocks.MIN_CAPACITY, max = 600) int capacity)
      throws IOException {
    PairMap all = new PairMap();
    Utf8Pairs pairs = new Utf8Pairs(all, 1); // before each block
    Blocks blocks = new Blocks(new ByteArrayInputStream(text), capacity);
    Blocks.Block block = blocks.newBlock();
    while (blocks.next(block)) {
      assertThat(pairs.count(block)).isEqualTo(block.end);
    }
    long lines = pairs.lines();
    pairs.flush();
    assertThat(all).isEqualTo(PairMap.plainly(text));
    assertThat(pairs.lines()).isEqualTo(lines);
  }
}
