package dev.makemore.autograd.optim;

import dev.makemore.autograd.Value;
import dev.makemore.autograd.Vectors;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Gradient descent, optionally with momentum and with a scale for each parameter.
 *
 * <p>Each parameter p has a velocity v, which starts at 0. A step is
 *
 * <pre>
 *     v = momentum * v + scale * gradient
 *     p = p - rate * v
 * </pre>
 *
 * <p>Plain descent has momentum 0 and scales of 1. Momentum: B. Polyak, "Some methods of speeding
 * up the convergence of iteration methods", 1964; in this form I. Sutskever et al., "On the
 * importance of initialization and momentum in deep learning", 2013, section 2, but with the rate
 * outside of v, so that a change of the rate takes effect at once. The scales are a diagonal
 * preconditioner: they lengthen the steps of parameters whose gradients are small by nature, and do
 * not move the optimum.
 */
public final class GradientDescent implements Optimizer {

  private final List<Value> parameters;
  private final LearningRate rate;
  private final double momentum;
  private final double[] scale;
  private final double[] velocity;
  private long steps;

  private GradientDescent(
      List<Value> parameters, LearningRate rate, double momentum, double[] scale) {
    this.parameters = parameters;
    this.rate = Objects.requireNonNull(rate, "rate");
    this.momentum = momentum;
    this.scale = scale;
    this.velocity = new double[parameters.size()];
  }

  /**
   * Plain gradient descent.
   *
   * @throws IllegalArgumentException if there are no parameters, if one is given twice, or if one
   *     is not a leaf
   */
  public static GradientDescent of(List<Value> parameters, LearningRate rate) {
    List<Value> leaves = Requirements.parameters(parameters);
    double[] ones = new double[leaves.size()];
    Arrays.fill(ones, 1);
    return new GradientDescent(leaves, rate, 0, ones);
  }

  /**
   * Returns a new optimizer with this momentum, at step 0 and with velocities of 0.
   *
   * @throws IllegalArgumentException unless 0 &lt;= momentum &lt; 1
   */
  public GradientDescent withMomentum(double newMomentum) {
    Requirements.fraction("momentum", newMomentum);
    return new GradientDescent(parameters, rate, newMomentum, scale);
  }

  /**
   * Returns a new optimizer with these scales, one for each parameter, at step 0 and with
   * velocities of 0. A parameter whose scale is 0 does not move.
   *
   * @throws IllegalArgumentException unless there is one scale for each parameter, each finite and
   *     &gt;= 0
   */
  public GradientDescent withScale(double... perParameterScale) {
    if (perParameterScale.length != parameters.size()) {
      throw new IllegalArgumentException(
          parameters.size() + " parameters need as many scales, had " + perParameterScale.length);
    }
    for (int i = 0; i < perParameterScale.length; i++) {
      Requirements.notNegative("scale of parameter " + i, perParameterScale[i]);
    }
    return new GradientDescent(parameters, rate, momentum, perParameterScale.clone());
  }

  @Override
  public void step() {
    double r = Requirements.rate(rate, steps);
    double[] p = Vectors.data(parameters);
    double[] gradient = Vectors.gradients(parameters);
    for (int i = 0; i < p.length; i++) {
      velocity[i] = momentum * velocity[i] + scale[i] * gradient[i];
      p[i] -= r * velocity[i];
    }
    Vectors.set(parameters, p);
    steps++;
  }

  @Override
  public long steps() {
    return steps;
  }
}
