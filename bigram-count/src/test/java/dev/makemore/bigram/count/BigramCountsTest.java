package dev.makemore.bigram.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makemore.bigram.count.BigramCounts.Bigram;
import dev.makemore.model.Corpus;
import dev.makemore.model.Transitions;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.contract.Visits;
import dev.makemore.model.text.MalformedCorpusException;
import dev.makemore.model.text.TextForm;
import dev.makemore.model.text.TextSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BigramCountsTest {

  /** Tokens . a e m: of .e em mm ma a. and .a am ma a. */
  private static final BigramCounts EMMA_AMA = BigramCounts.of(Corpus.of("emma", "ama"));

  private static final int A = 1;
  private static final int E = 2;
  private static final int M = 3;

  @Test
  void everyAdjacentPairIsCountedWithTheBoundaryOnBothSides() {
    assertThat(EMMA_AMA.count(Vocabulary.BOUNDARY, E)).isEqualTo(1);
    assertThat(EMMA_AMA.count(Vocabulary.BOUNDARY, A)).isEqualTo(1);
    assertThat(EMMA_AMA.count(M, A)).isEqualTo(2);
    assertThat(EMMA_AMA.count(A, Vocabulary.BOUNDARY)).isEqualTo(2);
    assertThat(EMMA_AMA.count(A, M)).isEqualTo(1);
    assertThat(EMMA_AMA.count(M, M)).isEqualTo(1);
    assertThat(EMMA_AMA.count(M, E)).isZero();
    assertThat(EMMA_AMA.total()).isEqualTo(9);
    assertThat(EMMA_AMA.items()).isEqualTo(2);
  }

  @Test
  void rowsColumnsAndCellsAddUp() {
    assertThat(EMMA_AMA.rowTotal(M)).isEqualTo(3);
    assertThat(EMMA_AMA.columnTotal(M)).isEqualTo(3);
    assertThat(EMMA_AMA.row(M)).containsExactly(new Bigram(M, A, 2), new Bigram(M, M, 1));
    assertThat(EMMA_AMA.column(M))
        .containsExactly(new Bigram(A, M, 1), new Bigram(E, M, 1), new Bigram(M, M, 1));
    assertThat(EMMA_AMA.distinctPairs()).isEqualTo(7);
    assertThat(EMMA_AMA.zeroCells()).isEqualTo(16 - 7);
  }

  @Test
  void theMostFrequentComeFirstAndTheLowerTokensOfEquals() {
    assertThat(EMMA_AMA.mostFrequent(4))
        .containsExactly(
            new Bigram(A, 0, 2), new Bigram(M, A, 2), new Bigram(0, A, 1), new Bigram(0, E, 1));
    assertThat(EMMA_AMA.mostFrequent(99)).hasSize(7);
    assertThat(EMMA_AMA.mostFrequent(0)).isEmpty();
  }

  @Test
  void aFileIsCountedAsItsItemsAre(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("names.txt"), "emma\r\n\nama");
    assertThat(BigramCounts.read(file)).isEqualTo(EMMA_AMA);
  }

  @Test
  void aFileIsCountedInTheFormThatIsAskedFor(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("names.txt"), "EMMA\nA\uFF4Da\n"); // a wide m
    TextForm form = TextForm.asWritten().lowercase().normalized(Normalizer.Form.NFKC);
    assertThat(BigramCounts.read(TextSource.file(file).in(form))).isEqualTo(EMMA_AMA);
    assertThat(BigramCounts.read(file).vocabulary()).isEqualTo(Vocabulary.of("EMA\uFF4Da"));
  }

  @Test
  void aMalformedFileIsAnErrorThatNamesThePlace() {
    byte[] latin1 = "emma\nzo\u00EB\n".getBytes(StandardCharsets.ISO_8859_1);
    TextSource text = TextSource.stream(new ByteArrayInputStream(latin1), "names.txt");
    assertThatThrownBy(() -> BigramCounts.read(text))
        .isInstanceOf(MalformedCorpusException.class)
        .hasMessageContaining("names.txt:2: byte 0xEB at offset 7");
  }

  @Test
  void thereIsAtLeastOneThread() {
    TextSource text = TextSource.stream(new ByteArrayInputStream(new byte[0]), "names");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BigramCounts.read(text, 0))
        .withMessage("threads must be at least 1, was 0");
  }

  @Test
  void severalThreadsCountWhatOneCounts() throws IOException {
    byte[] names = "emma\nama\n".repeat(100_000).getBytes(StandardCharsets.UTF_8);
    TextSource text = TextSource.of("names", () -> new ByteArrayInputStream(names));
    BigramCounts counts = BigramCounts.read(text, 3);
    assertThat(counts.count(counts.vocabulary().token('m'), counts.vocabulary().token('a')))
        .isEqualTo(200_000);
    assertThat(counts).isEqualTo(BigramCounts.read(text));
  }

  @Test
  void anItemOfTenMillionCharactersIsCountedLikeAnyOther() throws IOException {
    byte[] line = new byte[10_000_000];
    java.util.Arrays.fill(line, (byte) 'x');
    BigramCounts counts =
        BigramCounts.read(TextSource.stream(new ByteArrayInputStream(line), "long"));
    assertThat(counts.count(1, 1)).isEqualTo(9_999_999);
    assertThat(counts.total()).isEqualTo(10_000_001);
  }

  @Test
  void manyCharactersTakeMemoryForTheirPairsOnly() {
    // 60,000 characters would be 3.6e9 cells of 8 bytes.
    StringBuilder text = new StringBuilder();
    for (int c = 0x10000; c < 0x10000 + 60_000; c++) {
      text.appendCodePoint(c);
    }
    BigramCounts counts = BigramCounts.of(Corpus.of(text.toString()));
    assertThat(counts.vocabulary().size()).isEqualTo(60_001);
    assertThat(counts.distinctPairs()).isEqualTo(60_001);
    assertThat(counts.zeroCells()).isEqualTo(60_001L * 60_001L - 60_001L);
  }

  @Test
  void noTextHasNoPairs() {
    BigramCounts none = BigramCounts.of(Corpus.of());
    assertThat(none.total()).isZero();
    assertThat(none.vocabulary().size()).isEqualTo(1);
    assertThat(none.merge(EMMA_AMA)).isEqualTo(EMMA_AMA);
  }

  @Test
  void charactersThatNeverOccurStayInTheVocabulary() {
    Transitions text = Visits.over("abc").visit(0, 1, 2).visit(1, 0, 1).visit(1, 0, 1);
    BigramCounts counts = BigramCounts.of(text);
    assertThat(counts.vocabulary()).isEqualTo(Vocabulary.of("abc"));
    assertThat(counts.count(1, 0)).isEqualTo(2);
    assertThat(counts.rowTotal(3)).isZero();
  }

  private static Transitions once(int context, int next, long count) {
    return Visits.over("a").visit(context, next, count);
  }

  @Test
  void countsThatOverflowAreAnErrorAndNotAWrongNumber() {
    BigramCounts most = BigramCounts.of(once(0, 1, Long.MAX_VALUE));
    assertThat(most.total()).isEqualTo(Long.MAX_VALUE);
    BigramCounts one = BigramCounts.of(once(0, 1, 1));
    assertThatThrownBy(() -> most.merge(one)).isInstanceOf(ArithmeticException.class);
    BigramCounts elsewhere = BigramCounts.of(once(1, 0, 1));
    assertThatThrownBy(() -> most.merge(elsewhere)).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void anEmptyItemOrACountOfNothingIsAnError() {
    assertThatThrownBy(() -> BigramCounts.of(once(0, 0, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("empty item");
    assertThatThrownBy(() -> BigramCounts.of(once(0, 1, 0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("was 0");
  }

  @Test
  void aTokenThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> EMMA_AMA.count(4, 0)).hasMessageContaining("was 4");
    assertThatThrownBy(() -> EMMA_AMA.rowTotal(-1)).hasMessageContaining("was -1");
    assertThatThrownBy(() -> EMMA_AMA.mostFrequent(-1)).hasMessageContaining("was -1");
    assertThatThrownBy(() -> EMMA_AMA.columnTotal(9)).hasMessageContaining("was 9");
  }

  @Test
  void countsAreEqualWhenTheyCountTheSamePairsOfTheSameCharactersEquallyOften() {
    Visits ab = Visits.over("ab").visit(0, 1, 2).visit(1, 0, 2);
    BigramCounts counts = BigramCounts.of(ab);
    BigramCounts visitedOtherwise =
        BigramCounts.of(Visits.over("ab").visit(1, 0, 2).visit(0, 1, 1).visit(0, 1, 1));
    assertThat(counts).isEqualTo(visitedOtherwise).hasSameHashCodeAs(visitedOtherwise);
    for (Visits other :
        List.of(
            Visits.over("ac").visit(0, 1, 2).visit(1, 0, 2), // another character
            Visits.over("ab").visit(0, 1, 2).visit(2, 0, 2), // another context
            Visits.over("ab").visit(0, 1, 2).visit(1, 2, 2), // another next token
            Visits.over("ab").visit(0, 1, 2).visit(1, 0, 3), // another count
            Visits.over("ab").visit(0, 1, 2))) { // a pair less
      assertThat(counts).isNotEqualTo(BigramCounts.of(other));
    }
    assertThat(counts).isNotEqualTo(null).isNotEqualTo(ab);
    assertThat(counts)
        .doesNotHaveSameHashCodeAs(BigramCounts.of(ab.visit(1, 2, 1)))
        .doesNotHaveSameHashCodeAs(BigramCounts.of(Visits.over("ac").visit(0, 1, 2)));
  }

  @Test
  void countsShowTheirMostFrequentPairs() {
    assertThat(EMMA_AMA).hasToString("9 pairs of 4 tokens: a. 2, ma 2, .a 1, .e 1, am 1, ...");
    assertThat(BigramCounts.of(Corpus.of("a"))).hasToString("2 pairs of 2 tokens: .a 1, a. 1");
  }
}
