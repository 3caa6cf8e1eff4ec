package dev.makemore.autograd.optim;

import dev.makemore.autograd.Value;
import dev.makemore.autograd.Vectors;
import java.util.List;
import java.util.Objects;

/**
 * Adam: steps of about the learning rate in each parameter, whatever the size of its gradient g.
 *
 * <p>Each parameter p has running means of g and of g<sup>2</sup>, which start at 0. Step t,
 * counted from 1, is
 *
 * <pre>
 *     m = beta1 * m + (1 - beta1) * g
 *     v = beta2 * v + (1 - beta2) * g^2
 *     p = p - rate * (m / (1 - beta1^t)) / (sqrt(v / (1 - beta2^t)) + epsilon)
 * </pre>
 *
 * <p>where the divisions by 1 - beta<sup>t</sup> correct for the start at 0. The defaults are beta1
 * = 0.9, beta2 = 0.999 and epsilon = 1e-8 (D. Kingma and J. Ba, "Adam: A Method for Stochastic
 * Optimization", ICLR 2015, algorithm 1).
 */
public final class Adam implements Optimizer {

  private final List<Value> parameters;
  private final LearningRate rate;
  private final double beta1;
  private final double beta2;
  private final double epsilon;
  private final double[] m;
  private final double[] v;
  private long steps;

  private Adam(
      List<Value> parameters, LearningRate rate, double beta1, double beta2, double epsilon) {
    this.parameters = parameters;
    this.rate = Objects.requireNonNull(rate, "rate");
    this.beta1 = beta1;
    this.beta2 = beta2;
    this.epsilon = epsilon;
    this.m = new double[parameters.size()];
    this.v = new double[parameters.size()];
  }

  /**
   * Adam with the betas and the epsilon of the paper.
   *
   * @throws IllegalArgumentException if there are no parameters, if one is given twice, or if one
   *     is not a leaf
   */
  public static Adam of(List<Value> parameters, LearningRate rate) {
    return new Adam(Requirements.parameters(parameters), rate, 0.9, 0.999, 1e-8);
  }

  /**
   * Returns a new optimizer with these betas, the weights of the past in the running means, at step
   * 0.
   *
   * @throws IllegalArgumentException unless both are &gt;= 0 and &lt; 1
   */
  public Adam withBetas(double newBeta1, double newBeta2) {
    Requirements.fraction("beta1", newBeta1);
    Requirements.fraction("beta2", newBeta2);
    return new Adam(parameters, rate, newBeta1, newBeta2, epsilon);
  }

  /**
   * Returns a new optimizer with this epsilon, which keeps the divisor above 0, at step 0.
   *
   * @throws IllegalArgumentException unless it is finite and &gt; 0
   */
  public Adam withEpsilon(double newEpsilon) {
    Requirements.positive("epsilon", newEpsilon);
    return new Adam(parameters, rate, beta1, beta2, newEpsilon);
  }

  /**
   * Returns a new optimizer that goes on where another one was, to resume a training.
   *
   * @param stepsTaken the {@link #steps()} of the other
   * @param otherFirstMoments its {@link #firstMoments()}
   * @param otherSecondMoments its {@link #secondMoments()}
   * @throws IllegalArgumentException unless there is a finite number for each parameter in both,
   *     and the steps and second moments are &gt;= 0
   */
  public Adam resumedAt(long stepsTaken, double[] otherFirstMoments, double[] otherSecondMoments) {
    Requirements.notNegative("number of steps", (double) stepsTaken);
    Objects.requireNonNull(otherFirstMoments, "first moments");
    Objects.requireNonNull(otherSecondMoments, "second moments");
    Adam resumed = new Adam(parameters, rate, beta1, beta2, epsilon);
    resumed.steps = stepsTaken;
    Requirements.size("first moments", parameters.size(), otherFirstMoments.length);
    Requirements.size("second moments", parameters.size(), otherSecondMoments.length);
    for (int i = 0; i < m.length; i++) {
      Requirements.finite("first moment", otherFirstMoments[i]);
      Requirements.notNegative("second moment", otherSecondMoments[i]);
      resumed.m[i] = otherFirstMoments[i];
      resumed.v[i] = otherSecondMoments[i];
    }
    return resumed;
  }

  /** The running mean m of each parameter's gradient, in a new array. */
  public double[] firstMoments() {
    return m.clone();
  }

  /** The running mean v of each parameter's squared gradient, in a new array. */
  public double[] secondMoments() {
    return v.clone();
  }

  @Override
  public void step() {
    double r = Requirements.rate(rate, steps);
    double t = ++steps;
    double mCorrection = 1 - StrictMath.pow(beta1, t);
    double vCorrection = 1 - StrictMath.pow(beta2, t);
    double[] p = Vectors.data(parameters);
    double[] gradient = Vectors.gradients(parameters);
    for (int i = 0; i < p.length; i++) {
      double g = gradient[i];
      m[i] = beta1 * m[i] + (1 - beta1) * g;
      v[i] = beta2 * v[i] + (1 - beta2) * g * g;
      p[i] -= r * (m[i] / mCorrection) / (Math.sqrt(v[i] / vCorrection) + epsilon);
    }
    Vectors.set(parameters, p);
  }

  @Override
  public long steps() {
    return steps;
  }
}
