package dev.makemore.model.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makemore.model.Corpus;
import dev.makemore.model.Distribution;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.NgramCounts;
import dev.makemore.model.Vocabulary;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class LearnersTest {

  // @start region="learner"
  /** Learns the share of each token, whatever came before it. */
  public static final class ShareLearner implements Learner {

    private static final LearnerOption<Double> SMOOTHING =
        LearnerOption.number("smoothing", 0, "Act as if each token occurred K times more.")
            .require("must be >= 0", k -> k >= 0);

    @Override
    public String name() {
      return "share";
    }

    @Override
    public String summary() {
      return "predicts each character by its share in the text";
    }

    @Override
    public List<LearnerOption<?>> options() {
      return List.of(SMOOTHING);
    }

    @Override
    public LanguageModel learn(
        TrainingText text, LearnerSettings settings, LearningListener listener) {
      NgramCounts counts = text.ngrams(1);
      double[] weights = new double[counts.vocabulary().size()];
      counts.forEach((context, next, count) -> weights[next] = count);
      for (int token = 0; token < weights.length; token++) {
        weights[token] += settings.get(SMOOTHING);
      }
      return new ShareModel(counts.vocabulary(), Distribution.ofWeights(weights));
    }
  }

  // @end

  private record ShareModel(Vocabulary vocabulary, Distribution share) implements LanguageModel {
    @Override
    public int contextLength() {
      return 0;
    }

    @Override
    public Distribution next(int... context) {
      return share;
    }
  }

  private static final LearnerOption<Integer> ORDER =
      LearnerOption.wholeNumber("order", 5, "Look at N - 1 characters.")
          .require("must be from 1 to 16", n -> n >= 1 && n <= 16);

  @Test
  void aLearnerLearns() {
    Learner learner = new ShareLearner();
    // @start region="settings"
    TrainingText text = TrainingText.of(Corpus.of("aab"));
    LanguageModel model = learner.learn(text, LearnerSettings.defaults(), LearningListener.none());
    // @end
    assertThat(model.next()).isEqualTo(Distribution.of(0.25, 0.5, 0.25));
    LearnerSettings smoothed = LearnerSettings.defaults().with(ShareLearner.SMOOTHING, 4.0);
    assertThat(learner.learn(text, smoothed, LearningListener.none()).next())
        .isEqualTo(Distribution.of(5.0 / 16, 6.0 / 16, 5.0 / 16));
  }

  @Test
  void anUnknownNameIsAnErrorThatNamesTheOthers() {
    assertThatThrownBy(
            () -> {
              // @start region="find"
              Learner learner = Learners.named("count");
              // @end
              assertThat(learner).isNotNull();
            })
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no learner 'count'; there are: ");
  }

  @Test
  void anOptionHasItsDefaultValueUnlessAnotherIsChosen() {
    LearnerSettings none = LearnerSettings.defaults();
    LearnerSettings three = none.with(ORDER, 3);
    assertThat(none.get(ORDER)).isEqualTo(5);
    assertThat(none.isChosen(ORDER)).isFalse();
    assertThat(three.get(ORDER)).isEqualTo(3);
    assertThat(three.isChosen(ORDER)).isTrue();
    assertThat(three).hasToString("{order=3}");
  }

  @Test
  void anInvalidValueIsAnErrorThatSaysWhy() {
    assertThatThrownBy(() -> LearnerSettings.defaults().with(ORDER, 17))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("order must be from 1 to 16, was 17");
    LearnerOption<String> method = LearnerOption.choice("method", "How.", "fast", "slow");
    assertThat(LearnerSettings.defaults().get(method)).isEqualTo("fast");
    assertThatThrownBy(() -> LearnerSettings.defaults().with(method, "other"))
        .hasMessage("method must be one of fast, slow, was other");
    assertThatThrownBy(() -> ORDER.require("must be even", n -> n % 2 == 0))
        .hasMessage("order must be even, was 5");
    assertThatThrownBy(() -> LearnerOption.flag("No Name", ""))
        .hasMessage("the name of an option has letters a to z, digits and hyphens, was 'No Name'");
  }

  @Test
  void anOptionWithoutADefaultValueMayHaveNone() {
    LearnerOption<Integer> open = ORDER.withoutDefault();
    assertThat(LearnerSettings.defaults().find(open)).isEmpty();
    assertThatThrownBy(() -> LearnerSettings.defaults().get(open))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessage("no value was chosen for order");
  }
}
