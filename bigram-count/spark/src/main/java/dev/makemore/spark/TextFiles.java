package dev.makemore.spark;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.model.NgramCounts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.lib.input.FileInputFormat;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;

/**
 * Text files on a cluster, with one item on each line.
 *
 * {@snippet class="dev.makemore.spark.TourTest" region="files"}
 *
 * <p>A path is what Hadoop takes for one: a file, a folder with all that is below it, or a pattern
 * such as {@code data/part-*}, on any file system that the cluster knows. Files whose names start
 * with a dot or an underscore are left out. A compressed file is told by its name, such as {@code
 * .gz}, and read by a single task. What a line is says {@link
 * dev.makemore.model.text.CorpusReader}, so the counts are those that one machine reads from the
 * same files.
 *
 * <p>Immutable. Nothing is read before it is asked for.
 */
public final class TextFiles {

  private static final String RECURSIVE = "mapreduce.input.fileinputformat.input.dir.recursive";

  private final SparkSession spark;
  private final List<String> paths;
  private final boolean lowercase;
  private final int tasks; // at most, or 0

  private TextFiles(SparkSession spark, List<String> paths, boolean lowercase, int tasks) {
    this.spark = spark;
    this.paths = paths;
    this.lowercase = lowercase;
    this.tasks = tasks;
  }

  /** The files of these paths. */
  public static TextFiles of(SparkSession spark, String... paths) {
    return new TextFiles(spark, List.of(paths), false, 0);
  }

  /** The same files, whose items are brought into lower case as they are read. */
  public TextFiles lowercase() {
    return new TextFiles(spark, paths, true, tasks);
  }

  /**
   * The same files, read by at most {@code tasks} tasks, for folders of very many small files. Else
   * there is a task for each block of a file.
   *
   * @throws IllegalArgumentException if {@code tasks} is less than 1
   */
  public TextFiles inTasks(int tasks) {
    if (tasks < 1) {
      throw new IllegalArgumentException("tasks must be at least 1, was " + tasks);
    }
    return new TextFiles(spark, paths, lowercase, tasks);
  }

  /**
   * Counts the pairs of all items.
   *
   * @throws UnusableTextException if a file is not valid UTF-8, or there are more than {@link
   *     SparkCounts#DEFAULT_LIMIT} distinct pairs
   */
  public BigramCounts bigrams() {
    return BigramCounts.of(ngrams(2, SparkCounts.DEFAULT_LIMIT).pairs());
  }

  /**
   * Counts the n-grams of all items.
   *
   * @param order n, from 1 to {@value NgramCounts#MAX_ORDER}
   * @param limit how many distinct n-grams there may be, which bounds the memory of a task
   * @throws UnusableTextException if a file is not valid UTF-8, or there are more n-grams
   */
  public NgramCounts ngrams(int order, int limit) {
    return SparkCounts.aggregate(parts(), Tally.create(order, limit, lowercase), Tally::add);
  }

  /**
   * The lines, an empty one as an empty string. They are in the order of the files, unless parts
   * are put together by {@link #inTasks}, which prefers parts that are close to each other. A file
   * that is not valid UTF-8 makes the task fail that reads it, with an {@link
   * UnusableTextException}; {@link #check} tells before.
   */
  public Dataset<String> lines() {
    boolean lower = lowercase;
    return spark.createDataset(
        parts().flatMap(part -> lower ? part.lowercaseItems() : part.items()).rdd(),
        Encoders.STRING());
  }

  /**
   * Reads all files once, to check that they are valid UTF-8.
   *
   * @return the number of items
   * @throws UnusableTextException if a file is not; it names the first place in the first file
   */
  public long check() {
    return ngrams(1, Integer.MAX_VALUE).items();
  }

  private JavaRDD<SplitText> parts() {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    JavaRDD<SplitText> parts =
        context
            .newAPIHadoopRDD(configuration(context), SplitFormat.class, Void.class, SplitText.class)
            .values();
    return tasks == 0 || parts.getNumPartitions() <= tasks ? parts : parts.coalesce(tasks);
  }

  private Configuration configuration(JavaSparkContext context) {
    try {
      Job job = Job.getInstance(context.hadoopConfiguration());
      job.getConfiguration().setBoolean(RECURSIVE, true);
      for (String path : paths) {
        FileInputFormat.addInputPath(job, new Path(path));
      }
      return job.getConfiguration();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
