package dev.makemore.mlp;

import dev.makemore.model.NgramCounts;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.learn.LearningListener;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Trains a {@link PerceptronModel} on mini-batches, by Adam at a rate that falls to 0.
 *
 * {@snippet class="dev.makemore.mlp.TourTest" region="train"}
 *
 * <p>The context of the model is that of the counts: n-grams of order 4 give a context of 3 tokens.
 * Each step draws a batch of contexts from the text, as often as they occur. Its loss is the
 * average over the batch of the cross-entropy, in nats, between the tokens that follow a context in
 * the text, by their shares, and the tokens that the model predicts. Its mean over all batches is
 * the average negative log likelihood of the text, which {@link dev.makemore.model.Evaluation}
 * measures.
 *
 * <p>The result depends on the text and the settings alone: one seed gives the same bits with any
 * number of threads. A training that was stopped can be {@linkplain #resuming resumed}, and then
 * ends with the same bits as if it had not been stopped.
 *
 * <p>Immutable; the methods that begin with {@code with} return a new trainer.
 */
public final class PerceptronTrainer {

  private final Settings settings;
  private final int threads;
  private final LearningListener listener;
  private final @Nullable PerceptronModel start; // null: random weights

  private PerceptronTrainer(
      Settings settings, int threads, LearningListener listener, @Nullable PerceptronModel start) {
    this.settings = settings;
    this.threads = threads;
    this.listener = listener;
    this.start = start;
  }

  /**
   * A trainer with embeddings of 10 numbers, 200 hidden neurons, 5,000 steps on batches of 32
   * contexts, a first learning rate of 0.01, the seed 0, and a thread for each processor.
   */
  public static PerceptronTrainer create() {
    int processors = Runtime.getRuntime().availableProcessors();
    return new PerceptronTrainer(Settings.DEFAULT, processors, LearningListener.none(), null);
  }

  /**
   * Chooses how many numbers stand for a token.
   *
   * @throws IllegalArgumentException unless it is from 1 to 1,000
   */
  public PerceptronTrainer withEmbedding(int size) {
    return with(settings.withEmbedding(size));
  }

  /**
   * Chooses how many hidden neurons there are.
   *
   * @throws IllegalArgumentException unless it is from 1 to 100,000
   */
  public PerceptronTrainer withHidden(int neurons) {
    return with(settings.withHidden(neurons));
  }

  /**
   * Chooses how many steps the training has in all.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public PerceptronTrainer withSteps(int steps) {
    return with(settings.withSteps(steps));
  }

  /**
   * Chooses how many contexts a batch has.
   *
   * @throws IllegalArgumentException unless it is from 1 to 4,096
   */
  public PerceptronTrainer withBatchSize(int contexts) {
    return with(settings.withBatchSize(contexts));
  }

  /**
   * Chooses the learning rate of the first step; it falls to 0 in equal differences.
   *
   * @throws IllegalArgumentException unless it is above 0 and at most 1
   */
  public PerceptronTrainer withLearningRate(double rate) {
    return with(settings.withLearningRate(rate));
  }

  /** Chooses the seed of the weights to start from, and of the batches. */
  public PerceptronTrainer withSeed(long seed) {
    return with(settings.withSeed(seed));
  }

  /**
   * Chooses on how many threads a step is computed; more than 4 are of no use. The result does not
   * depend on it.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public PerceptronTrainer withThreads(int number) {
    Settings.require(number >= 1, "the number of threads must be >= 1, was " + number);
    return new PerceptronTrainer(settings, number, listener, start);
  }

  /** Chooses who is told of each step, and may end the training. */
  public PerceptronTrainer withListener(LearningListener told) {
    Objects.requireNonNull(told, "listener");
    return new PerceptronTrainer(settings, threads, told, start);
  }

  /**
   * A trainer that goes on where the training of {@code model} ended, with the settings that it
   * had. Other settings can be chosen for the steps that are left, but no other sizes.
   */
  public PerceptronTrainer resuming(PerceptronModel model) {
    Objects.requireNonNull(model, "model");
    return new PerceptronTrainer(model.training().settings(), threads, listener, model);
  }

  private PerceptronTrainer with(Settings chosen) {
    return new PerceptronTrainer(chosen, threads, listener, start);
  }

  /**
   * Trains a model. If the listener or an interrupt of this thread ends the training, the result is
   * the model so far, which can be resumed, and the thread stays interrupted.
   *
   * @param text the counts of n-grams of order 2 or more
   * @throws IllegalArgumentException if the text has no items, or the model would have too many
   *     parameters; if a training is resumed with another text or other sizes, or has no steps
   *     left; or if it diverges, since the learning rate is too high: the loss is then more than 3
   *     times that of guessing, or not finite, or the model can't be saved
   */
  public PerceptronModel train(NgramCounts text) {
    Settings.require(
        text.order() >= 2, "a perceptron needs a context: count n-grams of order 2 or more");
    Shape shape = Shape.toTrain(text.vocabulary().size(), text.contextLength(), settings);
    Contexts contexts = new Contexts(text);
    TextIdentity identity = TextIdentity.of(text);
    PerceptronModel from =
        start == null
            ? PerceptronModel.random(text.vocabulary(), shape, settings, identity)
            : resumable(start, shape, text.vocabulary(), identity);
    return new Training(from, settings, contexts).run(threads, listener);
  }

  private PerceptronModel resumable(
      PerceptronModel model, Shape shape, Vocabulary vocabulary, TextIdentity text) {
    TrainingState state = model.training();
    TextIdentity.requireSame(model.vocabulary(), vocabulary);
    Settings.require(
        model.shape().equals(shape), "the model to resume has " + model.shape() + ", not " + shape);
    state.text().requireSame(text); // after the shape, since other contexts have other n-grams
    Settings.require(
        state.taken() < settings.steps(),
        String.format(
            Locale.ROOT,
            "the model to resume has taken %,d steps, which leaves none of %,d; choose more 'steps'",
            state.taken(),
            settings.steps()));
    return model;
  }

  /** The settings and the number of threads. */
  @Override
  public String toString() {
    return "PerceptronTrainer with " + settings + " on " + threads + " threads";
  }
}
