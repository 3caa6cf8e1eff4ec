package dev.makemore.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import dev.makemore.model.Evaluation;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Scorer;
import dev.makemore.model.text.TextForm;
import java.io.Serializable;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * What texts cost under a model, as columns, in nats.
 *
 * {@snippet class="dev.makemore.spark.TourTest" region="scores"}
 *
 * <p>The model is sent to each executor once. A text costs what {@link Scorer} says, so what is
 * impossible costs infinity. A null stays null. Immutable.
 */
public final class SparkScores {

  /** The name of the column with the average cost of a prediction. */
  public static final String NLL = "nll";

  /** The name of the column with the sum of the costs. */
  public static final String TOTAL = "total";

  private static final StructType BOTH =
      new StructType()
          .add(NLL, DataTypes.DoubleType, false)
          .add(TOTAL, DataTypes.DoubleType, false);

  private final Broadcast<SharedModel> model;
  private final boolean lowercase;

  private SparkScores(Broadcast<SharedModel> model, boolean lowercase) {
    this.model = model;
    this.lowercase = lowercase;
  }

  /**
   * Scores by {@code model}.
   *
   * @throws IllegalArgumentException if the model is of a kind that can't be saved, so that it
   *     can't be sent either
   */
  public static SparkScores of(SparkSession spark, LanguageModel model) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    return new SparkScores(context.broadcast(new SharedModel(model)), false);
  }

  /** Scores by the same model, and brings texts into lower case before. */
  public SparkScores lowercase() {
    return new SparkScores(model, true);
  }

  /**
   * These rows with two columns more: {@value #NLL}, the average cost of a prediction of the text
   * in column {@code text}, and {@value #TOTAL}, the sum of the costs. Each text is scored once for
   * both, and for a filter by one of them Spark may score it once more.
   *
   * @throws IllegalArgumentException if the rows have such a column already, in upper or lower case
   */
  public Dataset<Row> addScores(Dataset<Row> rows, String text) {
    for (String name : new String[] {NLL, TOTAL}) {
      for (String column : rows.columns()) {
        if (column.equalsIgnoreCase(name)) { // which Spark would replace without a word
          throw new IllegalArgumentException(
              "the rows have a column '" + column + "' already; rename it");
        }
      }
    }
    Column both =
        function(score -> RowFactory.create(score.averageNll(), score.totalNll()), BOTH)
            .apply(named(text));
    return rows.withColumn(NLL, both) // for a moment: a function for each would score twice
        .withColumns(Map.of(NLL, col(NLL).getField(NLL), TOTAL, col(NLL).getField(TOTAL)));
  }

  /** The column of this name, which may have a dot in it. */
  private static Column named(String name) {
    return col("`" + name.replace("`", "``") + "`");
  }

  /** The average cost of a prediction of a text, in nats, by which texts of any length compare. */
  public Column nll(Column text) {
    return function(Scorer.Score::averageNll, DataTypes.DoubleType).apply(text);
  }

  /** The total cost of a text, in nats. */
  public Column totalNll(Column text) {
    return function(Scorer.Score::totalNll, DataTypes.DoubleType).apply(text);
  }

  /** What a column shows of a score. It is sent to the executors. */
  private interface Part extends Function<Scorer.Score, Object>, Serializable {}

  private UserDefinedFunction function(Part part, DataType type) {
    Broadcast<SharedModel> shared = model;
    boolean lower = lowercase;
    UDF1<String, Object> score =
        text ->
            text == null
                ? null
                : part.apply(
                    shared
                        .value()
                        .score(lower ? TextForm.asWritten().lowercase().apply(text) : text));
    return udf(score, type);
  }

  /**
   * How well a model predicts all items of a dataset. They are counted on the cluster, and the
   * counts are scored here: so the result is that of {@link Evaluation#of(LanguageModel,
   * dev.makemore.model.NgramCounts)} on one machine, to the last bit.
   *
   * @throws IllegalArgumentException if there are no items, or the model looks at more tokens than
   *     n-grams have
   * @throws UnusableTextException if there are more than {@link SparkCounts#DEFAULT_LIMIT} distinct
   *     n-grams
   */
  public static Evaluation evaluate(LanguageModel model, Dataset<String> items) {
    return Evaluation.of(model, SparkCounts.ngrams(items, model.contextLength() + 1));
  }
}
