package dev.makemore.benchmarks;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.bigram.count.CountModel;
import dev.makemore.model.Evaluation;
import dev.makemore.model.LanguageModel;
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

/** The average negative log likelihood of a file that the system has in memory. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@State(Scope.Benchmark)
public class ScoringBenchmark {

  /** The size of the file. */
  @Param("1000")
  public int megabytes;

  private Path names;
  private LanguageModel model;

  /** Makes the file, unless it is there, and the model. */
  @Setup
  public void prepare() throws IOException {
    names = TextFile.NAMES.ofMegabytes(megabytes);
    model = CountModel.fit(BigramCounts.read(TextSource.file(names), 2), 1);
  }

  /** A program in C. */
  @State(Scope.Benchmark)
  public static class C {
    private Reference program;

    /** Starts it and compares its result. */
    @Setup
    public void start(ScoringBenchmark ours) throws IOException {
      program = Reference.start("score", ours.names.toAbsolutePath());
      double difference = program.run() / ours.ours() - 1;
      if (!(Math.abs(difference) < 1e-7)) { // there are as many roundings as bytes
        throw new IllegalStateException("the scores differ by a factor of 1 + " + difference);
      }
    }

    /** Ends it. */
    @TearDown
    public void stop() {
      program.close();
    }
  }

  /** A table of costs, one look-up a byte. */
  @Benchmark
  public double inC(C c) throws IOException {
    return c.program.run();
  }

  /** The counts of the file times the costs of the model. */
  @Benchmark
  public double ours() throws IOException {
    return Evaluation.of(model, BigramCounts.read(names)).averageNll();
  }
}
