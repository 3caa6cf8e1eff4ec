package dev.makemore.bigram.count;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.makemore.model.contract.ChoppedFile;
import dev.makemore.model.contract.PlainCorpus;
import dev.makemore.model.text.MalformedCorpusException;
import java.io.IOException;

/** The inputs are in the form of {@link ChoppedFile#ofFuzzed}. */
class BigramCountsFuzzTest {

  @FuzzTest
  void anyBytesInAnyPiecesAreCountedAsTheirItemsAre(byte[] input) throws IOException {
    ChoppedFile file = ChoppedFile.ofFuzzed(input);
    PlainCorpus plain = PlainCorpus.of(file.bytes());
    check(plain, () -> BigramCounts.read(file.open(), "fuzz"));
    check(plain, () -> inSmallBlocks(file));
  }

  private interface Counting {
    BigramCounts count() throws IOException;
  }

  private static BigramCounts inSmallBlocks(ChoppedFile file) throws IOException {
    PairCounter counter = Utf8Counting.count(file.open(), "fuzz", 2, Blocks.MIN_CAPACITY);
    return counter.toCounts(counter.vocabulary());
  }

  private static void check(PlainCorpus plain, Counting counting) throws IOException {
    try {
      BigramCounts counts = counting.count();
      assertThat(plain.wellFormed()).isTrue();
      assertThat(PlainCounts.of(counts)).isEqualTo(PlainCounts.of(plain.items()));
      assertThat(counts.items()).isEqualTo(plain.items().size());
    } catch (MalformedCorpusException e) {
      assertThat(plain.wellFormed()).isFalse();
      assertThat(e.line()).isEqualTo(plain.line());
      assertThat(e.offset()).isEqualTo(plain.offset());
    }
  }
}
