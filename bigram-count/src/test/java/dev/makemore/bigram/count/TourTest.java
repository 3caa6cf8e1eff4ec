package dev.makemore.bigram.count;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.model.Corpus;
import dev.makemore.model.LanguageModel;
import org.junit.jupiter.api.Test;

/** The code that the Javadoc shows, run. */
class TourTest {

  @Test
  void countingTakesTwoLines() {
    // @start region="count"
    BigramCounts counts = BigramCounts.of(Corpus.of("emma", "olivia", "ava"));
    LanguageModel model = CountModel.fit(counts);
    int m = model.vocabulary().token('m');
    double twice = model.next(m).probability(m); // of em, mm and ma: 1/2
    // @end
    assertThat(counts.total()).isEqualTo(16);
    assertThat(twice).isEqualTo(0.5);
  }
}
