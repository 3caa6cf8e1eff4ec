package dev.makemore.benchmarks.training;

import dev.makemore.autograd.Mark;
import dev.makemore.autograd.Tape;
import dev.makemore.autograd.Value;
import dev.makemore.autograd.Values;
import dev.makemore.autograd.nn.Activation;
import dev.makemore.autograd.nn.Loss;
import dev.makemore.autograd.nn.MultilayerPerceptron;
import dev.makemore.autograd.optim.GradientDescent;
import dev.makemore.autograd.optim.LearningRate;
import dev.makemore.sampling.Xoshiro256PlusPlus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Full-batch gradient descent for a perceptron of 2-16-16-1 neurons, that learns to tell the points
 * of two moons: the mean hinge loss and 0.0001 times the sum of all squared weights, at rate 0.05.
 *
 * <p>Spelled out two by two these are some 65,000 operations on numbers.
 */
final class Perceptron {

  static final int POINTS = 100;

  private static final double RATE = 0.05;
  private static final double L2 = 1e-4;

  private final double[][] points = new double[POINTS][2];
  private final double[] labels = new double[POINTS];
  private final double[] start = new Recorded().parameters();

  Perceptron() {
    for (int i = 0; i < POINTS; i++) {
      double angle = Math.PI * i / POINTS;
      boolean upper = i % 2 == 0;
      points[i][0] = StrictMath.cos(angle) * (upper ? 1 : -1) + (upper ? 0 : 1);
      points[i][1] = StrictMath.sin(angle) * (upper ? 1 : -1) + (upper ? 0 : 0.5);
      labels[i] = upper ? 1 : -1;
    }
  }

  /** What the C program is to be given. */
  Object[] arguments(int steps) {
    List<Object> arguments = new ArrayList<>(List.of(steps));
    for (double weight : start) {
      arguments.add(weight);
    }
    for (int i = 0; i < POINTS; i++) {
      arguments.addAll(List.of(points[i][0], points[i][1], labels[i]));
    }
    return arguments.toArray();
  }

  /** The expression, recorded operation by operation. */
  Descent recorded() {
    return new Recorded();
  }

  /** The expression, recorded once and replayed from then on. */
  Descent replayed() {
    return new Replayed();
  }

  private class Recorded implements Descent {

    final Tape tape = Tape.create();
    private final RandomGenerator random = Xoshiro256PlusPlus.of(1);
    private final MultilayerPerceptron network =
        MultilayerPerceptron.random(tape, random, Activation.RELU, 2, 16, 16, 1);
    private final List<Value> parameters = network.parameters();
    private final List<List<Value>> inputs = Arrays.stream(points).map(tape::values).toList();
    final Mark foot = tape.mark();
    final GradientDescent descent = GradientDescent.of(parameters, LearningRate.constant(RATE));
    private final List<Value> scores = new ArrayList<>();

    double[] parameters() {
      return parameters.stream().mapToDouble(Value::data).toArray();
    }

    @Override
    public void restart() {
      for (int i = 0; i < start.length; i++) {
        parameters.get(i).set(start[i]);
      }
    }

    @Override
    public double step() {
      tape.rewind(foot);
      Value loss = loss();
      loss.backward();
      descent.step();
      return loss.data();
    }

    Value loss() {
      scores.clear();
      for (List<Value> input : inputs) {
        scores.addAll(network.apply(input));
      }
      Value penalty = Values.dot(parameters, parameters).times(L2);
      return Loss.hinge(scores, labels).plus(penalty);
    }

    @Override
    public double[] gradient() {
      return parameters.stream().mapToDouble(Value::gradient).toArray();
    }
  }

  private final class Replayed extends Recorded {

    private final Value loss = loss();

    @Override
    public double step() {
      tape.replay(foot);
      loss.backward();
      descent.step();
      return loss.data();
    }
  }
}
