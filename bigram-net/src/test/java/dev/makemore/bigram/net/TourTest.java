package dev.makemore.bigram.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.model.Corpus;
import dev.makemore.model.Distribution;
import dev.makemore.model.LanguageModel;
import java.util.ArrayList;
import java.util.List;
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

  @Test
  void theTableCanBeWatched() {
    // @start region="watch"
    List<BigramNet> everyTenth = new ArrayList<>();
    BigramTrainer.create()
        .withNetListener(
            (step, net) -> {
              if (step.step() % 10 == 0) {
                everyTenth.add(net.get());
              }
            })
        .train(Corpus.of("emma", "olivia", "ava"));
    // @end
    assertThat(everyTenth).hasSizeGreaterThan(1);
    assertThat(everyTenth.get(0).next()).isEqualTo(Distribution.uniform(8));
    assertThat(everyTenth.get(1).next()).isNotEqualTo(Distribution.uniform(8));
  }
}
