package dev.makemore.explorer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.bigram.net.BigramNet;
import dev.makemore.bigram.net.BigramTrainer;
import dev.makemore.bigram.net.Descent;
import dev.makemore.bigram.net.TrainingDivergedException;
import dev.makemore.bigram.net.TrainingResult;
import dev.makemore.bigram.net.TrainingStep;
import dev.makemore.model.Corpus;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainedNetTest {

  private static final BigramCounts COUNTS =
      BigramCounts.of(Corpus.of("emma", "olivia", "ava", "isabella", "sophia"));

  private static final TrainingObserver NOBODY = (step, loss, variation, weights) -> {};

  @ParameterizedTest
  @CsvSource({"row-scaled-momentum, 3, 0", "plain, 20, 0.5", "adam, 0.1, 0.01"})
  void aNetIsTheOneOfTheTrainer(String descent, double rate, double smoothing) {
    List<TrainingStep> steps = new ArrayList<>();
    List<double[]> nets = new ArrayList<>();
    TrainingResult expected =
        BigramTrainer.create()
            .withDescent(Descent.valueOf(descent.toUpperCase(Locale.ROOT).replace('-', '_')))
            .withLearningRate(rate)
            .withSmoothing(smoothing)
            .withMaxSteps(70)
            .withTargetTotalVariation(0.01)
            .withNetListener(
                (step, net) -> {
                  steps.add(step);
                  nets.add(weights(net.get()));
                })
            .train(COUNTS);
    List<String> seen = new ArrayList<>();
    List<double[]> weightsSeen = new ArrayList<>();
    TrainedNet trained =
        PairCounts.of(COUNTS)
            .train(
                descent,
                rate,
                smoothing,
                70,
                0.01,
                (step, loss, variation, weights) -> {
                  seen.add(step + " " + loss + " " + variation);
                  weightsSeen.add(weights.get());
                });
    assertThat(trained.weights()).isEqualTo(weights(expected.net()));
    assertThat(trained.steps()).isEqualTo(expected.steps());
    assertThat(trained.loss()).isEqualTo(expected.loss());
    assertThat(trained.totalVariation()).isEqualTo(expected.totalVariation());
    assertThat(trained.stop()).isEqualToIgnoringCase(expected.stop().name());
    assertThat(seen)
        .containsExactlyElementsOf(
            steps.stream().map(s -> s.step() + " " + s.loss() + " " + s.totalVariation()).toList());
    assertThat(weightsSeen).hasSameSizeAs(nets);
    for (int i = 0; i < nets.size(); i++) {
      assertThat(weightsSeen.get(i)).isEqualTo(nets.get(i));
    }
  }

  private static double[] weights(BigramNet net) {
    List<Double> weights = new ArrayList<>();
    for (int context = 0; context < net.vocabulary().size(); context++) {
      for (int next = 0; next < net.vocabulary().size(); next++) {
        weights.add(net.weight(context, next));
      }
    }
    return weights.stream().mapToDouble(Double::doubleValue).toArray();
  }

  @Test
  void anObserverIsToldOfTheStartAndOfEachStep() {
    List<Integer> steps = new ArrayList<>();
    TrainedNet net =
        PairCounts.of(COUNTS)
            .train("adam", 0.1, 0, 5, 0, (step, loss, variation, weights) -> steps.add(step));
    assertThat(steps).containsExactly(0, 1, 2, 3, 4, 5);
    assertThat(net.steps()).isEqualTo(5);
    assertThat(net.stop()).isEqualTo("steps");
    assertThat(PairCounts.of(COUNTS).train("plain", 20, 1, 2_000, 0.1, NOBODY).stop())
        .isEqualTo("certified");
  }

  @Test
  void theWeightsOfAStepCantBeAskedForLater() {
    List<WeightsOfStep> kept = new ArrayList<>();
    PairCounts.of(COUNTS)
        .train("adam", 0.1, 0, 1, 0, (step, loss, variation, weights) -> kept.add(weights));
    assertThatThrownBy(() -> kept.get(0).get()).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theWeightsMakeTheNet() {
    TrainedNet trained = PairCounts.of(COUNTS).train("adam", 0.1, 0, 20, 0, NOBODY);
    int[] codePoints = PairCounts.of(COUNTS).codePoints();
    Predictor net = Engine.net(codePoints, trained.weights());
    BigramNet expected = BigramNet.of(COUNTS.vocabulary(), trained.weights());
    assertThat(net.table()).isEqualTo(Predictor.ofBigrams(expected).table());
    assertThat(net.averageNll(PairCounts.of(COUNTS))).isEqualTo(trained.loss(), within(1e-14));
  }

  @Test
  void settingsThatCantWorkAreRefused() {
    PairCounts counts = PairCounts.of(COUNTS);
    assertThatThrownBy(() -> counts.train("fast", 1, 0, 1, 0, NOBODY))
        .hasMessageStartingWith("there is no descent 'fast'; there are row-scaled-momentum");
    assertThatThrownBy(() -> counts.train("plain", 0, 0, 1, 0, NOBODY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("learning rate");
    assertThatThrownBy(() -> counts.train("plain", 1, -1, 1, 0, NOBODY))
        .hasMessage("smoothing must be a finite number >= 0, was -1.0");
    assertThatThrownBy(() -> counts.train("plain", 1, 0, -1, 0, NOBODY))
        .hasMessage("steps must be >= 0, was -1");
    assertThatThrownBy(() -> counts.train("plain", 1e6, 0, 2_000, 0, NOBODY))
        .isInstanceOf(TrainingDivergedException.class);
  }
}
