package dev.makemore.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.bigram.count.BigramCounts;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures the parts of a large job on one core, and prints what they add up to for a petabyte on
 * 1,000 cores. docs/reference/spark.md shows such a calculation.
 */
class CostTest {

  private static final int COPIES = 300;
  private static final int TASKS = 2_000;
  private static final int MERGES = 200;
  private static final double PETABYTE = 1e15;
  private static final int CORES = 1_000;
  private static final double TASK_BYTES = 1e9;

  @AfterAll
  static void stop() {
    SparkSession.getDefaultSession().get().stop();
  }

  private record Timed<T>(T result, double seconds) {}

  /** The second of two runs. */
  private static <T> Timed<T> timed(Callable<T> job) throws Exception {
    job.call();
    long start = System.nanoTime();
    T result = job.call();
    return new Timed<>(result, (System.nanoTime() - start) / 1e9);
  }

  /** Random words, so many times. */
  private static Path text(Path folder) throws IOException {
    Random random = new Random(1);
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 100_000; i++) {
      random
          .ints(2 + random.nextInt(10), 'a', 'z' + 1)
          .forEach(letter -> lines.append((char) letter));
      lines.append('\n');
    }
    byte[] bytes = lines.toString().getBytes(StandardCharsets.US_ASCII);
    Path text = folder.resolve("text.txt");
    try (OutputStream out = Files.newOutputStream(text)) {
      for (int i = 0; i < COPIES; i++) {
        out.write(bytes);
      }
    }
    return text;
  }

  @Test
  void thePartsOfALargeJob(@TempDir Path folder) throws Exception {
    SparkSession spark = Sessions.local(1);
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Path text = text(folder);
    TextFiles files = TextFiles.of(spark, text.toString()).inTasks(1);

    Timed<BigramCounts> counted = timed(files::bigrams);
    double perByte = counted.seconds() / Files.size(text);
    Timed<Long> started =
        timed(() -> context.parallelize(Collections.nCopies(TASKS, 1), TASKS).count());
    double perTask = started.seconds() / TASKS;
    List<Tally> tables = Collections.nCopies(MERGES, tally(text));
    Timed<Tally> merged =
        timed(() -> context.parallelize(tables, 1).treeReduce((a, b) -> copy(a).merge(b)));
    double perMerge = merged.seconds() / MERGES;

    assertThat(counted.result()).isEqualTo(BigramCounts.read(text));
    assertThat(merged.result().counts().total()).isEqualTo(MERGES * counted.result().total());
    double tasks = PETABYTE / TASK_BYTES;
    double counting = PETABYTE * perByte / CORES;
    double starting = tasks * perTask; // in the driver, one after the other
    double merging = Math.sqrt(tasks) * 2 * perMerge; // the two levels of the tree
    System.out.printf(
        Locale.ROOT,
        "one core reads and counts %.2f GB/s; a task starts in %.2f ms; a table of %,d pairs is"
            + " merged in %.2f ms%n"
            + "calculated: 1 PB on %,d cores in tasks of 1 GB: counting %.0f s, starting %,.0f tasks"
            + " %.0f s, merging %.1f s%n",
        1e-9 / perByte,
        perTask * 1e3,
        counted.result().distinctPairs(),
        perMerge * 1e3,
        CORES,
        counting,
        tasks,
        starting,
        merging);
  }

  private static Tally tally(Path text) throws IOException {
    SplitText whole =
        new SplitText(
            text.toString(), new SplitStream(Files.newInputStream(text), 0, Files.size(text)));
    return Tally.create(2, 1_000, false).add(whole);
  }

  private static Tally copy(Tally tally) {
    return Tally.create(2, 1_000, false).merge(tally);
  }
}
