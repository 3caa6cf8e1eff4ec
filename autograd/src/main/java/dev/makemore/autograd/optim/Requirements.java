package dev.makemore.autograd.optim;

import dev.makemore.autograd.Value;
import dev.makemore.autograd.Values;
import java.util.HashSet;
import java.util.List;

/** What optimizers and learning rates require of their arguments; an error names the number. */
final class Requirements {

  private Requirements() {}

  static void positive(String name, double number) {
    if (!(number > 0 && Double.isFinite(number))) {
      throw new IllegalArgumentException(name + " must be a finite number > 0, was " + number);
    }
  }

  static void notNegative(String name, double number) {
    if (!(number >= 0 && Double.isFinite(number))) {
      throw new IllegalArgumentException(name + " must be a finite number >= 0, was " + number);
    }
  }

  static void finite(String name, double number) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException(name + " must be a finite number, was " + number);
    }
  }

  static void size(String name, int parameters, int numbers) {
    if (parameters != numbers) {
      throw new IllegalArgumentException(
          parameters + " parameters need as many " + name + ", had " + numbers);
    }
  }

  static void fraction(String name, double number) {
    if (!(number >= 0 && number < 1)) {
      throw new IllegalArgumentException(name + " must be >= 0 and < 1, was " + number);
    }
  }

  static void steps(long steps) {
    if (steps < 1) {
      throw new IllegalArgumentException("number of steps must be >= 1, was " + steps);
    }
  }

  /** Returns the rate at a step. A user's own {@link LearningRate} may return any number. */
  static double rate(LearningRate rate, long step) {
    double r = rate.at(step);
    if (!(r >= 0 && Double.isFinite(r))) {
      throw new IllegalArgumentException(
          "learning rate at step " + step + " must be a finite number >= 0, was " + r);
    }
    return r;
  }

  /** Returns the parameters: one at least, all of them leaves, none of them twice. */
  static List<Value> parameters(List<Value> parameters) {
    List<Value> leaves = Values.list(parameters.toArray(Value[]::new));
    if (leaves.isEmpty()) {
      throw new IllegalArgumentException("an optimizer needs at least one parameter, had none");
    }
    HashSet<Value> distinct = new HashSet<>();
    for (Value leaf : leaves) {
      if (!leaf.isLeaf()) {
        throw new IllegalArgumentException(
            "a parameter must be a leaf, this is the result of an operation: " + leaf);
      }
      if (!distinct.add(leaf)) {
        throw new IllegalArgumentException(
            "a parameter must be given once, was given twice: " + leaf);
      }
    }
    return leaves;
  }
}
