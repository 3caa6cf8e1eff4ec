package dev.makemore.autograd.nn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.makemore.autograd.Mark;
import dev.makemore.autograd.Tape;
import dev.makemore.autograd.Value;
import dev.makemore.autograd.optim.Adam;
import dev.makemore.autograd.optim.LearningRate;
import dev.makemore.autograd.optim.Optimizer;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two half moons that reach into each other, which no straight line separates. */
class TwoMoonsTest {

  private static final int POINTS = 200;
  private static final int STEPS = 150;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void aSmallNetworkSeparatesMoreThan99Percent(long seed) {
    RandomGenerator random = new SplitMix64(seed);
    Tape tape = Tape.create();
    var network = MultilayerPerceptron.random(tape, random, Activation.TANH, 2, 8, 8, 1);
    Optimizer adam = Adam.of(network.parameters(), LearningRate.cosine(0.1, 0.01, STEPS));
    List<List<Value>> points = new ArrayList<>();
    double[] labels = new double[POINTS];
    for (int i = 0; i < POINTS; i++) {
      labels[i] = i % 2 == 0 ? 1 : -1;
      points.add(tape.values(moon(labels[i], random)));
    }
    Mark mark = tape.mark();
    for (int step = 0; step < STEPS; step++) {
      tape.rewind(mark);
      Loss.hinge(scores(network, points), labels).backward();
      adam.step();
    }
    assertThat(accuracy(network, points, labels)).isGreaterThan(0.99);

    for (int i = 0; i < POINTS; i++) { // and points it has never seen
      double[] fresh = moon(labels[i], random);
      points.get(i).get(0).set(fresh[0]);
      points.get(i).get(1).set(fresh[1]);
    }
    assertThat(accuracy(network, points, labels)).isGreaterThan(0.97);
  }

  private static double[] moon(double label, RandomGenerator random) {
    double angle = Math.PI * uniform(random);
    double x = StrictMath.cos(angle);
    double y = StrictMath.sin(angle);
    double[] point = label > 0 ? new double[] {x, y} : new double[] {1 - x, 0.5 - y};
    point[0] += noise(random);
    point[1] += noise(random);
    return point;
  }

  // The sum of three uniform numbers from -0.1 to 0.1 has standard deviation 0.1, as usual here.
  private static double noise(RandomGenerator random) {
    return 0.2 * (uniform(random) + uniform(random) + uniform(random) - 1.5);
  }

  private static double uniform(RandomGenerator random) {
    return (random.nextLong() >>> 11) * 0x1p-53;
  }

  private static List<Value> scores(MultilayerPerceptron network, List<List<Value>> points) {
    return points.stream().map(point -> network.apply(point).get(0)).toList();
  }

  private static double accuracy(
      MultilayerPerceptron network, List<List<Value>> points, double... labels) {
    List<Value> scores = scores(network, points);
    int right = 0;
    for (int i = 0; i < labels.length; i++) {
      if (scores.get(i).data() * labels[i] > 0) {
        right++;
      }
    }
    return (double) right / labels.length;
  }
}
