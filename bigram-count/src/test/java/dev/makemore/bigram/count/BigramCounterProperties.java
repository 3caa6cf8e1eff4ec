package dev.makemore.bigram.count;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.model.Corpus;
import dev.makemore.model.contract.Corpora;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class BigramCounterProperties {

  @Provide
  Arbitrary<Corpus> corpora() {
    return Corpora.small();
  }

  @Property
  void anItemOfWeightWCountsAsWCopies(
      @ForAll("corpora") Corpus corpus,
      @ForAll @Size(20) List<@IntRange(max = 5) Integer> weights) {
    BigramCounter counter = BigramCounter.create();
    List<String> copies = new ArrayList<>();
    for (int i = 0; i < corpus.list().size(); i++) {
      counter.add(corpus.list().get(i), weights.get(i));
      copies.addAll(Collections.nCopies(weights.get(i), corpus.list().get(i)));
    }
    assertThat(counter.counts()).isEqualTo(BigramCounts.of(Corpus.of(copies)));
    assertThat(PlainCounts.of(counter.counts())).isEqualTo(PlainCounts.of(copies));
  }

  @Property
  void textsAndItemsAddUpInAnyOrder(
      @ForAll("corpora") Corpus first, @ForAll("corpora") Corpus second) {
    BigramCounter items = BigramCounter.create().addAll(first);
    second.list().forEach(items::add);
    BigramCounter texts = BigramCounter.create();
    second.list().forEach(texts::add);
    texts.addAll(BigramCounts.of(first));
    assertThat(items.counts())
        .isEqualTo(texts.counts())
        .isEqualTo(BigramCounts.of(first).merge(BigramCounts.of(second)));
  }
}
