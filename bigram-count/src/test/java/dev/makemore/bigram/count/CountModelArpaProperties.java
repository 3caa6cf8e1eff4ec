package dev.makemore.bigram.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.model.Corpus;
import dev.makemore.model.Evaluation;
import dev.makemore.model.arpa.Arpa;
import dev.makemore.model.arpa.BackoffModel;
import dev.makemore.model.contract.ArpaScorer;
import dev.makemore.model.contract.Corpora;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Count models as ARPA files: exact, and no larger than what was counted. */
class CountModelArpaProperties {

  @Provide
  Arbitrary<Corpus> corpora() {
    return Corpora.smallNotEmpty();
  }

  @Provide
  Arbitrary<Double> smoothings() {
    return Arbitraries.of(1e-9, 0.01, 1.0 / 3, 1.0, 50.0);
  }

  private static byte[] written(CountModel model) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Arpa.write(model, model::unseen, bytes);
    return bytes.toByteArray();
  }

  private static BackoffModel writtenAndRead(CountModel model) throws IOException {
    return Arpa.read(new ByteArrayInputStream(written(model)), "m").model();
  }

  @Property
  void addKIsListedGramsAndAFormulaForTheBackoff(
      @ForAll("corpora") Corpus corpus, @ForAll("smoothings") double k) throws IOException {
    BigramCounts counts = BigramCounts.of(corpus);
    BackoffModel read = writtenAndRead(CountModel.fit(counts, k));
    double v = counts.vocabulary().size();
    for (int context = 0; context < v; context++) {
      double n = counts.rowTotal(context);
      assertThat(read.unigram(context)).isEqualTo(1 / v, within(1e-12 / v));
      double backoff = k * v / (n + k * v);
      assertThat(read.backoff(context)).isEqualTo(backoff, within(1e-12 * backoff));
      assertThat(read.row(context).stream().map(BackoffModel.ListedGram::next))
          .isEqualTo(counts.row(context).stream().map(BigramCounts.Bigram::next).toList());
      for (BackoffModel.ListedGram pair : read.row(context)) {
        double probability = (counts.count(context, pair.next()) + k) / (n + k * v);
        assertThat(pair.probability()).isEqualTo(probability, within(1e-12 * probability));
      }
    }
  }

  @Property
  void whatWasNeverSeenStaysImpossibleWithoutSmoothing(@ForAll("corpora") Corpus corpus)
      throws IOException {
    CountModel model = CountModel.fit(corpus);
    BackoffModel read = writtenAndRead(model);
    for (int context = 0; context < corpus.vocabulary().size(); context++) {
      for (int next = 0; next < corpus.vocabulary().size(); next++) {
        double probability = model.next(context).probability(next);
        assertThat(read.next(context).probability(next))
            .isEqualTo(probability, within(1e-12 * probability));
      }
    }
  }

  @Property
  void aReaderOfArpaFilesFindsTheCostThatWeFind(
      @ForAll("corpora") Corpus learned,
      @ForAll("corpora") Corpus scored,
      @ForAll("smoothings") double k)
      throws IOException {
    CountModel model = CountModel.fit(BigramCounts.of(learned).merge(BigramCounts.of(scored)), k);
    ArpaScorer scorer = ArpaScorer.of(new String(written(model), StandardCharsets.UTF_8));
    for (String item : scored.list()) {
      Evaluation evaluation = Evaluation.of(model, Corpus.of(item));
      double cost = evaluation.averageNll() * evaluation.tokens();
      List<String> words = item.codePoints().mapToObj(Character::toString).toList();
      assertThat(-Math.log(10) * scorer.total(words)).isEqualTo(cost, within(1e-5 * cost));
    }
  }
}
