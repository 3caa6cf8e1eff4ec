package example;

import dev.makemore.bigram.net.BigramTrainer;
import dev.makemore.bigram.net.TrainingResult;
import dev.makemore.bigram.net.TrainingStep;
import dev.makemore.model.Corpus;
import dev.makemore.model.Vocabulary;
import java.util.Locale;

/** Trains a net and looks at what it has learned: that after a comes n, four times out of five. */
public final class Learn {

  private Learn() {}

  /** Starts the example. */
  public static void main(String[] args) {
    Corpus corpus = Corpus.of("an", "an", "an", "an", "ab");
    TrainingResult result = BigramTrainer.create().withListener(Learn::show).train(corpus);
    System.out.printf("%s after %d steps%n", result.stop(), result.steps());

    Vocabulary vocabulary = corpus.vocabulary();
    int a = vocabulary.token('a');
    for (int next = 0; next < vocabulary.size(); next++) {
      System.out.printf(
          Locale.ROOT,
          "P(%s | a) = %.3f%n",
          vocabulary.text(next),
          result.net().next(a).probability(next));
    }
  }

  private static void show(TrainingStep step) {
    if (step.step() % 20 == 0) {
      System.out.printf(Locale.ROOT, "step %3d  loss %.3f%n", step.step(), step.loss());
    }
  }
}
