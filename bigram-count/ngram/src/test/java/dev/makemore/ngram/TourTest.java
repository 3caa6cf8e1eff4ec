package dev.makemore.ngram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.model.Corpus;
import dev.makemore.model.NgramCounts;
import org.junit.jupiter.api.Test;

/** The code that the Javadoc shows, run. */
class TourTest {

  @Test
  void countingAndSmoothingTakeTwoLines() {
    // @start region="fit"
    NgramCounts counts = NgramCounts.of(3, Corpus.of("emma", "olivia", "ava"));
    NgramModel model = NgramModel.fit(counts, Smoothing.kneserNey());
    int[] em = model.vocabulary().encode("em");
    double seen = model.probability(model.vocabulary().token('m'), em);
    double unseen =
        model.probability(model.vocabulary().token('v'), em); // never there, but possible
    // @end
    assertThat(seen).isGreaterThan(0.4).isLessThan(1);
    assertThat(unseen).isGreaterThan(0).isLessThan(0.1);
  }
}
