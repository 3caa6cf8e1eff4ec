package dev.makemore.benchmarks.training;

import dev.makemore.benchmarks.Reference;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A training step of a small perceptron ({@link Perceptron}), in microseconds. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@OperationsPerInvocation(PerceptronBenchmark.STEPS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(3)
public class PerceptronBenchmark {

  static final int STEPS = 100;

  private final Perceptron perceptron = new Perceptron();
  private final Descent recorded = perceptron.recorded();
  private final Descent replayed = perceptron.replayed();

  /** Both must come to the same loss by the same gradients. */
  @Setup(Level.Trial)
  public void check() {
    recorded.requireSame(replayed);
  }

  /** A program in C. */
  @State(Scope.Thread)
  public static class C {
    private Reference program;

    /**
     * Starts it and compares its loss, which is that of the gradients before it. The C compiler may
     * add up in another order, and whether a weighted sum is above 0 can hang on it in the long
     * run: so they are compared for a few steps.
     */
    @Setup
    public void start(PerceptronBenchmark ours) throws IOException {
      for (int steps = 1; steps <= 5; steps++) {
        try (Reference few = Reference.start("perceptron", ours.perceptron.arguments(steps))) {
          Descent.requireSame(ours.recorded.run(steps), few.run());
        }
      }
      program = Reference.start("perceptron", ours.perceptron.arguments(STEPS));
    }

    /** Ends it. */
    @TearDown
    public void stop() {
      program.close();
    }
  }

  /** Record, go backward, step. */
  @Benchmark
  public double recorded() {
    return recorded.run(STEPS);
  }

  /** Replay, go backward, step. */
  @Benchmark
  public double replayed() {
    return replayed.run(STEPS);
  }

  /** Loops over arrays in C. */
  @Benchmark
  public double inC(C c) throws IOException {
    return c.program.run();
  }
}
