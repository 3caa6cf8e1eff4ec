package dev.makemore.benchmarks.training;

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
import org.openjdk.jmh.annotations.Warmup;

/** A training step of a perceptron with embeddings ({@link EmbeddingStep}), in microseconds. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@OperationsPerInvocation(EmbeddingStepBenchmark.STEPS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(3)
public class EmbeddingStepBenchmark {

  static final int STEPS = 20;

  private final Descent replayed;
  private final Descent handWritten;

  /** Reads the names. */
  public EmbeddingStepBenchmark() {
    EmbeddingStep step = EmbeddingStep.ofNames();
    replayed = step.replayed();
    handWritten = step.handWritten();
  }

  /** Both must come to the same loss by the same gradients. */
  @Setup(Level.Trial)
  public void check() {
    handWritten.requireSame(replayed);
  }

  /** Replay, go backward, step. */
  @Benchmark
  public double replayed() {
    return replayed.run(STEPS);
  }

  /** Loops over arrays. */
  @Benchmark
  public double handWritten() {
    return handWritten.run(STEPS);
  }
}
