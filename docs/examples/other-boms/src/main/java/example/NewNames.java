package example;

import dev.makemore.bigram.count.CountModel;
import dev.makemore.model.Corpus;
import dev.makemore.sampling.Sampler;

/** Counts a few names and prints three new ones. */
public final class NewNames {

  private NewNames() {}

  /** Starts the example. */
  public static void main(String[] args) {
    Corpus corpus = Corpus.of("io", "europa", "ganymede", "callisto");
    Sampler sampler = Sampler.of(CountModel.fit(corpus));
    sampler.samples(1).limit(3).forEach(sample -> System.out.println(sample.text()));
  }
}
