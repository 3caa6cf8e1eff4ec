package dev.makemore.benchmarks;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.model.text.TextSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Counting the pairs of a file that the system has in memory. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@State(Scope.Benchmark)
public class CountingBenchmark {

  /** The size of the files. */
  @Param("1000")
  public int megabytes;

  private Path names;

  /** Makes the file, unless it is there. */
  @Setup
  public void prepare() throws IOException {
    names = TextFile.NAMES.ofMegabytes(megabytes);
  }

  /**
   * Another file, which only its own benchmark reads, since what a JVM has met changes its code.
   */
  @State(Scope.Benchmark)
  public static class Scripts {
    private Path file;

    /** Makes the file, unless it is there. */
    @Setup
    public void prepare(CountingBenchmark ours) throws IOException {
      file = TextFile.SCRIPTS.ofMegabytes(ours.megabytes);
    }
  }

  private static double an(BigramCounts counts) {
    return counts.count(counts.vocabulary().token('a'), counts.vocabulary().token('n'));
  }

  /** Programs in C. */
  @State(Scope.Benchmark)
  public static class C {
    private Reference simple;
    private Reference quick;

    /** Starts them and compares their results. */
    @Setup
    public void start(CountingBenchmark ours) throws IOException {
      simple = Reference.start("count", "simple", ours.names.toAbsolutePath());
      quick = Reference.start("count", "quick", ours.names.toAbsolutePath());
      double expected = an(BigramCounts.read(ours.names));
      if (simple.run() != expected || quick.run() != expected) {
        throw new IllegalStateException("the counts differ");
      }
    }

    /** Ends them. */
    @TearDown
    public void stop() {
      simple.close();
      quick.close();
    }
  }

  @Benchmark
  public double simplyInC(C c) throws IOException {
    return c.simple.run();
  }

  @Benchmark
  public double quicklyInC(C c) throws IOException {
    return c.quick.run();
  }

  @Benchmark
  public BigramCounts ascii() throws IOException {
    return BigramCounts.read(names);
  }

  @Benchmark
  public BigramCounts asciiOnTwoThreads() throws IOException {
    return BigramCounts.read(TextSource.file(names), 2);
  }

  @Benchmark
  public BigramCounts manyScripts(Scripts scripts) throws IOException {
    return BigramCounts.read(scripts.file);
  }
}
