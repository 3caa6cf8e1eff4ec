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

/** A training step of the bigram net ({@link NetStep}), in microseconds. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@OperationsPerInvocation(NetStepBenchmark.STEPS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(3)
public class NetStepBenchmark {

  static final int STEPS = 1_000;

  private final NetStep net = NetStep.ofNames();
  private final Descent handWritten = net.handWritten();
  private final Descent recorded = net.recorded();
  private final Descent replayed = net.replayed();

  /** All must come to the same loss by the same gradients. */
  @Setup(Level.Trial)
  public void check() {
    handWritten.requireSame(recorded);
    handWritten.requireSame(replayed);
  }

  /** A program in C. */
  @State(Scope.Thread)
  public static class C {
    private Reference program;

    /** Starts it and compares its loss. */
    @Setup
    public void start(NetStepBenchmark ours) throws IOException {
      program = Reference.start("net-step", NetStep.NAMES, STEPS);
      Descent.requireSame(ours.handWritten.run(STEPS), program.run());
    }

    /** Ends it. */
    @TearDown
    public void stop() {
      program.close();
    }
  }

  /** Loops over arrays. */
  @Benchmark
  public double handWritten() {
    return handWritten.run(STEPS);
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
