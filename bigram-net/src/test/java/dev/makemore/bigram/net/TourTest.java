package dev.makemore.bigram.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.model.Corpus;
import dev.makemore.model.LanguageModel;
import org.junit.jupiter.api.Test;

/** The code that the Javadoc shows, run. */
class TourTest {

  @Test
  void trainingTakesTwoLines() {
    // @start region="train"
    TrainingResult result = BigramTrainer.create().train(Corpus.of("emma", "olivia", "ava"));
    LanguageModel model = result.net();
    int m = model.vocabulary().token('m');
    double twice = model.next(m).probability(m); // of em, mm and ma: almost 1/2
    // @end
    assertThat(result.stop()).isEqualTo(TrainingResult.Stop.CERTIFIED);
    assertThat(twice).isEqualTo(0.5, within(0.0005));
  }
}
