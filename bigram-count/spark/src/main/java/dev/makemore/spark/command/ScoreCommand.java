package dev.makemore.spark.command;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.format_string;

import dev.makemore.bigram.count.CountModel;
import dev.makemore.model.LanguageModel;
import dev.makemore.spark.SparkScores;
import dev.makemore.spark.TextFiles;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
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
          "Smooth a model of counted pairs by K. Without it, by the smoothing of the saved"
              + " model, or else by 1. Other models have no such option.")
  private @Nullable Double smoothing;

  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    inputs.checkOptions();
    Path folder = Inputs.path(output);
    SparkSession spark = Inputs.session("score");
    Configuration configuration = spark.sparkContext().hadoopConfiguration();
    ModelStore store = new ModelStore(configuration);
    LanguageModel loaded = smoothed(store.load(Inputs.path(model)));
    inputs.check(spark);
    store.checkNewFolder(folder);
    SparkScores scores = SparkScores.of(spark, loaded);
    scores = inputs.lowercase ? scores.lowercase() : scores;
    if (inputs.isText()) {
      scoreLines(inputs.files(spark), scores);
    } else {
      scoreTable(inputs.table(spark), scores);
    }
    Main.say(spec, "saved %s", output);
    return 0;
  }

  private void scoreLines(TextFiles files, SparkScores scores) {
    long items =
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
    Main.say(spec, "scored %,d %s", items, items == 1 ? "item" : "items");
  }

  private void scoreTable(Dataset<Row> table, SparkScores scores) {
    Dataset<Row> scored;
    try {
      scored = scores.addScores(table, Objects.requireNonNull(inputs.column));
    } catch (IllegalArgumentException e) {
      throw new Failure(Failure.BAD_DATA, String.valueOf(e.getMessage()));
    }
    scored.write().format(inputs.format).option("header", "true").save(output);
  }

  private LanguageModel smoothed(LanguageModel loaded) {
    if (loaded instanceof CountModel counted) {
      try {
        double saved = counted.smoothing() > 0 ? counted.smoothing() : 1;
        return CountModel.fit(counted.counts(), smoothing == null ? saved : smoothing);
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
