package dev.makemore.spark;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.bigram.count.CountModel;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Scorer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code that the Javadoc shows, run. */
class TourTest {

  private final SparkSession spark = Sessions.local();

  @AfterAll
  static void stop() {
    Sessions.local().stop();
  }

  @Test
  void aDatasetIsCounted() {
    // @start region="counts"
    Dataset<String> names =
        spark.createDataset(List.of("emma", "olivia", "ava"), Encoders.STRING());
    BigramCounts counts = SparkCounts.bigrams(names);
    CountModel model = CountModel.fit(counts);
    // @end
    assertThat(counts.items()).isEqualTo(3);
    assertThat(model.vocabulary().size()).isEqualTo(8);
  }

  @Test
  void filesAreCounted(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("one.txt"), "emma\r\nolivia\n");
    Files.writeString(folder.resolve("two.txt"), "\nava");
    String path = folder.toString();
    // @start region="files"
    BigramCounts counts = TextFiles.of(spark, path).bigrams();
    // @end
    assertThat(counts).isEqualTo(SparkCounts.bigrams(TextFiles.of(spark, path).lines()));
    assertThat(counts.items()).isEqualTo(3);
  }

  @Test
  void rowsAreScored() {
    LanguageModel model = CountModel.fit(dev.makemore.model.Corpus.of("emma", "ava"), 1);
    Dataset<Row> rows = spark.createDataset(List.of("emma", "mav"), Encoders.STRING()).toDF("name");
    // @start region="scores"
    SparkScores scores = SparkScores.of(spark, model);
    Dataset<Row> scored = scores.addScores(rows, "name"); // with the columns nll and total
    Dataset<Row> plausible = rows.where(scores.nll(col("name")).lt(1.7));
    // @end
    assertThat(scored.columns()).containsExactly("name", "nll", "total");
    assertThat(plausible.collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactlyElementsOf(
            List.of("emma", "mav").stream()
                .filter(name -> Scorer.of(model).score(name).averageNll() < 1.7)
                .toList());
  }
}
