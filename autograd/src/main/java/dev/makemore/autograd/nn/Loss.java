package dev.makemore.autograd.nn;

import dev.makemore.autograd.Value;
import dev.makemore.autograd.Values;
import java.util.ArrayList;
import java.util.List;

/**
 * The losses that training makes small: how wrong the predictions are, as an average over examples.
 * Targets stand in the order of the examples. It is an {@link IllegalArgumentException} if there
 * are no examples, or if there are more or fewer targets than examples.
 */
public final class Loss {

  private Loss() {}

  /** The mean of (prediction - target)<sup>2</sup>. */
  public static Value meanSquaredError(List<Value> predictions, double... targets) {
    Sizes.requireTargets(predictions.size(), targets.length);
    List<Value> squares = new ArrayList<>();
    for (Value prediction : predictions) {
      Value error = prediction.minus(targets[squares.size()]);
      squares.add(error.times(error));
    }
    return Values.mean(squares);
  }

  /**
   * The mean of max(0, 1 - label &times; score). It is 0 when each score is at least 1 away from 0,
   * on the side of its label.
   *
   * @param labels 1 or -1 for each example
   * @throws IllegalArgumentException also if a label is neither 1 nor -1
   */
  public static Value hinge(List<Value> scores, double... labels) {
    Sizes.requireTargets(scores.size(), labels.length);
    List<Value> shortfalls = new ArrayList<>();
    for (Value score : scores) {
      double label = labels[shortfalls.size()];
      if (Math.abs(label) != 1) {
        throw new IllegalArgumentException("a label must be 1 or -1, was " + label);
      }
      shortfalls.add(score.times(-label).plus(1).relu());
    }
    return Values.mean(shortfalls);
  }

  /**
   * The mean cross-entropy of the targets, in nats: the average of -ln p, where p is the
   * probability of the target under the softmax of the logits.
   *
   * @param logits the logits of each example
   * @param targets the index of the correct logit of each example
   * @throws IndexOutOfBoundsException if a target is not an index of its logits
   */
  public static Value crossEntropy(List<List<Value>> logits, int... targets) {
    Sizes.requireTargets(logits.size(), targets.length);
    List<Value> costs = new ArrayList<>();
    for (List<Value> example : logits) {
      costs.add(Values.crossEntropy(example, targets[costs.size()]));
    }
    return Values.mean(costs);
  }
}
