package dev.makemore.bigram.count;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.model.Corpus;
import dev.makemore.model.contract.Corpora;
import dev.makemore.model.text.TextSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class BigramCountsProperties {

  @Provide
  Arbitrary<Corpus> corpora() {
    return Corpora.small();
  }

  private static BigramCounts counts(Corpus corpus) {
    return BigramCounts.of(corpus);
  }

  @Property
  void theTableIsThatOfAPlainMap(@ForAll("corpora") Corpus corpus) {
    assertThat(PlainCounts.of(counts(corpus))).isEqualTo(PlainCounts.of(corpus.list()));
  }

  @Property
  void aTextIsCountedFromAStreamAsFromMemory(@ForAll("corpora") Corpus corpus) throws IOException {
    byte[] text = String.join("\n", corpus.list()).getBytes(StandardCharsets.UTF_8);
    TextSource source = TextSource.of("text", () -> new ByteArrayInputStream(text));
    assertThat(BigramCounts.read(source)).isEqualTo(counts(corpus));
    BigramCounts characterByCharacter = new PairCounter().addAll(source).toCounts();
    assertThat(characterByCharacter).isEqualTo(counts(corpus));
  }

  @Property
  void mergingIsCountingBothTexts(
      @ForAll("corpora") Corpus first, @ForAll("corpora") Corpus second) {
    List<String> both = new ArrayList<>(first.list());
    both.addAll(second.list());
    assertThat(counts(first).merge(counts(second))).isEqualTo(BigramCounts.of(Corpus.of(both)));
  }

  @Property
  void mergingIsCommutative(@ForAll("corpora") Corpus first, @ForAll("corpora") Corpus second) {
    assertThat(counts(first).merge(counts(second))).isEqualTo(counts(second).merge(counts(first)));
  }

  @Property
  void aSumIsCountingAllTexts(@ForAll("manyCorpora") List<Corpus> texts) {
    List<String> all = texts.stream().flatMap(text -> text.list().stream()).toList();
    assertThat(BigramCounts.sum(texts.stream().map(BigramCounts::of).toList()))
        .isEqualTo(BigramCounts.of(Corpus.of(all)));
  }

  @Provide
  Arbitrary<List<Corpus>> manyCorpora() {
    return Corpora.small().list().ofMaxSize(4);
  }

  @Property
  void mergingIsAssociative(
      @ForAll("corpora") Corpus first,
      @ForAll("corpora") Corpus second,
      @ForAll("corpora") Corpus third) {
    assertThat(counts(first).merge(counts(second)).merge(counts(third)))
        .isEqualTo(counts(first).merge(counts(second).merge(counts(third))));
  }

  @Property
  void aCharacterOccursAsOftenBeforeAsAfterSomething(@ForAll("corpora") Corpus corpus) {
    BigramCounts counts = counts(corpus);
    assertThat(IntStream.range(0, corpus.vocabulary().size()))
        .allMatch(token -> counts.rowTotal(token) == counts.columnTotal(token));
  }

  @Property
  void rowsSumToTheTotalAndCellsAreZeroOrNot(@ForAll("corpora") Corpus corpus) {
    BigramCounts counts = counts(corpus);
    int size = corpus.vocabulary().size();
    assertThat(IntStream.range(0, size).mapToLong(counts::rowTotal).sum())
        .isEqualTo(corpus.total())
        .isEqualTo(counts.total());
    assertThat(counts.distinctPairs() + counts.zeroCells()).isEqualTo((long) size * size);
    assertThat(counts.items()).isEqualTo(corpus.items());
  }
}
