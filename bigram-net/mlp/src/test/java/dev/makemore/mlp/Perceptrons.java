package dev.makemore.mlp;

import dev.makemore.model.Corpus;
import dev.makemore.model.NgramCounts;
import dev.makemore.model.Vocabulary;
import dev.makemore.sampling.Xoshiro256PlusPlus;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Small perceptrons, for tests. */
final class Perceptrons {

  static final Corpus NAMES =
      Corpus.of("emma", "olivia", "ava", "isabella", "sophia", "charlotte", "mia", "amelia");

  private static final Vocabulary WITH_UNKNOWN = Vocabulary.of("abc").withUnknown();

  private Perceptrons() {}

  /** A trainer of small perceptrons, on one thread. */
  static PerceptronTrainer small() {
    return PerceptronTrainer.create()
        .withEmbedding(3)
        .withHidden(5)
        .withSteps(30)
        .withBatchSize(6)
        .withThreads(1);
  }

  /** The names with contexts of so many tokens. */
  static NgramCounts names(int context) {
    return NgramCounts.of(context + 1, NAMES);
  }

  /** With random numbers, of contexts of 1 to 4 tokens, and with an unknown token or without. */
  static Arbitrary<PerceptronModel> any() {
    return Combinators.combine(
            Arbitraries.of(
                Vocabulary.of("ab"), Vocabulary.of("a.\u00E9\uD83D\uDE00"), WITH_UNKNOWN),
            Arbitraries.integers().between(1, 4),
            Arbitraries.integers().between(1, 3),
            Arbitraries.integers().between(1, 4),
            Arbitraries.longs())
        .as(Perceptrons::random);
  }

  /** Of 8 or 9 parameters, so that a file is short. */
  static Arbitrary<PerceptronModel> tiny() {
    return Combinators.combine(Arbitraries.integers().between(1, 2), Arbitraries.longs())
        .as((context, seed) -> random(Vocabulary.of("a"), context, 1, 1, seed));
  }

  private static PerceptronModel random(
      Vocabulary vocabulary, int context, int embedding, int hidden, long seed) {
    RandomGenerator random = Xoshiro256PlusPlus.of(seed);
    Settings settings = new Settings(embedding, hidden, 10, 32, 0.25, seed);
    Shape shape = Shape.of(vocabulary.size(), context, settings);
    int count = (int) shape.parameters();
    return PerceptronModel.of(
        vocabulary,
        shape,
        numbers(count, random),
        new TrainingState(
            settings,
            new TextIdentity(1 + random.nextInt(100), hash(random)),
            random.nextInt(11),
            numbers(count, random),
            squares(count, random)));
  }

  /** Multiples of 1/8, whose digits are few. */
  private static double[] numbers(int count, RandomGenerator random) {
    double[] numbers = new double[count];
    Arrays.setAll(numbers, i -> Math.rint(24 * random.nextGaussian()) / 8);
    return numbers;
  }

  private static String hash(RandomGenerator random) {
    return String.format("%016x", random.nextLong()).repeat(4);
  }

  private static double[] squares(int count, RandomGenerator random) {
    return Arrays.stream(numbers(count, random)).map(Math::abs).toArray();
  }
}
