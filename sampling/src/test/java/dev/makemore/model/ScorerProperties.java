package dev.makemore.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.model.Scorer.Prediction;
import dev.makemore.model.Scorer.Score;
import dev.makemore.model.contract.Corpora;
import dev.makemore.model.contract.TableModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ScorerProperties {

  /** Models that look at 0, 1, 2 or 3 tokens of at most {@code .abcd}. */
  @Provide
  Arbitrary<TableModel> models() {
    return Arbitraries.integers().between(0, 3).flatMap(TableModel::arbitrary);
  }

  /** Characters of the models, and some that they do not know. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of("a", "a", "b", "b", "c", "d", ".", "\u00E9", "\uD83D\uDE00")
        .list()
        .ofMaxSize(8)
        .map(characters -> String.join("", characters));
  }

  @Provide
  Arbitrary<Corpus> corpora() {
    return Corpora.smallNotEmpty();
  }

  /** Straight from the definition: -ln P(next | all before) over the characters and the end. */
  private static double totalByDefinition(LanguageModel model, String text) {
    int[] codePoints = text.codePoints().toArray();
    double total = 0;
    for (int i = 0; i <= codePoints.length; i++) {
      int from = Math.max(0, i - model.contextLength());
      int[] context = Arrays.stream(codePoints, from, i).map(model.vocabulary()::token).toArray();
      int next = i == codePoints.length ? 0 : model.vocabulary().token(codePoints[i]);
      boolean unknown = next < 0 || Arrays.stream(context).anyMatch(token -> token < 0);
      total +=
          unknown ? Double.POSITIVE_INFINITY : -Math.log(model.next(context).probability(next));
    }
    return total;
  }

  @Property
  void theTotalIsTheSumOfTheCostsOfThePredictions(
      @ForAll("models") TableModel model, @ForAll("texts") String text) {
    Score score = Scorer.of(model).score(text);
    double expected = totalByDefinition(model, text);
    if (expected == Double.POSITIVE_INFINITY) {
      assertThat(score.totalNll()).isInfinite();
    } else {
      assertThat(score.totalNll()).isEqualTo(expected, within(1e-12));
    }
    assertThat(score.tokens()).isEqualTo(text.codePointCount(0, text.length()) + 1);
    assertThat(score.averageNll()).isEqualTo(score.totalNll() / score.tokens());
  }

  @Property
  void theExplanationAddsUpToTheScore(
      @ForAll("models") TableModel model, @ForAll("texts") String text) {
    List<Prediction> predictions = new ArrayList<>();
    Scorer scorer = Scorer.of(model);
    scorer.explain(text, predictions::add);
    double total = 0;
    StringBuilder read = new StringBuilder();
    for (Prediction prediction : predictions) {
      total += prediction.nll();
      read.append(prediction.next());
    }
    Score score = scorer.score(text);
    assertThat(total).isEqualTo(score.totalNll()); // to the last bit
    assertThat(read).hasToString(text);
    assertThat(predictions).filteredOn(p -> p.next().isEmpty()).hasSize(1); // the end
    assertThat(predictions).hasSize((int) score.tokens());
    assertThat(predictions).filteredOn(p -> p.probability() == 0).hasSize((int) score.impossible());
  }

  /** Where the unlisted tokens of a row share a probability that is not 0, too. */
  @Property
  void smoothedModelsCostWhatTheyPredict(@ForAll("smoothed") TableModel model) {
    for (String text : List.of("", "abc", "sssss", "dog", "cab")) {
      double expected = totalByDefinition(model, text);
      assertThat(Scorer.of(model).score(text).totalNll()).isEqualTo(expected, within(1e-12));
    }
  }

  @Provide
  Arbitrary<TableModel> smoothed() {
    return TableModel.smoothed();
  }

  @Property
  void theItemsOfACorpusCostWhatTheCorpusCosts(
      @ForAll("models") TableModel model, @ForAll("corpora") Corpus corpus) {
    Scorer scorer = Scorer.of(model);
    List<Score> scores = corpus.list().stream().map(scorer::score).toList();
    double total = scores.stream().mapToDouble(Score::totalNll).sum();
    Evaluation evaluation = Evaluation.of(model, corpus);
    assertThat(scores.stream().mapToLong(Score::tokens).sum()).isEqualTo(evaluation.tokens());
    assertThat(scores.stream().mapToLong(Score::impossible).sum())
        .isEqualTo(evaluation.impossibleTokens());
    if (evaluation.impossibleTokens() > 0) {
      assertThat(total).isInfinite();
    } else {
      assertThat(total).isEqualTo(evaluation.totalNll(), within(1e-10));
    }
  }
}
