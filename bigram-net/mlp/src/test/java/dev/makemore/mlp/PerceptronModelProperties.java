package dev.makemore.mlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.model.Corpus;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.NgramCounts;
import dev.makemore.model.contract.Corpora;
import dev.makemore.model.contract.LanguageModelContract;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The contract of a language model, and what training comes to. */
class PerceptronModelProperties extends LanguageModelContract {

  @Override
  protected Arbitrary<? extends LanguageModel> models() {
    return Perceptrons.any();
  }

  @Provide
  Arbitrary<PerceptronModel> perceptrons() {
    return Perceptrons.any();
  }

  @Provide
  Arbitrary<Corpus> small() {
    return Corpora.smallNotEmpty();
  }

  /** By another implementation, to the accuracy of its sums. */
  @Property(tries = 200)
  void theProbabilitiesAreThoseOfThePerceptronByHand(
      @ForAll("perceptrons") PerceptronModel model, @ForAll int random) {
    Shape shape = model.shape();
    ArrayPerceptron byHand =
        new ArrayPerceptron(shape.tokens(), shape.context(), shape.embedding(), shape.hidden());
    System.arraycopy(model.parameters(), 0, byHand.parameters, 0, byHand.parameters.length);
    int[] context = new int[shape.context()];
    for (int i = 0; i < context.length; i++) {
      context[i] = Math.floorMod(random >> i, shape.tokens());
    }
    double[] expected = byHand.probabilities(context);
    for (int next = 0; next < expected.length; next++) {
      assertThat(model.probability(next, context)).isEqualTo(expected[next], within(1e-14));
    }
  }

  /**
   * A perceptron with enough neurons can give each context of a small text a row of its own, and
   * the loss is then least where each row is the counted one.
   */
  @Property(tries = 10)
  void trainingOnASmallTextComesToTheCountedShares(@ForAll("small") Corpus corpus) {
    NgramCounts counts = NgramCounts.of(3, corpus);
    PerceptronModel model =
        PerceptronTrainer.create()
            .withHidden(30)
            .withSteps(1000)
            .withBatchSize(16)
            .withThreads(1)
            .train(counts);
    double[] distance = {0};
    counts.forEach(
        (context, next, count) -> {
          double all = 0;
          for (int j = 0; j < counts.vocabulary().size(); j++) {
            all += counts.count(j, context);
          }
          double share = all / counts.total(); // of the context
          distance[0] += share * Math.abs(model.probability(next, context) - count / all);
        });
    assertThat(distance[0]).isLessThan(0.03);
  }
}
