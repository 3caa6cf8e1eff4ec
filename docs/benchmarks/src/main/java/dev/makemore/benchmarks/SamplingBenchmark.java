package dev.makemore.benchmarks;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.bigram.count.CountModel;
import dev.makemore.model.Corpus;
import dev.makemore.sampling.Sampler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Names made into memory by one thread, from the table of the built-in names.
 *
 * <p>The program in C makes the very same bytes, which is checked first: the names one by one, and
 * four side by side.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(5)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@OperationsPerInvocation(SamplingBenchmark.NAMES)
public class SamplingBenchmark {

  static final int NAMES = 240 * Sampler.BLOCK;

  private static final long SEED = 42;

  /** Where the other programs read them, too. */
  private static final Path FILE =
      Path.of("../../cli-app/src/main/resources/dev/makemore/cli/names.txt");

  private final Sampler sampler = sampler();
  private final ByteArrayOutputStream memory = new ByteArrayOutputStream(1 << 23);

  private static Sampler sampler() {
    try {
      return Sampler.of(CountModel.fit(BigramCounts.of(Corpus.of(Files.readAllLines(FILE)))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Programs in C. */
  @State(Scope.Benchmark)
  public static class C {
    private Reference oneByOne;
    private Reference sideBySide;

    /** Starts them, and shows that the work is the same. */
    @Setup
    public void start(SamplingBenchmark ours) throws IOException {
      double expected = Integer.toUnsignedLong(ours.hash());
      for (int lanes : new int[] {1, 4}) {
        try (Reference reference = Reference.start("names", FILE, lanes, "hash")) {
          if (reference.run() != expected) {
            throw new IllegalStateException("names.c does not make the same names");
          }
        }
      }
      oneByOne = Reference.start("names", FILE, 1, "length");
      sideBySide = Reference.start("names", FILE, 4, "length");
    }

    /** Ends them. */
    @TearDown
    public void stop() {
      oneByOne.close();
      sideBySide.close();
    }
  }

  private int hash() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    sampler.write(SEED, NAMES, 1, bytes);
    return Arrays.hashCode(bytes.toByteArray());
  }

  /** Bytes in a buffer. */
  @Benchmark
  public long inMemory() throws IOException {
    memory.reset();
    sampler.write(SEED, NAMES, 1, memory);
    return memory.size();
  }

  /** The same, made by as many threads as there are processors. */
  @Benchmark
  public long inMemoryOnAllThreads() throws IOException {
    memory.reset();
    sampler.write(SEED, NAMES, Runtime.getRuntime().availableProcessors(), memory);
    return memory.size();
  }

  /** The plain form: one name after the other, each a {@code String}. */
  @Benchmark
  public long plain() {
    return sampler.samples(SEED).limit(NAMES).mapToLong(name -> name.text().length() + 1).sum();
  }

  /** C, one name after the other. */
  @Benchmark
  public double oneByOneInC(C c) throws IOException {
    return c.oneByOne.run();
  }

  /** C, the names of four blocks side by side. */
  @Benchmark
  public double sideBySideInC(C c) throws IOException {
    return c.sideBySide.run();
  }
}
