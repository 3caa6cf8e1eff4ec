package dev.makemore.mlp;

import dev.makemore.model.LanguageModel;
import dev.makemore.model.NgramCounts;
import dev.makemore.model.io.MalformedModelException;
import dev.makemore.model.io.MissingModelKindException;
import dev.makemore.model.io.ModelFile;
import dev.makemore.model.learn.Learner;
import dev.makemore.model.learn.LearnerOption;
import dev.makemore.model.learn.LearnerSettings;
import dev.makemore.model.learn.LearningListener;
import dev.makemore.model.learn.TrainingText;
import dev.makemore.model.learn.UnusableFileException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Learns a {@link PerceptronModel}: the learner {@code mlp}.
 *
 * <p>This is a service that {@link dev.makemore.model.learn.Learners} finds. To train in Java, use
 * {@link PerceptronTrainer}, which says more about the training.
 */
public final class PerceptronLearner implements Learner {

  /** How many characters of context the model looks at. */
  public static final LearnerOption<Integer> CONTEXT =
      upTo(
          NgramCounts.MAX_ORDER - 1,
          LearnerOption.wholeNumber(
              "context", 3, "Predict each character from the N characters before it."));

  /** How many numbers stand for a character. */
  public static final LearnerOption<Integer> EMBEDDING =
      upTo(
          Settings.MAX_EMBEDDING,
          LearnerOption.wholeNumber(
              "embedding", Settings.DEFAULT.embedding(), "Let N numbers stand for a character."));

  /** The number of hidden neurons. */
  public static final LearnerOption<Integer> HIDDEN =
      upTo(
          Settings.MAX_HIDDEN,
          LearnerOption.wholeNumber(
              "hidden", Settings.DEFAULT.hidden(), "Have N neurons in the hidden layer."));

  /** The number of steps. */
  public static final LearnerOption<Integer> STEPS =
      LearnerOption.wholeNumber("steps", Settings.DEFAULT.steps(), "Take N steps of training.")
          .require("must be >= 0", n -> n >= 0);

  /** How many contexts each step draws. */
  public static final LearnerOption<Integer> BATCH_SIZE =
      upTo(
          Settings.MAX_BATCH_SIZE,
          LearnerOption.wholeNumber(
              "batch-size",
              Settings.DEFAULT.batchSize(),
              "Take each step on N contexts drawn from the text."));

  /** The learning rate of the first step. */
  public static final LearnerOption<Double> LEARNING_RATE =
      LearnerOption.number(
              "learning-rate",
              Settings.DEFAULT.learningRate(),
              "How far the first step goes. The rate falls to 0 in equal differences.")
          .require("must be above 0 and at most 1", x -> x > 0 && x <= Settings.MAX_LEARNING_RATE);

  /** Decides the weights to start from, and the batches. */
  public static final LearnerOption<Long> SEED =
      LearnerOption.longNumber(
          "seed",
          Settings.DEFAULT.seed(),
          "A whole number that decides the weights to start from, and the batches.");

  /** The number of threads; by default one for each processor. */
  public static final LearnerOption<Integer> THREADS =
      LearnerOption.wholeNumber("threads", 1, "Compute each step on N threads.")
          .require("must be at least 1", n -> n >= 1)
          .withoutDefault();

  /** The file of a model whose training is to go on. */
  public static final LearnerOption<Path> RESUME =
      LearnerOption.file(
          "resume",
          "Go on with the training of this saved model, on the same text. Its sizes hold,"
              + " and its settings unless others are given.");

  private static final String RESUMABLE = ", and only one of kind mlp can be resumed";

  /** For the service loader. */
  public PerceptronLearner() {}

  private static LearnerOption<Integer> upTo(int most, LearnerOption<Integer> option) {
    return option.require("must be from 1 to " + most, n -> n >= 1 && n <= most);
  }

  @Override
  public String name() {
    return "mlp";
  }

  @Override
  public String summary() {
    return "trains a perceptron on several characters of context";
  }

  @Override
  public List<LearnerOption<?>> options() {
    return List.of(
        CONTEXT, EMBEDDING, HIDDEN, STEPS, BATCH_SIZE, LEARNING_RATE, SEED, THREADS, RESUME);
  }

