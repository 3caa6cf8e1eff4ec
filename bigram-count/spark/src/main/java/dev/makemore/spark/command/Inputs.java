package dev.makemore.spark.command;

import dev.makemore.model.text.TextForm;
import dev.makemore.spark.TextFiles;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a command reads: the options of both commands. */
final class Inputs {

  private static final String TEXT = "text";

  @Option(
      names = {"-i", "--input"},
      required = true,
      paramLabel = "PATH",
      description =
          "Read this file, folder or pattern, on any file system of the cluster. May be"
              + " given several times.")
  List<String> paths = List.of();

  @Option(
      names = "--format",
      paramLabel = "NAME",
      description =
          "text, with an item on each line (the default), or a format of tables that Spark"
              + " knows, such as parquet.")
  String format = TEXT;

  @Option(
      names = "--column",
      paramLabel = "NAME",
      description = "The column of the table that holds the items.")
  @Nullable String column;

  @Option(names = "--lowercase", description = "Bring items into lower case.")
  boolean lowercase;

  @Option(
      names = "--tasks",
      paramLabel = "N",
      description = "Read text in at most N tasks, for folders of very many small files.")
  @Nullable Integer tasks;

  boolean isText() {
    return format.toLowerCase(Locale.ROOT).equals(TEXT);
  }

  /** The session of the process, which says no more than warnings. */
  static SparkSession session(String name) {
    SparkSession spark = SparkSession.builder().appName("makemore " + name).getOrCreate();
    spark.sparkContext().setLogLevel("WARN");
    return spark;
  }

  /** Checks the options before there is a session, which takes its time to start. */
  void checkOptions() {
    if (isText() == (column != null)) {
      throw new Failure(
          Failure.USAGE,
          isText()
              ? "--column is for tables; say --format parquet, or leave it out"
              : "--format " + format + " needs --column, the column that holds the items");
    }
    if (tasks != null && (tasks < 1 || !isText())) {
      throw new Failure(
          Failure.USAGE,
          isText()
              ? "--tasks must be at least 1, was " + tasks
              : "--tasks is for text; of a table, Spark chooses the tasks");
    }
    paths.forEach(Inputs::path);
  }

  /** A path, if Hadoop takes it for one. */
  static Path path(String text) {
    try {
      return new Path(text);
    } catch (IllegalArgumentException e) {
      throw new Failure(
          Failure.USAGE,
          "'" + text + "' is no path for Hadoop, where a ':' ends the name of a file system");
    }
  }

  /** Checks that there is something to read. */
  void check(SparkSession spark) throws IOException {
    for (String text : paths) {
      Path path = path(text);
      FileStatus[] found =
          path.getFileSystem(spark.sparkContext().hadoopConfiguration()).globStatus(path);
      if (found == null || found.length == 0) {
        throw new Failure(Failure.NO_INPUT, text + ": there is no such file or folder");
      }
      if (Arrays.stream(found).allMatch(status -> isHidden(status.getPath().getName()))) {
        throw new Failure(
            Failure.NO_INPUT, text + ": names that start with . or _ are left out; rename it");
      }
    }
  }

  private static boolean isHidden(String name) {
    return name.startsWith(".") || name.startsWith("_");
  }

  TextFiles files(SparkSession spark) {
    TextFiles files = TextFiles.of(spark, paths.toArray(String[]::new));
    return tasks == null ? files : files.inTasks(tasks);
  }

  /** The table, which has the column, of strings. */
  Dataset<Row> table(SparkSession spark) {
    Dataset<Row> table;
    try {
      table =
          spark
              .read()
              .format(format)
              .option("header", "true") // of csv
              .option("mode", "FAILFAST") // of csv and json: refuse what is malformed
              .load(paths.toArray(String[]::new));
    } catch (Exception e) { // also checked ones, which Spark does not declare
      throw new Failure(
          Failure.BAD_DATA,
          String.join(", ", paths) + ": can't be read as " + format + ": " + Failure.firstLine(e));
    }
    if (!Arrays.asList(table.columns()).contains(column)) {
      throw new Failure(
          Failure.BAD_DATA,
          "there is no column '"
              + column
              + "'; the columns are "
              + String.join(", ", table.columns()));
    }
    String type = table.schema().apply(column).dataType().simpleString();
    if (!type.equals(DataTypes.StringType.simpleString())) {
      throw new Failure(
          Failure.BAD_DATA, "the column '" + column + "' holds " + type + ", and not string");
    }
    return table;
  }

  /** The items in the column of the table. */
  Dataset<String> items(SparkSession spark) {
    String quoted = "`" + String.valueOf(column).replace("`", "``") + "`"; // may have a dot in it
    Dataset<String> items = table(spark).select(quoted).as(Encoders.STRING());
    MapFunction<String, String> form = item -> TextForm.asWritten().lowercase().apply(item);
    return lowercase ? items.na().drop().as(Encoders.STRING()).map(form, Encoders.STRING()) : items;
  }
}
