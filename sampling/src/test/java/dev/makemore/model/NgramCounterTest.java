package dev.makemore.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makemore.model.text.TextForm;
import dev.makemore.model.text.TextSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class NgramCounterTest {

  @Test
  void theTrigramsOfEmma() {
    NgramCounts counts = NgramCounter.create(3).add("emma").counts();
    StringBuilder text = new StringBuilder();
    counts.forEach(
        (context, next, count) ->
            text.append(counts.vocabulary().decode(context))
                .append(counts.vocabulary().text(next))
                .append(' ')
                .append(count)
                .append('\n'));
    assertThat(text).hasToString("..e 1\n.em 1\nemm 1\nma. 1\nmma 1\n");
    assertThat(counts).hasToString("5 3-grams of 4 tokens, 5 of them distinct");
  }

  @Test
  void aStreamIsCountedAsItsItemsAre() throws IOException {
    TextSource text =
        TextSource.of(
            "test",
            () -> new ByteArrayInputStream("emma\n\nAva\r\nava".getBytes(StandardCharsets.UTF_8)));
    assertThat(NgramCounter.create(4).addAll(text.in(TextForm.asWritten().lowercase())).counts())
        .isEqualTo(NgramCounts.of(4, Corpus.of("emma", "ava", "ava")));
  }

  @Test
  void nothingCountedIsNoNgrams() {
    NgramCounts none = NgramCounter.create(3).counts();
    assertThat(none.total()).isZero();
    assertThat(none.distinctContexts()).isZero();
    assertThat(none).isEqualTo(NgramCounter.create(3).add("").add("emma", 0).counts());
  }

  @Test
  void countsMayGoOnAfterwards() {
    NgramCounter counter = NgramCounter.create(2).add("a");
    NgramCounts before = counter.counts();
    counter.add("b");
    assertThat(before).isEqualTo(NgramCounts.of(2, Corpus.of("a")));
    assertThat(counter.counts()).isEqualTo(NgramCounts.of(2, Corpus.of("a", "b")));
  }

  @Test
  void anOrderOutOfRangeIsNamed() {
    assertThatThrownBy(() -> NgramCounter.create(17))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("order must be from 1 to 16, was 17");
    assertThatThrownBy(() -> NgramCounts.of(0, Corpus.of("a")))
        .hasMessage("order must be from 1 to 16, was 0");
  }

  @Test
  void noVocabularyIsNotTheVocabularyOfTheText() {
    assertThatThrownBy(() -> NgramCounter.create(2, null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("vocabulary");
  }

  @Test
  void aFailedCallChangesNothing() {
    NgramCounter counter = NgramCounter.create(2, Vocabulary.of("ab"));
    counter.add("ab", Long.MAX_VALUE / 3);
    NgramCounts before = counter.counts();
    assertThatThrownBy(() -> counter.add("ab")).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> counter.add("bc")).hasMessageContaining("'c' (U+0063)");
    assertThatThrownBy(() -> counter.add("a", -1)).hasMessage("weight must be >= 0, was -1");
    assertThat(counter.counts()).isEqualTo(before);
  }

  @Test
  void countsOfShorterNgramsDoNotTellThoseOfLongerOnes() {
    NgramCounts pairs = NgramCounts.of(2, Corpus.of("ab"));
    assertThatThrownBy(() -> pairs.ofOrder(3))
        .hasMessage("counts of order 2 do not tell those of order 3");
    assertThatThrownBy(() -> pairs.merge(NgramCounts.of(3, Corpus.of("ab"))))
        .hasMessage("counts of order 2 and of order 3 can't be merged");
    assertThatThrownBy(() -> pairs.count(1)).hasMessage("a context has 1 tokens here, not 0");
    assertThatThrownBy(() -> pairs.count(1, 9)).hasMessageContaining("was 9");
    assertThatThrownBy(() -> pairs.over(Vocabulary.of("a")))
        .hasMessageContaining("'b' (U+0062) is not among the 1 characters");
  }
}
