package dev.makemore.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.bigram.count.BigramCounter;
import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.bigram.count.CountModel;
import dev.makemore.model.NgramCounts;
import dev.makemore.model.text.CorpusReader;
import dev.makemore.model.text.TextSource;
import dev.makemore.sampling.Sample;
import dev.makemore.sampling.Sampler;
import dev.makemore.spark.command.Main;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Executors in processes of their own. */
class ClusterTest {

  private static final String JAVA = "org.apache.spark.serializer.JavaSerializer";
  private static final String KRYO = "org.apache.spark.serializer.KryoSerializer";

  @TempDir private Path folder;

  @AfterEach
  void stop() {
    SparkSession.getDefaultSession().get().stop();
  }

  /** So many names, drawn by a seed. */
  private Path names(int count) throws IOException {
    Path names = folder.resolve("names.txt");
    CountModel model =
        CountModel.fit(dev.makemore.model.Corpus.of("emma", "olivia", "ava", "isabella", "sophia"));
    try (BufferedWriter out = Files.newBufferedWriter(names);
        Stream<Sample> samples = Sampler.of(model).samples(1).limit(count)) {
      for (Sample sample : (Iterable<Sample>) samples::iterator) {
        out.write(sample.text());
        out.write('\n');
      }
    }
    return names;
  }

  private void countsAreEqual(SparkSession spark) throws IOException {
    Path names = names(20_000);
    BigramCounts expected = BigramCounts.read(names);
    NgramCounts trigrams =
        dev.makemore.model.NgramCounter.create(3).addAll(TextSource.file(names)).counts();
    Dataset<String> lines = TextFiles.of(spark, names.toString()).lines();
    for (int partitions : new int[] {1, 2, 7}) {
      Dataset<String> parts = lines.repartition(partitions);
      assertThat(parts.javaRDD().getNumPartitions()).isEqualTo(partitions);
      assertThat(SparkCounts.bigrams(parts)).isEqualTo(expected);
      assertThat(SparkCounts.ngrams(parts, 3)).isEqualTo(trigrams);
    }
  }

  @Test
  void countsAreEqualOnAnyNumberOfPartitions() throws IOException {
    countsAreEqual(Sessions.cluster(JAVA));
  }

  @Test
  void countsAreEqualWithKryo() throws IOException {
    countsAreEqual(Sessions.cluster(KRYO));
  }

  @Test
  void aCommandCountsAndScoresOnExecutors() throws IOException {
    SparkSession spark = Sessions.cluster(JAVA);
    String names = names(1_000).toString();
    String model = folder.resolve("m").toString();
    StringWriter said = new StringWriter();
    PrintWriter messages = new PrintWriter(said, true);
    assertThat(Main.run(messages, "count", "-i", names, "-o", model)).as(said::toString).isZero();
    String out = folder.resolve("out").toString();
    assertThat(Main.run(messages, "score", "-m", model, "-i", names, "-o", out))
        .as(said::toString)
        .isZero();
    assertThat(spark.read().text(out).count()).isEqualTo(1_000);
  }

  /**
   * Each of four tasks leaves a file with the number of its process, and goes on when it is told
   * to. As soon as two have begun, the process of one is killed.
   */
  @Test
  void anExecutorThatIsKilledChangesNothing() throws Exception {
    SparkSession spark = Sessions.cluster(JAVA);
    ConcurrentLinkedQueue<String> lost = new ConcurrentLinkedQueue<>();
    spark
        .sparkContext()
        .addSparkListener(
            new SparkListener() {
              @Override
              public void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
                lost.add("executor " + removed.executorId() + ": " + removed.reason());
              }
            });
    Path names = names(20_000);
    String markers = Files.createDirectory(folder.resolve("markers")).toString();
    MapPartitionsFunction<String, String> wait =
        items -> {
          TaskContext task = TaskContext.get();
          String name = "task-" + task.partitionId() + "-" + task.taskAttemptId();
          Path written = Files.createTempFile(Path.of(markers), "new", ".tmp");
          Files.writeString(written, String.valueOf(ProcessHandle.current().pid()));
          Files.move(written, Path.of(markers, name));
          while (!Files.exists(Path.of(markers, "go"))) {
            Thread.sleep(20);
          }
          return items;
        };
    Dataset<String> slow =
        TextFiles.of(spark, names.toString())
            .lines()
            .repartition(4)
            .mapPartitions(wait, Encoders.STRING());
    CompletableFuture<BigramCounts> counted =
        CompletableFuture.supplyAsync(() -> SparkCounts.bigrams(slow));

    List<Path> begun = await(Path.of(markers), 2);
    long victim = Long.parseLong(Files.readString(begun.get(0)));
    assertThat(ProcessHandle.of(victim).orElseThrow().destroyForcibly()).isTrue();
    Files.createFile(Path.of(markers, "go"));

    assertThat(counted.get()).isEqualTo(BigramCounts.read(names));
    Set<String> ran = new HashSet<>();
    List<Path> all = await(Path.of(markers), 5); // four tasks, and one of them again
    all.forEach(file -> ran.add(file.getFileName().toString().split("-")[1]));
    assertThat(ran).containsExactlyInAnyOrder("0", "1", "2", "3");
    assertThat(lost).isNotEmpty();
    System.out.println("killed process " + victim + "; lost " + lost.peek());
  }

  private static List<Path> await(Path markers, int count) throws Exception {
    Instant late = Instant.now().plus(Duration.ofMinutes(3));
    List<Path> begun = List.of();
    while (begun.size() < count && Instant.now().isBefore(late)) {
      Thread.sleep(20);
      try (Stream<Path> files = Files.list(markers)) {
        begun = files.filter(file -> file.getFileName().toString().startsWith("task-")).toList();
      }
    }
    assertThat(begun).hasSizeGreaterThanOrEqualTo(count);
    return begun;
  }

  /** Prints how long ten million names take; only their counts are compared. */
  @Test
  void tenMillionNames() throws IOException {
    SparkSession spark = Sessions.cluster(JAVA);
    Path names = names(10_000_000);
    String path = names.toString();
    TextFiles.of(spark, path).inTasks(2).bigrams(); // starts the executors
    BigramCounts.read(names);
    long start = System.nanoTime();
    BigramCounts there = TextFiles.of(spark, path).bigrams();
    long between = System.nanoTime();
    BigramCounts here = BigramCounts.read(names);
    long end = System.nanoTime();
    BigramCounts rows = SparkCounts.bigrams(TextFiles.of(spark, path).lines());
    long last = System.nanoTime();
    BigramCounter counter = BigramCounter.create();
    CorpusReader.readLines(TextSource.file(names), counter::add);
    long items = System.nanoTime();
    assertThat(there).isEqualTo(here).isEqualTo(rows).isEqualTo(counter.counts());
    double alone = (end - between) / 1e9;
    double alike = (items - last) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "10,000,000 names as bytes: one thread here %.2f s: 1; on two executors %.2f s: %.1f%n"
            + "10,000,000 names as strings: one thread here %.2f s: 1; on two executors %.2f s:"
            + " %.1f%n",
        alone,
        (between - start) / 1e9,
        (between - start) / 1e9 / alone,
        alike,
        (last - end) / 1e9,
        (last - end) / 1e9 / alike);
  }
}
