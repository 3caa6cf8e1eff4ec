package dev.makemore.bigram.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.model.Corpus;
import dev.makemore.model.Distribution;
import dev.makemore.model.Evaluation;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Transitions;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.contract.Corpora;
import dev.makemore.model.contract.LanguageModelContract;
import dev.makemore.model.contract.Visits;
import dev.makemore.model.contract.Visits.Visit;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The contract of a language model, and what holds of counting alone. */
class CountModelProperties extends LanguageModelContract {

  @Override
  protected Arbitrary<? extends LanguageModel> models() {
    return Combinators.combine(Corpora.small(), Arbitraries.of(0.0, 0.01, 1.0, 50.0))
        .as(CountModel::fit);
  }

  @Provide
  Arbitrary<Corpus> corpora() {
    return Corpora.smallNotEmpty();
  }

  @Property
  void everyCellIsItsShareOfTheRow(@ForAll("corpora") Corpus corpus) {
    BigramCounts counts = BigramCounts.of(corpus);
    CountModel model = CountModel.fit(counts, 0.25);
    int size = corpus.vocabulary().size();
    for (int c = 0; c < size; c++) {
      for (int j = 0; j < size; j++) {
        double expected = (counts.count(c, j) + 0.25) / (counts.rowTotal(c) + 0.25 * size);
        assertThat(model.next(c).probability(j)).isEqualTo(expected, within(1e-15));
      }
    }
  }

  @Property
  void theLowestLossIsThatOfTheTextThatWasCounted(@ForAll("corpora") Corpus corpus) {
    CountModel model = CountModel.fit(corpus);
    assertThat(model.lowestLoss())
        .isEqualTo(Evaluation.of(model, corpus).averageNll(), within(1e-12));
  }

  @Property
  void scoringATextIsScoringItsCounts(
      @ForAll("corpora") Corpus trained, @ForAll("corpora") Corpus scored) {
    CountModel model = CountModel.fit(trained, 0.1);
    Evaluation oneByOne = Evaluation.of(model, scored);
    Evaluation counted = Evaluation.of(model, (Transitions) BigramCounts.of(scored));
    assertThat(counted.tokens()).isEqualTo(oneByOne.tokens());
    assertThat(counted.items()).isEqualTo(oneByOne.items());
    assertThat(counted.impossible()).containsExactlyInAnyOrderElementsOf(oneByOne.impossible());
    if (oneByOne.impossible().isEmpty()) {
      assertThat(counted.totalNll())
          .isEqualTo(oneByOne.totalNll(), within(1e-12 * oneByOne.totalNll()));
    } else {
      assertThat(counted.totalNll()).isEqualTo(Double.POSITIVE_INFINITY);
    }
  }

  /** Maximum likelihood: no other table gives the text a lower cost. */
  @Property
  void noOtherModelPredictsItsTextBetter(
      @ForAll("corpora") Corpus corpus, @ForAll("corpora") Corpus other) {
    BigramCounts both = BigramCounts.of(corpus).merge(BigramCounts.of(other));
    double own = Evaluation.of(CountModel.fit(corpus), corpus).averageNll();
    double others = Evaluation.of(CountModel.fit(both, 0.3), corpus).averageNll();
    assertThat(own).isLessThanOrEqualTo(others + 1e-12);
  }

  @Property
  void nothingInItsOwnTextIsImpossible(@ForAll("corpora") Corpus corpus) {
    assertThat(Evaluation.of(CountModel.fit(corpus), corpus).impossible()).isEmpty();
  }

  @Property
  void anUnseenContextIsUniform(@ForAll("corpora") Corpus corpus) {
    Vocabulary larger = corpus.vocabulary().union(Vocabulary.of("z"));
    List<Visit> visits = new ArrayList<>();
    Vocabulary own = corpus.vocabulary();
    corpus.forEach(
        (context, next, count) ->
            visits.add(new Visit(in(larger, own, context), in(larger, own, next), count)));
    CountModel model = CountModel.fit(new Visits(larger, visits));
    assertThat(model.next(larger.token('z'))).isEqualTo(Distribution.uniform(larger.size()));
  }

  private static int in(Vocabulary larger, Vocabulary own, int token) {
    return token == Vocabulary.BOUNDARY ? token : larger.token(own.codePoint(token));
  }
}
