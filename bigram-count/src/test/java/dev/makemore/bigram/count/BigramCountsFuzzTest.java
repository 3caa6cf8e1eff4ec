package dev.makemore.bigram.count;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.makemore.bigram.count.utf8.Utf8Counting;
import dev.makemore.model.contract.ChoppedFile;
import dev.makemore.model.contract.PlainCorpus;
import dev.makemore.model.text.MalformedCorpusException;
import dev.makemore.model.text.TextSource;
import java.io.IOException;

/** The inputs are in the form of {@link ChoppedFile#ofFuzzed}. */
class BigramCountsFuzzTest {

  @FuzzTest
  void anyBytesInAnyPiecesAreCountedAsTheirItemsAre(byte[] input) throws IOException {
    ChoppedFile file = ChoppedFile.ofFuzzed(input);
    PlainCorpus plain = PlainCorpus.of(file.bytes());
    TextSource text = TextSource.of("fuzz", file::open);
    check(plain, () -> BigramCounts.read(text));
    check(plain, () -> inSmallBlocks(text));
    check(plain, () -> new PairCounter().addAll(text).toCounts());
  }

  private interface Counting {
    BigramCounts count() throws IOException;
  }

  private static BigramCounts inSmallBlocks(TextSource text) throws IOException {
    PairCounter counter = new PairCounter();
    Utf8Counting.count(text, 2, 64, counter);
    return counter.toCounts();
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
