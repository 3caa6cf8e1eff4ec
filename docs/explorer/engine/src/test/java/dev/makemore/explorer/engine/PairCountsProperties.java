package dev.makemore.explorer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.bigram.count.CountModel;
import dev.makemore.model.Corpus;
import dev.makemore.model.contract.Corpora;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

class PairCountsProperties {

  @Provide
  Arbitrary<Corpus> corpora() {
    return Corpora.smallNotEmpty();
  }

  @Property(tries = 300)
  void countsComeBackFromTheirCells(@ForAll("corpora") Corpus corpus) {
    PairCounts counts = PairCounts.of(BigramCounts.of(corpus));
    PairCounts again = Engine.counts(counts.codePoints(), counts.cells());
    assertThat(again.counts()).isEqualTo(counts.counts());
    assertThat(again.cells()).isEqualTo(counts.cells());
    assertThat(again.total()).isEqualTo(corpus.total());
    assertThat(again.items()).isEqualTo(corpus.items());
  }

  @Property(tries = 300)
  void theTableCountsEveryPairOfTheText(@ForAll("corpora") Corpus corpus) {
    PairCounts counts = PairCounts.of(BigramCounts.of(corpus));
    int size = corpus.vocabulary().size();
    double[] table = new double[size * size];
    for (String item : corpus.list()) {
      int context = 0;
      for (int token : corpus.vocabulary().encode(item)) {
        table[context * size + token]++;
        context = token;
      }
      table[context * size]++;
    }
    assertThat(counts.table()).isEqualTo(table);
  }

  @Property(tries = 300)
  void aListHasTheCountsAndTheModelOfItsText(
      @ForAll("corpora") Corpus corpus, @ForAll @DoubleRange(max = 3) double smoothing)
      throws IOException {
    String text = String.join("\n", corpus.list());
    ItemList list = Engine.read(text.getBytes(StandardCharsets.UTF_8));
    assertThat(list.items()).isEqualTo(corpus.items());
    assertThat(list.counts().counts()).isEqualTo(BigramCounts.of(corpus));
    Predictor model = list.counts().model(smoothing);
    assertThat(model.table())
        .isEqualTo(Predictor.ofBigrams(CountModel.fit(BigramCounts.of(corpus), smoothing)).table());
    double[] costs = list.costs(smoothing);
    for (int i = 0; i < costs.length; i++) {
      assertThat(costs[i]).isEqualTo(model.score(corpus.list().get(i)));
    }
  }
}
