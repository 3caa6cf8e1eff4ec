package dev.makemore.bigram.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makemore.model.Corpus;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.learn.Learner;
import dev.makemore.model.learn.LearnerSettings;
import dev.makemore.model.learn.Learners;
import dev.makemore.model.learn.LearningListener;
import dev.makemore.model.learn.TrainingText;
import org.junit.jupiter.api.Test;

class CountLearnerTest {

  private static final Corpus CORPUS = Corpus.of("emma", "ava");

  private static LanguageModel learn(LearnerSettings settings) {
    Learner learner = Learners.named("count");
    return learner.learn(TrainingText.of(CORPUS), settings, LearningListener.none());
  }

  @Test
  void itIsFoundByItsNameAndCounts() {
    assertThat(Learners.named("count")).isInstanceOf(CountLearner.class);
    CountModel model = (CountModel) learn(LearnerSettings.defaults());
    assertThat(model.counts()).isEqualTo(BigramCounts.of(CORPUS));
    assertThat(model.smoothing()).isZero();
  }

  @Test
  void theSmoothingIsThatOfTheSettings() {
    LearnerSettings settings = LearnerSettings.defaults().with(CountLearner.SMOOTHING, 0.5);
    assertThat(((CountModel) learn(settings)).smoothing()).isEqualTo(0.5);
    assertThatThrownBy(() -> settings.with(CountLearner.SMOOTHING, -1.0))
        .hasMessage("smoothing must be >= 0, was -1.0");
    LearnerSettings huge = settings.with(CountLearner.SMOOTHING, 1e308);
    assertThatThrownBy(() -> learn(huge))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is too large a number");
  }
}
