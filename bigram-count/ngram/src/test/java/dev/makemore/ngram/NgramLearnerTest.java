package dev.makemore.ngram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makemore.model.Corpus;
import dev.makemore.model.NgramCounts;
import dev.makemore.model.learn.Learner;
import dev.makemore.model.learn.LearnerOption;
import dev.makemore.model.learn.LearnerSettings;
import dev.makemore.model.learn.Learners;
import dev.makemore.model.learn.LearningListener;
import dev.makemore.model.learn.TrainingText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NgramLearnerTest {

  private static final Corpus NAMES = Corpus.of("emma", "olivia", "ava");

  private final Learner learner = Learners.named("ngram"); // the service is found

  private static <T> LearnerSettings with(
      LearnerSettings settings, LearnerOption<T> option, Object value) {
    return settings.with(option, option.type().cast(value));
  }

  private LearnerSettings settings(Object... namesAndValues) {
    LearnerSettings settings = LearnerSettings.defaults();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      Object name = namesAndValues[i];
      LearnerOption<?> option =
          learner.options().stream().filter(o -> o.name().equals(name)).findFirst().orElseThrow();
      settings = with(settings, option, namesAndValues[i + 1]);
    }
    return settings;
  }

  private NgramModel learned(Object... namesAndValues) {
    return (NgramModel)
        learner.learn(TrainingText.of(NAMES), settings(namesAndValues), LearningListener.none());
  }

  @Test
  void withoutAChoiceItIsKneserNeyOfFiveTokens() {
    NgramModel model = learned();
    assertThat(model.smoothing()).isEqualTo(Smoothing.kneserNey());
    assertThat(model.counts()).isEqualTo(NgramCounts.of(5, NAMES));
  }

  @Test
  void everyMethodCanBeChosen() {
    assertThat(learned("method", "witten-bell", "order", 2).smoothing())
        .isEqualTo(Smoothing.wittenBell());
    assertThat(learned("method", "kneser-ney").smoothing()).isEqualTo(Smoothing.kneserNey());
    NgramModel model = learned("method", "add-k", "smoothing", 0.5, "order", 16);
    assertThat(model.smoothing()).isEqualTo(Smoothing.addK(0.5));
    assertThat(model.order()).isEqualTo(16);
  }

  @Test
  void theKOfAddKIsRefusedByOtherMethods() {
    learner.check(settings("method", "add-k", "smoothing", 1.0));
    learner.check(settings());
    assertThatThrownBy(() -> learner.check(settings("smoothing", 0.0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "'smoothing' is the K of the method add-k, and the method is kneser-ney, which needs no"
                + " number");
    assertThatThrownBy(() -> learned("smoothing", 1.0, "method", "witten-bell"))
        .hasMessageContaining("the method is witten-bell");
    assertThatThrownBy(() -> learned("method", "add-k"))
        .hasMessageStartingWith("the method add-k needs 'smoothing'");
  }

  @Test
  void aWrongValueIsNamed() {
    assertThatThrownBy(() -> settings("order", 17))
        .hasMessage("order must be from 1 to 16, was 17");
    assertThatThrownBy(() -> settings("order", 0)).hasMessage("order must be from 1 to 16, was 0");
    assertThatThrownBy(() -> settings("method", "katz"))
        .hasMessage("method must be one of kneser-ney, witten-bell, add-k, was katz");
    assertThatThrownBy(() -> settings("smoothing", Double.NaN))
        .hasMessage("smoothing must be a finite number >= 0, was NaN");
  }

  @Test
  void theListenerIsToldHowFarItIs() {
    List<Double> shares = new ArrayList<>();
    learner.learn(TrainingText.of(NAMES), settings(), share -> shares.add(share) || share > 1);
    assertThat(shares).hasSizeGreaterThan(1).isSorted().endsWith(1.0);
  }
}
