package dev.makemore.sampling.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.model.Distribution;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.contract.FunctionModel;
import dev.makemore.model.contract.TableModel;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FlatModelTest {

  /** The boundary, then a, é, 丁 and a smiling face: from one to four bytes. */
  @Test
  void aWordHoldsTheUtf8OfATokenAndItsNumberOfBytes() {
    Vocabulary vocabulary = Vocabulary.of("aé丁\uD83D\uDE00");
    LanguageModel model = FunctionModel.bigram(vocabulary, context -> Distribution.uniform(5));
    FlatModel flat = FlatModel.of(model, "").orElseThrow();
    assertThat(LongStream.rangeClosed(0, 5).map(token -> flat.word((int) token)))
        .containsExactly(
            0x80000001_0000000AL,
            0x1_00000061L,
            0x2_0000A9C3L,
            0x3_0081B8E4L,
            0x4_80989FF0L,
            0L); // no text for any()
  }

  @Test
  void onlyAsciiWithoutAPrefixIsWrittenAsSingleBytes() {
    LanguageModel ascii = TableModel.bigram("a", new double[] {0, 1}, new double[] {1, 0});
    LanguageModel accented = TableModel.bigram("é", new double[] {0, 1}, new double[] {1, 0});
    assertThat(FlatModel.of(ascii, "").orElseThrow().writesSingleBytes()).isTrue();
    assertThat(FlatModel.of(ascii, "a").orElseThrow().writesSingleBytes()).isFalse();
    assertThat(FlatModel.of(accented, "").orElseThrow().writesSingleBytes()).isFalse();
  }

  /**
   * The largest vocabulary for which 16 bits hold the number of columns, and one character more.
   */
  @Test
  void aVocabularyOf65535TokensIsTheLargest() {
    assertThat(FlatModel.of(uniform(65_535), "")).isPresent();
    assertThat(FlatModel.of(uniform(65_536), "")).isEmpty();
  }

  private static LanguageModel uniform(int size) {
    Vocabulary vocabulary =
        Vocabulary.ofCodePoints(IntStream.range(0x10000, 0x10000 + size - 1).toArray());
    return FunctionModel.bigram(vocabulary, context -> Distribution.uniform(size));
  }
}
