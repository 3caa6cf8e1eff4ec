package dev.makemore.bigram.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.autograd.Tape;
import dev.makemore.autograd.Value;
import dev.makemore.autograd.nn.Linear;
import dev.makemore.bigram.count.CountModel;
import dev.makemore.model.Corpus;
import dev.makemore.model.Divergence;
import dev.makemore.model.Evaluation;
import dev.makemore.model.LanguageModel;
import dev.makemore.model.Transitions;
import dev.makemore.model.Vocabulary;
import dev.makemore.model.contract.Corpora;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/**
 * The heart of the project: counting and gradient descent arrive at the same table.
 *
 * <p>The properties know models as {@link LanguageModel}s alone, whichever way they were made.
 */
class ConvergenceProperties {

  private static final int MAX_STEPS = 2_000;

  @Provide
  Arbitrary<Corpus> corpora() {
    return Corpora.smallNotEmpty();
  }

  private static BigramTrainer trainer(double targetTotalVariation) {
    return BigramTrainer.create()
        .withMaxSteps(MAX_STEPS)
        .withTargetTotalVariation(targetTotalVariation);
  }

  /** The share of each context among all transitions. */
  private static double[] contextShares(Transitions text) {
    double[] shares = new double[text.vocabulary().size()];
    text.forEach((context, next, count) -> shares[context] += (double) count / text.total());
    return shares;
  }

  private static BigramNet randomNet(Vocabulary vocabulary, long seed) {
    return randomNet(vocabulary, seed, 3);
  }

  /** Weights from -w to w. */
  private static BigramNet randomNet(Vocabulary vocabulary, long seed, double w) {
    Random random = new Random(seed);
    int weights = vocabulary.size() * vocabulary.size();
    return BigramNet.of(vocabulary, random.doubles(weights, -1, 1).map(x -> w * x).toArray());
  }

  @Property(tries = 200)
  void countingAndDescentArriveAtTheSameTable(@ForAll("corpora") Corpus corpus) {
    LanguageModel counted = CountModel.fit(corpus);
    LanguageModel trained = trainer(1e-4).train(corpus).net();

    // In a small corpus every character is a context, so every context is a seen one.
    assertThat(Divergence.perContext(counted, trained))
        .allSatisfy(row -> assertThat(row.totalVariation()).isLessThan(1e-3));
    double gap =
        Evaluation.of(trained, corpus).averageNll() - Evaluation.of(counted, corpus).averageNll();
    assertThat(gap).isBetween(-1e-12, 1e-4);
  }

  @Property(tries = 200)
  void addingToEveryPairIsSmoothing(
      @ForAll("corpora") Corpus corpus, @ForAll @DoubleRange(min = 0.5, max = 5) double k) {
    LanguageModel counted = CountModel.fit(corpus, k);
    LanguageModel trained = trainer(5e-7).withSmoothing(k).train(corpus).net();

    assertThat(Divergence.perContext(counted, trained))
        .allSatisfy(row -> assertThat(row.totalVariation()).isLessThan(1e-6));
  }

  /** NLL(net) - NLL(count) = sum over c of w_c KL(p_c || q_c). */
  @Property(tries = 200)
  void whatANetCostsMoreIsItsDivergenceFromTheCounts(
      @ForAll("corpora") Corpus corpus,
      @ForAll long seed,
      @ForAll @DoubleRange(max = 300) double w) {
    LanguageModel counted = CountModel.fit(corpus);
    LanguageModel net = randomNet(corpus.vocabulary(), seed, w);
    double[] shares = contextShares(corpus);
    double divergence =
        IntStream.range(0, shares.length)
            .mapToDouble(c -> shares[c] * Divergence.of(counted, net, c).kl())
            .sum();

    double gap =
        Evaluation.of(net, corpus).averageNll() - Evaluation.of(counted, corpus).averageNll();
    assertThat(gap).isEqualTo(divergence, within(1e-12 * (1 + gap))).isGreaterThan(-1e-12);
  }

  /** dL / dW_cj = w_c (q_cj - p_cj). */
  @Property(tries = 200)
  void theGradientIsTheDifferenceOfTheTables(@ForAll("corpora") Corpus corpus, @ForAll long seed) {
    LanguageModel counted = CountModel.fit(corpus);
    BigramNet net = randomNet(corpus.vocabulary(), seed);
    double[] shares = contextShares(corpus);
    Linear weights = gradientAt(net, corpus);

    for (int c = 0; c < shares.length; c++) {
      for (int j = 0; j < shares.length; j++) {
        double difference = net.next(c).probability(j) - counted.next(c).probability(j);
        assertThat(weights.weight(c, j).gradient())
            .isEqualTo(shares[c] * difference, within(1e-12));
      }
    }
  }

  /** So the 1-norm of a row's gradient / (2 w_c) is its total variation: the certificate. */
  @Property(tries = 200)
  void theGradientCertifiesTheTotalVariation(@ForAll("corpora") Corpus corpus, @ForAll long seed) {
    LanguageModel counted = CountModel.fit(corpus);
    BigramNet net = randomNet(corpus.vocabulary(), seed);
    double largest =
        Divergence.perContext(counted, net).stream()
            .mapToDouble(Divergence::totalVariation)
            .max()
            .getAsDouble();

    TrainingResult atTheStart =
        BigramTrainer.create().withMaxSteps(0).withInitialWeights(net.weights()).train(corpus);
    assertThat(atTheStart.totalVariation()).isEqualTo(largest, within(1e-12));
  }

  /** m = 2 s / V^2 is the least curvature of the loss with a penalty of strength s. */
  @Property(tries = 100)
  void aPenalizedLossIsAtMostTheSquareOfItsGradientOver2mAboveItsMinimum(
      @ForAll("corpora") Corpus corpus,
      @ForAll @IntRange(max = 20) int steps,
      @ForAll @DoubleRange(min = 0.5, max = 9) double strength) {
    double v = corpus.vocabulary().size();
    BigramTrainer trainer = BigramTrainer.create().withL2(strength).withTargetTotalVariation(0);
    TrainingResult early = trainer.withMaxSteps(steps).train(corpus);
    TrainingResult late = trainer.withMaxSteps(1_000).train(corpus);
    double m = 2 * strength / (v * v);
    double most = early.gradientNorm() * early.gradientNorm() / (2 * m);
    assertThat(early.loss() - late.loss()).isBetween(-1e-14, most + 1e-14);
    assertThat(late.gradientNorm()).isLessThan(1e-6); // so late is at the minimum
  }

  private static Linear gradientAt(BigramNet net, Corpus corpus) {
    int size = net.vocabulary().size();
    Linear weights = Linear.of(Tape.create(), size, size, net.weights());
    Value loss = Batch.of(corpus, 0).averageNll(weights);
    loss.backward();
    return weights;
  }
}
