package dev.makemore.explorer.browser;

import static dev.makemore.explorer.browser.Page.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.bigram.net.BigramTrainer;
import dev.makemore.bigram.net.Descent;
import dev.makemore.bigram.net.TrainingDivergedException;
import dev.makemore.bigram.net.TrainingResult;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Part 5: the net that the page trains is the net of the libraries, to the last bit of its loss.
 */
@ExtendWith(InBrowser.class)
class TrainPartTest {

  private static final Pattern END = Pattern.compile(".* (\\d+) steps?, average NLL ([-+.\\deE]+)");

  private final Page page;

  TrainPartTest(Page page) {
    this.page = page;
  }

  /** Waits for the end of training, and compares how it ended. */
  private void ends(TrainingResult result) {
    eventually(() -> assertThat(page.text("train-result")).matches(END));
    Matcher end = END.matcher(page.text("train-result"));
    assertThat(end.matches()).isTrue();
    assertThat(Integer.parseInt(end.group(1))).isEqualTo(result.steps());
    assertThat(Double.doubleToLongBits(Double.parseDouble(end.group(2))))
        .as("the bits of %s and %s", end.group(2), result.loss())
        .isEqualTo(Double.doubleToLongBits(result.loss()));
  }

  @Test
  void theDefaultsLearnTheNames() {
    page.open("#train");
    TrainingResult result = BigramTrainer.create().train(Lists.names());
    ends(result);
    assertThat(page.text("train-result")).startsWith("Certified");
    assertThat(page.text("train-problem")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "towns, ROW_SCALED_MOMENTUM, , 0, 2000, 0.0005",
    "words, ROW_SCALED_MOMENTUM, 1.5, 1, 100, 0.01",
    "dinosaurs, PLAIN, , 0, 250, 0",
    "towns, ADAM, 0.05, 0.5, 300, 0.001",
  })
  void otherSettingsLearnWhatTheyLearnOnTheJvm(
      String list, Descent descent, Double rate, double smoothing, int steps, double target) {
    BigramTrainer trainer =
        BigramTrainer.create()
            .withDescent(descent)
            .withSmoothing(smoothing)
            .withMaxSteps(steps)
            .withTargetTotalVariation(target);
    page.open(
        "#train&list=%s&descent=%s%s&smoothing=%s&steps=%d&target=%s"
            .formatted(
                list,
                descent.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                rate == null ? "" : "&rate=" + rate,
                smoothing,
                steps,
                target));
    ends((rate == null ? trainer : trainer.withLearningRate(rate)).train(Lists.chosen(list)));
  }

  @Test
  void aRateThatDivergesIsExplained() {
    BigramCounts towns = Lists.chosen("towns");
    BigramTrainer trainer = BigramTrainer.create().withDescent(Descent.PLAIN).withLearningRate(1e6);
    assertThatThrownBy(() -> trainer.train(towns)).isInstanceOf(TrainingDivergedException.class);
    page.open("#train&list=towns&descent=plain&rate=1e6");
    eventually(() -> assertThat(page.text("train-problem")).isNotEmpty());
    assertThat(page.text("train-result")).startsWith("Training diverged");
  }

  @Test
  void aNetIsTrainedByAButtonAndForgottenWithItsList() {
    page.prefer("prefers-reduced-motion", "reduce");
    page.open("#list&list=towns");
    page.click("train-start");
    ends(BigramTrainer.create().train(Lists.chosen("towns")));
    eventually(() -> assertThat(page.text("table-facts")).contains("P of the net"));
    page.clickOn("#list-choices [data-choice=dinosaurs]");
    eventually(() -> assertThat(page.text("train-result")).isEqualTo("Not trained yet."));
    assertThat(page.text("table-facts")).doesNotContain("P of the net");
  }

  @Test
  void theCommandHasTheSettings() {
    page.open("#train&list=towns&descent=adam&rate=0.05&steps=3&target=0.01&smoothing=2");
    assertThat(CommandLine.options("train", page.text("train-command")))
        .containsEntry("--model", "net")
        .containsEntry("-i", "towns.txt")
        .containsEntry("--descent", "adam")
        .containsEntry("--learning-rate", "0.05")
        .containsEntry("--steps", "3")
        .containsEntry("--target", "0.01")
        .containsEntry("--smoothing", "2");
  }
}
