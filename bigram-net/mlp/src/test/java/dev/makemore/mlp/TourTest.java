package dev.makemore.mlp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.model.Corpus;
import dev.makemore.model.NgramCounts;
import org.junit.jupiter.api.Test;

/** The code that the Javadoc shows, run. */
class TourTest {

  @Test
  void trainingTakesTwoLines() {
    // @start region="train"
    NgramCounts counts = NgramCounts.of(4, Corpus.of("emma", "olivia", "ava")); // context: 3
    PerceptronModel model = PerceptronTrainer.create().withSteps(100).train(counts);
    double m = model.probability(model.vocabulary().token('m'), model.vocabulary().encode("em"));
    // @end
    assertThat(m).isGreaterThan(0.9).isLessThan(1);
  }
}
