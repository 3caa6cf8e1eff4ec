package dev.makemore.bigram.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.makemore.autograd.Tape;
import dev.makemore.autograd.Value;
import dev.makemore.autograd.Values;
import dev.makemore.autograd.nn.Linear;
import dev.makemore.bigram.count.BigramCounts;
import dev.makemore.model.Corpus;
import dev.makemore.model.contract.Corpora;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/**
 * The loss that the trainer records is the one that the lesson spells out, to 1e-12 in the loss and
 * in every gradient.
 */
class BatchProperties {

  @Provide
  Arbitrary<Corpus> corpora() {
    return Corpora.smallNotEmpty();
  }

  /** The loss and its gradient at random weights. */
  private static double[] lossAndGradient(
      Corpus corpus, long seed, Function<Linear, Value> recorded) {
    int size = corpus.vocabulary().size();
    double[] start = new Random(seed).doubles((long) size * size, -3, 3).toArray();
    Linear weights = Linear.of(Tape.create(), size, size, start);
    Value loss = recorded.apply(weights);
    loss.backward();
    List<Double> numbers = new ArrayList<>(List.of(loss.data()));
    weights.parameters().forEach(weight -> numbers.add(weight.gradient()));
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Each transition on its own: the logits, their softmax, -ln of the right one; the mean. */
  private static Value oneAtATime(Corpus corpus, Function<Integer, List<Value>> logits) {
    List<Value> costs = new ArrayList<>();
    corpus.forEach(
        (context, next, count) -> {
          List<Value> exponentials = logits.apply(context).stream().map(Value::exp).toList();
          Value probability = exponentials.get(next).dividedBy(Values.sum(exponentials));
          costs.add(probability.log().negate());
        });
    return Values.sum(costs).dividedBy(costs.size());
  }

  private static List<Value> oneHot(Tape tape, int hot, int size) {
    double[] zeros = new double[size];
    zeros[hot] = 1;
    return tape.values(zeros);
  }

  @Property(tries = 100)
  void aOneHotInputTimesTheWeightsIsTheRowLookUp(
      @ForAll("corpora") Corpus corpus, @ForAll long seed) {
    int size = corpus.vocabulary().size();
    Tape tape = Tape.create();
    double[] start = new Random(seed).doubles((long) size * size, -3, 3).toArray();
    Linear weights = Linear.of(tape, size, size, start);

    Value byProduct = oneAtATime(corpus, context -> weights.apply(oneHot(tape, context, size)));
    byProduct.backward();
    double[] gradients = weights.parameters().stream().mapToDouble(Value::gradient).toArray();

    Value byLookUp = oneAtATime(corpus, weights::row);
    byLookUp.backward();
    assertThat(byProduct.data()).isEqualTo(byLookUp.data(), within(1e-12));
    assertThat(weights.parameters().stream().mapToDouble(Value::gradient).toArray())
        .containsExactly(gradients, within(1e-12));
  }

  @Property(tries = 100)
  void weightedPairsAreOneExampleAtATime(@ForAll("corpora") Corpus corpus, @ForAll long seed) {
    double[] weighted = lossAndGradient(corpus, seed, w -> Batch.of(corpus, 0).averageNll(w));
    double[] plain = lossAndGradient(corpus, seed, w -> oneAtATime(corpus, w::row));
    assertThat(weighted).containsExactly(plain, within(1e-12));
  }

  @Property(tries = 100)
  void aTextAndItsCountsTeachTheSame(@ForAll("corpora") Corpus corpus, @ForAll long seed) {
    BigramCounts counts = BigramCounts.of(corpus);
    assertThat(lossAndGradient(corpus, seed, w -> Batch.of(counts, 0.5).averageNll(w)))
        .containsExactly(
            lossAndGradient(corpus, seed, w -> Batch.of(corpus, 0.5).averageNll(w)), within(1e-15));
  }

  /** Standard error of a mean of 200,000 draws; 5 of them are alpha = 6e-7. */
  @Property(tries = 10, seed = "17")
  void theMiniBatchesOfATextCostOnAverageWhatTheTextCosts(
      @ForAll("corpora") Corpus corpus, @ForAll long seed) {
    Batch all = Batch.of(corpus, 0);
    Random random = new Random(seed);
    double full = lossAndGradient(corpus, seed, all::averageNll)[0];
    double drawn =
        lossAndGradient(
            corpus, seed, w -> all.draw(200_000, all.distribution(), random).averageNll(w))[0];
    // A cost is below 6 + ln 8 = 8.1 nats at weights from -3 to 3, so its deviation is below 4.1.
    assertThat(drawn).isEqualTo(full, within(5 * 4.1 / Math.sqrt(200_000)));
  }

  @Property(tries = 100)
  void aMiniBatchIsOfAsManyTransitionsAsAskedFor(
      @ForAll("corpora") Corpus corpus, @ForAll @IntRange(min = 1, max = 64) int count) {
    Batch all = Batch.of(corpus, 0);
    double[] shares = all.draw(count, all.distribution(), new Random(count)).contextShares();
    assertThat(DoubleStream.of(shares).map(share -> share * count))
        .allMatch(drawn -> Math.abs(drawn - Math.rint(drawn)) < 1e-9);
    assertThat(DoubleStream.of(shares).sum() * count).isEqualTo(count, within(1e-9));
  }
}
