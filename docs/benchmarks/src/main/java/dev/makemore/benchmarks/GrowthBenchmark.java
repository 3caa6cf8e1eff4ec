package dev.makemore.benchmarks;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.bigram.count.CountModel;
import dev.makemore.bigram.net.BigramTrainer;
import dev.makemore.bigram.net.TrainingResult;
import dev.makemore.model.Corpus;
import dev.makemore.model.Evaluation;
import dev.makemore.model.LanguageModel;
import dev.makemore.sampling.Xoshiro256PlusPlus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** How time grows with the size of the work. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
public class GrowthBenchmark {

  /** The steps of one training. */
  static final int STEPS = 20;

  /** A file, and a model of names to score it by. */
  @State(Scope.Benchmark)
  public static class Text {
    /** The size of the file. */
    @Param({"10", "100", "1000", "4000"})
    public int megabytes;

    private final LanguageModel model = CountModel.fit(Corpus.of(TextFile.NAMES.lines()), 1);

    private Path file;

    /** Makes the file. */
    @Setup
    public void prepare() throws IOException {
      file = TextFile.NAMES.ofMegabytes(megabytes);
    }
  }

  /** Names of random characters. */
  @State(Scope.Benchmark)
  public static class Characters {
    /** The size of the vocabulary, the boundary included. */
    @Param({"27", "100", "300"})
    public int tokens;

    private BigramCounts counts;

    /** Draws as many pairs as there are cells. */
    @Setup
    public void prepare() {
      RandomGenerator random = Xoshiro256PlusPlus.of(tokens);
      String every =
          IntStream.range(1, tokens)
              .mapToObj(t -> Character.toString(0x4E00 + t))
              .collect(Collectors.joining());
      List<String> items =
          Stream.generate(
                  () ->
                      IntStream.generate(() -> 0x4E01 + random.nextInt(tokens - 1))
                          .limit(9)
                          .mapToObj(Character::toString)
                          .collect(Collectors.joining()))
              .limit((long) tokens * tokens / 10)
              .toList();
      counts = BigramCounts.of(Corpus.of(items)).merge(BigramCounts.of(Corpus.of(every)));
    }
  }

  @Benchmark
  public BigramCounts count(Text text) throws IOException {
    return BigramCounts.read(text.file);
  }

  @Benchmark
  public double score(Text text) throws IOException {
    return Evaluation.of(text.model, BigramCounts.read(text.file)).averageNll();
  }

  @Benchmark
  public TrainingResult net(Characters text) {
    return BigramTrainer.create()
        .withMaxSteps(STEPS)
        .withTargetTotalVariation(0)
        .train(text.counts);
  }
}
