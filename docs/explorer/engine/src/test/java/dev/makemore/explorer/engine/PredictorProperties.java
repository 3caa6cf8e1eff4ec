package dev.makemore.explorer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.bigram.count.CountModel;
import dev.makemore.bigram.net.BigramNet;
import dev.makemore.model.Corpus;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Scorer;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.arpa.BackoffModel;
import dev.makemore.model.contract.BackoffModels;
import dev.makemore.model.contract.Corpora;
import dev.makemore.model.contract.TableModel;
import dev.makemore.sampling.Sample;
import dev.makemore.sampling.Sampler;
import java.io.IOException;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class PredictorProperties {

  @Provide
  Arbitrary<TableModel> models() {
    return Arbitraries.oneOf(TableModel.arbitrary(1), TableModel.smoothed());
  }

  @Provide
  Arbitrary<Corpus> corpora() {
    return Corpora.smallNotEmpty();
  }

  @Provide
  Arbitrary<BackoffModel> backoffModels() {
    return BackoffModels.arbitrary();
  }

  @Property(tries = 100)
  void everyWalkSpellsTheNameOfItsNumber(
      @ForAll("models") TableModel model,
      @ForAll long seed,
      @ForAll @IntRange(max = 30) int index) {
    Predictor predictor = Predictor.ofBigrams(model);
    Walk walk = predictor.walk(Long.toString(seed), index);
    int[] tokens = walk.tokens();
    Sample sample = Sampler.of(model).samples(seed).skip(index).findFirst().orElseThrow();
    String end = sample.cut() ? "" : ".";
    assertThat(model.vocabulary().decode(tokens)).isEqualTo(sample.text() + end);
    assertThat(predictor.names(Long.toString(seed), index + 1, "", 0, 0, ""))
        .endsWith(sample.text());
  }

  @Property(tries = 200)
  void aModelComesBackFromItsFile(
      @ForAll("corpora") Corpus corpus, @ForAll @DoubleRange(max = 10) double smoothing)
      throws IOException {
    Predictor predictor = Predictor.ofBigrams(CountModel.fit(BigramCounts.of(corpus), smoothing));
    Predictor loaded = Engine.load(predictor.file());
    assertSame(loaded, predictor);
    assertThat(loaded.smoothing()).isEqualTo(smoothing);
    assertThat(loaded.counts().counts()).isEqualTo(BigramCounts.of(corpus));
  }

  @Property(tries = 100)
  void aNetComesBackFromItsFile(@ForAll @IntRange(max = 6) int characters, @ForAll long seed)
      throws IOException {
    int[] codePoints = new int[characters];
    for (int i = 0; i < characters; i++) {
      codePoints[i] = 0x1F600 + i;
    }
    int size = characters + 1;
    double[] weights = new Random(seed).doubles(size * size, -9, 9).toArray();
    Predictor net = Engine.net(codePoints, weights);
    assertSame(
        net, Predictor.ofBigrams(BigramNet.of(Vocabulary.ofCodePoints(codePoints), weights)));
    assertSame(Engine.load(net.file()), net);
  }

  @Property(tries = 100)
  void aBackoffModelComesBackFromItsFile(@ForAll("backoffModels") BackoffModel model)
      throws IOException {
    Predictor predictor = Predictor.ofBigrams(model);
    assertSame(Engine.load(predictor.file()), predictor);
  }

  private static void assertSame(Predictor actual, Predictor expected) {
    assertThat(actual.codePoints()).isEqualTo(expected.codePoints());
    assertThat(actual.table()).isEqualTo(expected.table());
  }

  @Property(tries = 200)
  void scoresAndExplanationsAreThoseOfTheScorer(
      @ForAll("corpora") Corpus corpus, @ForAll("corpora") Corpus others) {
    LanguageModel model = CountModel.fit(BigramCounts.of(corpus), 0.5);
    Predictor predictor = Predictor.ofBigrams(model);
    for (String text : others.list()) {
      assertThat(predictor.score(text)).isEqualTo(Scorer.of(model).score(text).averageNll());
      double[] probabilities = predictor.explain(text);
      assertThat(probabilities).hasSize(text.codePointCount(0, text.length()) + 1);
      int context = Vocabulary.BOUNDARY;
      int[] characters = text.codePoints().toArray();
      for (int i = 0; i < probabilities.length && context >= 0; i++) {
        int token = i < characters.length ? model.vocabulary().token(characters[i]) : 0;
        double expected = token < 0 ? -1 : predictor.row(context)[token];
        assertThat(probabilities[i]).isEqualTo(expected);
        context = token;
      }
    }
  }
}
