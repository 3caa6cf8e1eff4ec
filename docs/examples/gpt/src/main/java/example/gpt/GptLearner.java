package example.gpt;

import dev.makemore.autograd.Mark;
import dev.makemore.autograd.Value;
import dev.makemore.autograd.Vectors;
import dev.makemore.autograd.optim.Adam;
import dev.makemore.autograd.optim.LearningRate;
import dev.makemore.model.Corpus;
import dev.makemore.model.learn.Learner;
import dev.makemore.model.learn.LearnerOption;
import dev.makemore.model.learn.LearnerSettings;
import dev.makemore.model.learn.LearningListener;
import dev.makemore.model.learn.TrainingText;
import dev.makemore.sampling.Xoshiro256PlusPlus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;

/** Trains a {@link Gpt}: one item a step, by Adam, at a rate that falls to 0. */
public final class GptLearner implements Learner {

  static final LearnerOption<Integer> STEPS = number("steps", 5_000, "Take N steps.");
  static final LearnerOption<Double> RATE =
      LearnerOption.number("learning-rate", 0.01, "How far the first step goes.")
          .require("must be above 0 and at most 1", x -> x > 0 && x <= 1);
  static final LearnerOption<Long> SEED =
      LearnerOption.longNumber("seed", 42, "Decides the order of items, and the weights at first.");
  static final LearnerOption<Integer> WIDTH = number("width", 16, "Numbers for each token.");
  static final LearnerOption<Integer> HEADS = number("heads", 4, "Heads that share them.");
  static final LearnerOption<Integer> CONTEXT = number("context", 16, "Tokens to learn and see.");

  private static LearnerOption<Integer> number(String name, int usual, String help) {
    return LearnerOption.wholeNumber(name, usual, help).require("must be >= 1", n -> n >= 1);
  }

  @Override
  public String name() {
    return "gpt";
  }

  @Override
  public String summary() {
    return "trains a small transformer";
  }

  @Override
  public List<LearnerOption<?>> options() {
    return List.of(STEPS, RATE, SEED, WIDTH, HEADS, CONTEXT);
  }

  @Override
  public void check(LearnerSettings settings) {
    shape(settings);
  }

  private static Gpt.Shape shape(LearnerSettings s) {
    return new Gpt.Shape(s.get(WIDTH), s.get(HEADS), s.get(CONTEXT));
  }

  @Override
  public Gpt learn(TrainingText text, LearnerSettings settings, LearningListener listener) {
    RandomGenerator random = Xoshiro256PlusPlus.of(settings.get(SEED));
    Corpus corpus = text.corpus();
    List<String> items = new ArrayList<>(corpus.list());
    for (int i = items.size() - 1; i > 0; i--) { // Fisher and Yates
      Collections.swap(items, i, (int) (random.nextDouble() * (i + 1)));
    }
    Gpt gpt =
        new Gpt(
            corpus.vocabulary(),
            shape(settings),
            (name, count) -> DoubleStream.generate(() -> normal(random)).limit(count).toArray());
    int steps = settings.get(STEPS);
    int end = items.isEmpty() ? 0 : steps;
    LearningRate rate = LearningRate.linear(settings.get(RATE), 0, steps);
    List<Value> parameters = Vectors.concat(List.copyOf(gpt.parameters.values()));
    Adam adam = Adam.of(parameters, rate).withBetas(0.85, 0.99);
    Mark foot = gpt.tape.mark();
    double mean = Double.NaN; // of the last hundred losses or so
    for (int step = 0; listener.goOn((double) step / steps, step, mean) && step < end; step++) {
      Value loss = gpt.loss(corpus.vocabulary().encode(items.get(step % items.size())));
      mean = step == 0 ? loss.data() : mean + (loss.data() - mean) / Math.min(step + 1, 100);
      loss.backward();
      adam.step();
      gpt.tape.rewind(foot);
    }
    return gpt;
  }

  /** A random number with the standard deviation 0.08, normally distributed (Box and Muller). */
  private static double normal(RandomGenerator random) {
    double radius = Math.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
    return 0.08 * radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
  }
}
