package dev.makemore.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.bigram.count.CountModel;
import dev.makemore.model.Corpus;
import dev.makemore.model.Evaluation;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.NgramCounts;
import dev.makemore.model.Scorer;
import dev.makemore.ngram.NgramModel;
import dev.makemore.ngram.Smoothing;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** What Spark says, compared with what one machine says, to the last bit, for any partitions. */
class SparkProperties {

  private static final int TRIES = 15; // each takes several jobs

  @BeforeContainer
  static void start() {
    Sessions.local();
  }

  @AfterContainer
  static void stop() {
    Sessions.local().stop();
  }

  @Provide
  Arbitrary<List<String>> items() {
    return Arbitraries.strings()
        .withChars("abc\u00E9 ")
        .withChars('\u4E2D', '\uFFFD')
        .ofMinLength(1)
        .ofMaxLength(8)
        .list()
        .ofMinSize(1)
        .ofMaxSize(40);
  }

  @Property(tries = TRIES)
  void countsDoNotDependOnThePartitions(
      @ForAll("items") List<String> items,
      @ForAll @IntRange(min = 1, max = 9) int partitions,
      @ForAll @IntRange(min = 1, max = 5) int order) {
    Dataset<String> dataset = Sessions.dataset(Sessions.local(), items, partitions);
    assertThat(SparkCounts.ngrams(dataset, order))
        .isEqualTo(NgramCounts.of(order, Corpus.of(items)));
    assertThat(SparkCounts.bigrams(dataset)).isEqualTo(BigramCounts.of(Corpus.of(items)));
  }

  @Property(tries = TRIES)
  void scoresAndEvaluationsDoNotDependOnThePartitions(
      @ForAll("items") List<String> learned,
      @ForAll("items") List<String> items,
      @ForAll @IntRange(min = 1, max = 9) int partitions,
      @ForAll @IntRange(min = 1, max = 3) int order) {
    SparkSession spark = Sessions.local();
    NgramCounts counts = NgramCounts.of(order, Corpus.of(learned));
    LanguageModel model =
        order == 1
            ? CountModel.fit(Corpus.of(learned), 0.5)
            : NgramModel.fit(counts, Smoothing.kneserNey());
    Dataset<String> dataset = Sessions.dataset(spark, items, partitions);
    Dataset<Row> scored = SparkScores.of(spark, model).addScores(dataset.toDF("name"), "name");
    assertThat(scored.count()).isEqualTo(items.size());
    for (Row row : scored.collectAsList()) {
      Scorer.Score score = Scorer.of(model).score(row.getString(0));
      assertThat(row.getDouble(1)).isEqualTo(score.averageNll()); // equal doubles
      assertThat(row.getDouble(2)).isEqualTo(score.totalNll());
    }
    assertThat(SparkScores.evaluate(model, dataset))
        .isEqualTo(
            Evaluation.of(model, NgramCounts.of(model.contextLength() + 1, Corpus.of(items))));
  }
}
