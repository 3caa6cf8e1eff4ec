package dev.makemore.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Measures everything in rounds, and writes RESULTS.md: the one command that {@code mvn
 * -Pbenchmarks verify} runs.
 *
 * <p>System properties: {@code benchmarks.rounds} (how many rounds, 5 unless said otherwise),
 * {@code benchmarks.include} (a regular expression; only what it matches is measured, and nothing
 * is written).
 */
public final class Benchmarks {

  private static final Path CLI = Path.of("..", "..", "cli-app", "target");
  private static final Path LOGS = Path.of("target", "jmh");
  private static final int MANY_NAMES = 10_000_000;

  static final List<Row> ROWS =
      List.of(
          Row.speed(
              "count names (1 GB, ASCII, 1 thread): speed, a simple C loop is 1",
              "CountingBenchmark.ascii 1000",
              "CountingBenchmark.simplyInC 1000",
              2.2),
          Row.speed(
              "the same on 2 threads: speed, 1 thread is 1",
              "CountingBenchmark.asciiOnTwoThreads 1000",
              "CountingBenchmark.ascii 1000",
              1.7),
          Row.speed(
              "count names in many scripts (1 GB of UTF-8, 1 thread): speed, ASCII is 1",
              "CountingBenchmark.manyScripts 1000",
              "CountingBenchmark.ascii 1000",
              1.0 / 3),
          Row.time(
              "a training step of the 27 x 27 net, recorded: time, loops over arrays are 1",
              "NetStepBenchmark.recorded",
              "NetStepBenchmark.handWritten",
              3.5),
          Row.time(
              "the same, replayed",
              "NetStepBenchmark.replayed",
              "NetStepBenchmark.handWritten",
              2.5),
          Row.time(
              "a training step of a perceptron 2-16-16-1, recorded: time, loops in C are 1",
              "PerceptronBenchmark.recorded",
              "PerceptronBenchmark.inC",
              12),
          Row.time(
              "the same, replayed", "PerceptronBenchmark.replayed", "PerceptronBenchmark.inC", 12),
          Row.time(
              "a training step of a language model, perceptron 30-200-27, replayed: time, loops over"
                  + " arrays are 1",
              "EmbeddingStepBenchmark.replayed",
              "EmbeddingStepBenchmark.handWritten",
              1.2),
          Row.time(
              "train the net on the built-in names, from the command line: seconds",
              "command: train --model net",
              "one",
              1),
          Row.speed(
              "make names in memory (1 thread): speed, a C loop of one stream is 1",
              "SamplingBenchmark.inMemory",
              "SamplingBenchmark.oneByOneInC",
              0.7),
          Row.speed(
              "make names in memory (1 thread): speed, a C loop of four streams side by side is 1",
              "SamplingBenchmark.inMemory",
              "SamplingBenchmark.sideBySideInC",
              0.7),
          Row.speed(
              "generate -n 10000000: speed, in memory on as many threads is 1",
              "command: generate -n 10000000",
              "ten million names in memory",
              0.5),
          Row.speed(
              "score names (1 GB, 1 thread): speed, a table look-up a byte in C is 1",
              "ScoringBenchmark.ours 1000",
              "ScoringBenchmark.inC 1000",
              1.8),
          Row.time(
              "generate -n 10, distribution: time, a hello world is 1",
              "command: generate -n 10",
              "command: hello",
              4),
          Row.time("generate -n 10, distribution: seconds", "command: generate -n 10", "one", 0.2),
          Row.time(
              "train on 10 MB, distribution: time, generate -n 10 is 1",
              "command: train on 10 MB",
              "command: generate -n 10",
              3),
          Row.time("train on 1 GB: most memory resident, in MB", "memory: train", "one", 150),
          Row.time("evaluate 1 GB: most memory resident, in MB", "memory: evaluate", "one", 150));

  private Benchmarks() {}

  /** Measures, and writes. */
  public static void main(String... arguments)
      throws IOException, InterruptedException, RunnerException {
    int rounds = Integer.getInteger("benchmarks.rounds", 5);
    String include = System.getProperty("benchmarks.include", "");
    Rounds measured = new Rounds();
    for (int round = 1; round <= rounds; round++) {
      System.out.println("round " + round + " of " + rounds);
      String benchmarks = include.isEmpty() ? "^(?!.*GrowthBenchmark).*$" : include;
      measured.runBenchmarks(benchmarks, LOGS.resolve(round + ".log"));
      if (include.isEmpty()) {
        runCommands(measured);
      }
    }
    if (!include.isEmpty()) {
      measured.medians().forEach((name, median) -> System.out.println(name + "\t" + median));
      return;
    }
    System.out.println("how time grows");
    measured.runBenchmarks("GrowthBenchmark", LOGS.resolve("growth.log"));
    new Report(measured, rounds).write();
  }

  private static void runCommands(Rounds measured) throws IOException, InterruptedException {
    String makemore = makemore().toAbsolutePath().toString();
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String file = TextFile.NAMES.ofMegabytes(1_000).toAbsolutePath().toString();
    String model = Path.of("target", "net.model").toAbsolutePath().toString();
    measured.add("one", 1);
    String small = TextFile.NAMES.ofMegabytes(10).toAbsolutePath().toString();
    List<Double> hello = new ArrayList<>();
    List<Double> ten = new ArrayList<>();
    List<Double> counting = new ArrayList<>();
    for (int i = 0; i < 5; i++) { // short ones, so the median of some
      hello.add(Command.run(java, "-cp", "target/classes", Hello.class.getName()).seconds());
      ten.add(Command.run(makemore, "generate", "-n", "10").seconds());
      counting.add(Command.run(makemore, "train", "-i", small, "-o", "-").seconds());
    }
    measured.add("command: hello", Rounds.median(hello));
    measured.add("command: generate -n 10", Rounds.median(ten));
    measured.add("command: train on 10 MB", Rounds.median(counting)); // in code not yet optimized
    measured.add(
        "command: train --model net",
        Command.run(makemore, "train", "--model", "net", "-o", model).seconds());
    String many = Integer.toString(MANY_NAMES);
    measured.add(
        "command: generate -n " + many, Command.run(makemore, "generate", "-n", many).seconds());
    measured.add(
        "ten million names in memory",
        measured.last("SamplingBenchmark.inMemoryOnAllThreads") * MANY_NAMES);
    measured.add(
        "memory: train", Command.watch(makemore, "train", "-i", file, "-o", "-").peakMegabytes());
    measured.add(
        "memory: evaluate", Command.watch(makemore, "evaluate", "-i", file).peakMegabytes());
  }

  /** The command: that of the distribution if there is one of this JDK, or which needs a Java. */
  static Path makemore() throws IOException {
    try (Stream<Path> files = Files.walk(CLI, 4)) {
      return files
          .filter(file -> file.endsWith("bin/makemore") && Files.isExecutable(file))
          .filter(command -> !isDistribution(command) || isOfThisJdk(command))
          .max((a, b) -> Boolean.compare(isDistribution(a), isDistribution(b)))
          .orElseThrow(
              () ->
                  new IOException(
                      String.format(
                          Locale.ROOT, "there is no command in %s: run mvn package", CLI)));
    }
  }

  /** Whether the Java of a distribution is the one that this runs on. */
  private static boolean isOfThisJdk(Path command) {
    try {
      Path release = command.resolveSibling("../runtime/release");
      return Files.readString(release)
          .contains("JAVA_VERSION=\"" + System.getProperty("java.version") + "\"");
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether a command has a Java of its own. */
  static boolean isDistribution(Path command) {
    return Files.isDirectory(command.resolveSibling("../runtime"));
  }
}
