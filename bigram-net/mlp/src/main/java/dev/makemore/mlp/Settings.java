package dev.makemore.mlp;

/**
 * What decides the result of a training, beside the text.
 *
 * @param embedding E, how many numbers stand for a token
 * @param hidden H, the number of hidden neurons
 * @param steps how many steps the training has in all
 * @param batchSize how many contexts each step draws
 * @param learningRate the rate of the first step; it falls to 0 in equal differences
 * @param seed of the weights to start from, and of the batches
 */
record Settings(
    int embedding, int hidden, int steps, int batchSize, double learningRate, long seed) {

  static final int MAX_EMBEDDING = 1_000;
  static final int MAX_HIDDEN = 100_000;
  static final int MAX_BATCH_SIZE = 4_096;

  /** Adam moves each parameter by about the rate, and a weight of 1 is large. */
  static final double MAX_LEARNING_RATE = 1;

  static final Settings DEFAULT = new Settings(10, 200, 5_000, 32, 0.01, 0);

  /** Checks the numbers. */
  Settings {
    requireUpTo(MAX_EMBEDDING, "the size of the embedding", embedding);
    requireUpTo(MAX_HIDDEN, "the number of hidden neurons", hidden);
    require(steps >= 0, "the number of steps must be >= 0, was " + steps);
    requireUpTo(MAX_BATCH_SIZE, "the size of a batch", batchSize);
    require(
        learningRate > 0 && learningRate <= MAX_LEARNING_RATE,
        "the learning rate must be above 0 and at most 1, was " + learningRate);
  }

  static void require(boolean kept, String problem) {
    if (!kept) {
      throw new IllegalArgumentException(problem);
    }
  }

  private static void requireUpTo(int most, String name, int number) {
    require(number >= 1 && number <= most, name + " must be from 1 to " + most + ", was " + number);
  }

  Settings withEmbedding(int size) {
    return new Settings(size, hidden, steps, batchSize, learningRate, seed);
  }

  Settings withHidden(int neurons) {
    return new Settings(embedding, neurons, steps, batchSize, learningRate, seed);
  }

  Settings withSteps(int number) {
    return new Settings(embedding, hidden, number, batchSize, learningRate, seed);
  }

  Settings withBatchSize(int contexts) {
    return new Settings(embedding, hidden, steps, contexts, learningRate, seed);
  }

  Settings withLearningRate(double rate) {
    return new Settings(embedding, hidden, steps, batchSize, rate, seed);
  }

  Settings withSeed(long number) {
    return new Settings(embedding, hidden, steps, batchSize, learningRate, number);
  }
}
