package dev.makemore.autograd;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/**
 * Compares the gradient of a function that a tape finds with one found by central differences.
 *
 * <p>The numeric derivative with respect to an input x is (f(x + h) - f(x - h)) / 2h. The step h =
 * &epsilon;<sup>1/3</sup> max(1, |x|) with &epsilon; = 2<sup>-52</sup>, about 6e-6, balances the
 * error of the formula, of order h<sup>2</sup>, against the rounding of f, of order &epsilon; / h,
 * and leaves about ten correct digits (W. Press et al., <i>Numerical Recipes</i>, 3rd ed., 2007,
 * section 5.7). Near a kink, such as that of relu at 0, or where f bends sharply within h, the two
 * gradients differ although neither is wrong.
 *
 * @param analytic the gradient found by the tape, an entry for each input
 * @param numeric the gradient found by central differences
 */
public record GradientCheck(List<Double> analytic, List<Double> numeric) {

  private static final double STEP = StrictMath.cbrt(Math.ulp(1.0));

  /**
   * Keeps unmodifiable copies of two gradients.
   *
   * @throws IllegalArgumentException if they differ in size
   */
  public GradientCheck {
    analytic = List.copyOf(analytic);
    numeric = List.copyOf(numeric);
    if (analytic.size() != numeric.size()) {
      throw new IllegalArgumentException(
          "the two gradients must have one size, were of "
              + (analytic.size() + " and " + numeric.size()));
    }
  }

  /**
   * Checks a function at a point. For n inputs the function is computed 2n + 1 times, on a new
   * tape.
   *
   * @param f a function that depends on its inputs only, and records on their tape
   * @param at the point: one number for each input
   * @throws IllegalArgumentException if f returns a value that is on another tape
   */
  public static GradientCheck of(Function<List<Value>, Value> f, double... at) {
    Tape tape = Tape.create();
    List<Value> inputs = tape.values(at);
    Mark foot = tape.mark();

    Value result = f.apply(inputs);
    result.indexOn(tape);
    result.backward();
    List<Double> analytic = inputs.stream().map(Value::gradient).toList();

    List<Double> numeric = new ArrayList<>();
    for (Value input : inputs) {
      double x = input.data();
      DoubleUnaryOperator alongInput =
          moved -> {
            tape.rewind(foot);
            input.set(moved);
            return f.apply(inputs).data();
          };
      numeric.add(slope(alongInput, x));
      input.set(x);
    }
    return new GradientCheck(analytic, numeric);
  }

  /**
   * The largest |a - n| / max(1, |a|, |n|) over the entries a and n of the two gradients: the
   * relative error of large entries, and the absolute error of small ones. Below 1e-7 is good
   * agreement. It is NaN if an entry is NaN, or infinite and not equal to its counterpart.
   */
  public double largestRelativeError() {
    double largest = 0;
    for (int i = 0; i < analytic.size(); i++) {
      double a = analytic.get(i);
      double n = numeric.get(i);
      double scale = Math.max(1, Math.max(Math.abs(a), Math.abs(n)));
      largest = Math.max(largest, a == n ? 0 : Math.abs(a - n) / scale);
    }
    return largest;
  }

  private static double slope(DoubleUnaryOperator f, double x) {
    double h = STEP * Math.max(1, Math.abs(x));
    double above = x + h;
    double below = x - h; // rounded, as is above: their distance is not exactly 2h
    return (f.applyAsDouble(above) - f.applyAsDouble(below)) / (above - below);
  }
}
