package dev.makemore.autograd.nn;

import dev.makemore.autograd.Value;
import dev.makemore.autograd.Values;
import java.util.ArrayList;
import java.util.List;

/**
 * What training makes small: the average over examples of how wrong each one is. The order of the
 * targets is that of the examples; no examples, or more or fewer targets than examples, are an
 * {@link IllegalArgumentException}.
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
   * The mean of max(0, 1 - label &times; score), which asks each score to be on its label's side of
   * 0, by 1 at least.
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
   * The mean cross-entropy of the targets, in nats: the average of -ln of each target's probability
   * under the softmax of its logits.
   *
   * @param logits the logits of each example
   * @param targets the index of the right logit, for each example
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
