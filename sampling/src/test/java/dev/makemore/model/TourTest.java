package dev.makemore.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.model.contract.TableModel;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** The code that the Javadoc shows, run. */
class TourTest {

  @Test
  void predictingSamplingAndAppendingMakesAnItem() {
    LanguageModel model =
        TableModel.bigram(
            "ab", new double[] {0, 1, 0}, new double[] {0, 0, 1}, new double[] {1, 0, 0});
    RandomGenerator random = new Random(1);
    StringBuilder text = new StringBuilder();
    // @start region="generate"
    int token = model.next().sample(random); // the first character of an item
    while (token != Vocabulary.BOUNDARY) {
      text.append(model.vocabulary().text(token));
      token = model.next(token).sample(random); // the last token is enough for a bigram model
    }
    // @end
    assertThat(text).hasToString("ab");
  }
}
