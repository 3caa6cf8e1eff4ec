package example;

import dev.makemore.bigram.count.CountModel;
import dev.makemore.bigram.net.BigramTrainer;
import dev.makemore.model.Corpus;
import dev.makemore.model.Divergence;
import dev.makemore.model.LanguageModel;
import java.util.Locale;

/** Learns a text by counting and by training, and says how far apart the two tables are. */
public final class Agree {

  private Agree() {}

  /** Starts the example. */
  public static void main(String[] args) {
    Corpus corpus = Corpus.of("io", "europa", "ganymede", "callisto");
    LanguageModel counted = CountModel.fit(corpus);
    LanguageModel trained = BigramTrainer.create().train(corpus).net();
    double largest =
        Divergence.perContext(counted, trained).stream()
            .mapToDouble(Divergence::largestDifference)
            .max()
            .orElseThrow();
    System.out.printf(Locale.ROOT, "the tables differ by less than 0.001: %b%n", largest < 0.001);
  }
}