  /**
   * Refuses sizes for a model that has its own, and standard input as that model.
   *
   * @throws IllegalArgumentException if a training is to be resumed, and a size is given or the
   *     model has the name {@code -}
   */
  @Override
  public void check(LearnerSettings settings) {
    Optional<Path> file = settings.find(RESUME);
    if (file.isEmpty()) {
      return;
    }
    if (file.get().toString().equals("-")) {
      throw new IllegalArgumentException(
          "'resume' must be a file, and - is standard input; the file of that name is ./-");
    }
    for (LearnerOption<?> size : List.of(CONTEXT, EMBEDDING, HIDDEN)) {
      if (settings.isChosen(size)) {
        throw new IllegalArgumentException(
            "leave '" + size.name() + "' out: the model that 'resume' names has its own");
      }
    }
  }

  /**
   * Trains a perceptron. The listener is told of the start and of each step; if it ends the
   * training, the result is the model so far.
   *
   * @throws UnusableFileException if the model to resume can't be read, is no perceptron, or was
   *     trained on another text
   * @throws IllegalArgumentException if the training to resume has no steps left; if the text has
   *     too many characters; or if the training diverges
   */
  @Override
  public PerceptronModel learn(
      TrainingText text, LearnerSettings settings, LearningListener listener) {
    check(settings);
    PerceptronTrainer trainer = PerceptronTrainer.create().withListener(listener);
    Optional<PerceptronModel> start = settings.find(RESUME).map(PerceptronLearner::load);
    if (start.isPresent()) {
      trainer = trainer.resuming(start.get());
    }
    trainer = with(trainer, settings, EMBEDDING, PerceptronTrainer::withEmbedding);
    trainer = with(trainer, settings, HIDDEN, PerceptronTrainer::withHidden);
    trainer = with(trainer, settings, STEPS, PerceptronTrainer::withSteps);
    trainer = with(trainer, settings, BATCH_SIZE, PerceptronTrainer::withBatchSize);
    trainer = with(trainer, settings, LEARNING_RATE, PerceptronTrainer::withLearningRate);
    trainer = with(trainer, settings, SEED, PerceptronTrainer::withSeed);
    trainer = with(trainer, settings, THREADS, PerceptronTrainer::withThreads);
    int context = start.map(PerceptronModel::contextLength).orElse(settings.get(CONTEXT));
    try {
      return trainer.train(text.ngrams(context + 1));
    } catch (AnotherTextException e) {
      throw cannotResume(settings.get(RESUME) + ": " + e.getMessage());
    }
  }

  /** {@code trainer} with the value of an option, if it was chosen. */
  private static <T> PerceptronTrainer with(
      PerceptronTrainer trainer,
      LearnerSettings settings,
      LearnerOption<T> option,
      BiFunction<PerceptronTrainer, T, PerceptronTrainer> change) {
    return settings.isChosen(option) ? change.apply(trainer, settings.get(option)) : trainer;
  }

  private static PerceptronModel load(Path file) {
    try {
      if (Files.isDirectory(file)) { // some systems open it and then fail to read
        throw new FileSystemException(file.toString(), null, "it is a directory, not a file");
      }
      LanguageModel model = ModelFile.load(file);
      if (model instanceof PerceptronModel perceptron) {
        return perceptron;
      }
      String kind = ModelFile.kindOf(model).name();
      throw cannotResume(file + ": it holds a model of kind " + kind + RESUMABLE);
    } catch (MissingModelKindException e) {
      // Which module reads that kind is of no use here, since no other kind can be resumed.
      throw cannotResume(file + ": it holds a model of kind " + e.kind() + RESUMABLE);
    } catch (MalformedModelException e) { // which names the file
      throw cannotResume(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UnusableFileException("can't resume " + file + ": " + reason(e), e);
    }
  }

  private static UnusableFileException cannotResume(String why) {
    return new UnusableFileException("can't resume " + why);
  }

  /** Why a file can't be read, where Java may say no more than its name. */
  private static String reason(IOException problem) {
    if (problem instanceof NoSuchFileException) {
      return "there is no such file";
    } else if (problem instanceof AccessDeniedException) {
      return "there is no permission to read it";
    }
    return problem instanceof FileSystemException e && e.getReason() != null
        ? e.getReason()
        : String.valueOf(problem.getMessage());
  }
}
