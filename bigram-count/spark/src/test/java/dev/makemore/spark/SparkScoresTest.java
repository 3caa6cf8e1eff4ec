package dev.makemore.spark;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.model.Scorer;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SparkScoresTest {

  private final SparkSession spark = Sessions.local(1);
  private final AskedModel model = AskedModel.create();
  private final SparkScores scores = SparkScores.of(spark, model);

  @BeforeEach
  void reset() {
    AskedModel.ASKED.reset();
  }

  @AfterAll
  static void stop() {
    Sessions.local().stop();
  }

  /** Rows with a column whose name has a dot in it. They go through a shuffle, as of a table. */
  private Dataset<Row> rows(String... texts) {
    List<Row> rows = new ArrayList<>();
    for (String text : texts) {
      rows.add(RowFactory.create(text));
    }
    return spark
        .createDataFrame(rows, new StructType().add("a.b", DataTypes.StringType))
        .repartition(1);
  }

  @Test
  void eachTextIsScoredOnceForBothColumns() {
    List<Row> scored = scores.addScores(rows("ab", "", "cab"), "a.b").collectAsList();
    assertThat(AskedModel.ASKED.sum()).isEqualTo(3 + 1 + 4);
    for (Row row : scored) {
      Scorer.Score score = Scorer.of(model).score(row.getString(0));
      assertThat(row.getDouble(1)).isEqualTo(score.averageNll());
      assertThat(row.getDouble(2)).isEqualTo(score.totalNll());
    }
  }

  @Test
  void aTextThatIsOnlyFilteredIsScoredOnce() {
    assertThat(rows("ab", "!").where(scores.nll(col("`a.b`")).lt(100)).count()).isEqualTo(1);
    assertThat(AskedModel.ASKED.sum()).isEqualTo(3); // "!" is impossible without asking
  }

  @Test
  void theColumnsAreDoublesAndANullStaysNull() {
    Dataset<Row> scored = scores.lowercase().addScores(rows("AB", null, "!"), "a.b");
    assertThat(scored.schema().fields())
        .containsExactly(
            new StructField("a.b", DataTypes.StringType, true, Metadata.empty()),
            new StructField("nll", DataTypes.DoubleType, true, Metadata.empty()),
            new StructField("total", DataTypes.DoubleType, true, Metadata.empty()));
    double total = Scorer.of(model).score("ab").totalNll();
    assertThat(scored.collectAsList())
        .containsExactlyInAnyOrder(
            RowFactory.create("AB", total / 3, total),
            RowFactory.create(null, null, null),
            RowFactory.create("!", Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY));
  }
}
