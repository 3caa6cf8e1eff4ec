package dev.makemore.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.format_string;

import dev.makemore.bigram.count.CountModel;
import dev.makemore.model.LanguageModel;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Scores text on the cluster, as {@code makemore score} does on one machine. */
@Command(
    name = "score",
    description = "Adds to each item what it costs under a model, in nats.",
    mixinStandardHelpOptions = true)
final class ScoreCommand implements Callable<Integer> {

  @Mixin private Inputs inputs = new Inputs();

  @Option(
      names = {"-m", "--load"},
      required = true,
      paramLabel = "MODEL",
      description = "Score by this saved model.")
  private String model = "";

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FOLDER",
      description =
          "Write to this folder, which must not exist yet: of text, lines with the average"
              + " cost, the total cost and the item; of a table, the same table with the columns nll"
              + " (the average) and total.")
  private String output = "";

  @Option(
      names = "--smoothing",
      paramLabel = "K",
      description =
          "Smooth a model of counted pairs by K, which is 1 if not given. Other models"
              + " have no such option.")
  private @Nullable Double smoothing;

  @Override
  public Integer call() throws IOException {
    SparkSession spark = Inputs.session("score");
    Configuration configuration = spark.sparkContext().hadoopConfiguration();
    LanguageModel loaded = smoothed(new ModelStore(configuration).load(new Path(model)));
    inputs.check(spark);
    Path folder = new Path(output);
    if (folder.getFileSystem(configuration).exists(folder)) {
      throw new Failure(
          Failure.CANT_CREATE, output + " exists already; remove it, or name another folder");
    }
    SparkScores scores = SparkScores.of(spark, loaded);
    scores = inputs.lowercase ? scores.lowercase() : scores;
    if (inputs.isText()) {
      scoreLines(inputs.files(spark), scores);
    } else {
      String column = Objects.requireNonNull(inputs.column);
      scores.addScores(inputs.table(spark), column).write().format(inputs.format).save(output);
    }
    return 0;
  }

  private void scoreLines(TextFiles files, SparkScores scores) {
    files.check(); // else a malformed line would fail its task four times, with a stack trace
    scores
        .addScores(files.lines().toDF("text"), "text")
        .select(
            concat_ws(
                "\t",
                format_string("%.6f", col(SparkScores.NLL)),
                format_string("%.6f", col(SparkScores.TOTAL)),
                col("text")))
        .write()
        .text(output);
  }

  private LanguageModel smoothed(LanguageModel loaded) {
    if (loaded instanceof CountModel counted) {
      try {
        return CountModel.fit(counted.counts(), smoothing == null ? 1 : smoothing);
      } catch (IllegalArgumentException e) {
        throw new Failure(Failure.USAGE, "--smoothing: " + e.getMessage());
      }
    }
    if (smoothing != null) {
      throw new Failure(
          Failure.USAGE, model + " is no model of counted pairs, so leave out --smoothing");
    }
    return loaded;
  }
}
