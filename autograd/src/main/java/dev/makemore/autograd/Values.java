package dev.makemore.autograd;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Operations on many values at once. Each of {@code sum}, {@code mean}, {@code dot}, {@code
 * logSumExp} and {@code crossEntropy} is a single node on the tape, whatever the number of values,
 * which is much faster than adding them two by two. {@code softmax} is derived from others.
 *
 * <p>The errors are those of {@link Value}. Moreover, an empty list is an {@link
 * IllegalArgumentException}, since it has no tape to record the result on.
 */
public final class Values {

  private Values() {}

  /**
   * The values as an unmodifiable list. The list remembers whether they are side by side on their
   * tape, that is, recorded one after another with nothing in between. {@link #dot(List, List)} of
   * two such lists takes a fraction of the time.
   *
   * @throws IllegalStateException if a rewind has dropped one of them
   */
  public static List<Value> list(Value... values) {
    return Neighbors.listOf(values);
  }

  /** The sum of the values. */
  public static Value sum(List<Value> values) {
    return sum(array(values));
  }

  /** The sum of the values. */
  public static Value sum(Value... values) {
    return record(Operation.SUM, values);
  }

  /** The arithmetic mean of the values. */
  public static Value mean(List<Value> values) {
    return record(Operation.MEAN, array(values));
  }

  /**
   * The inner product: the sum over i of a<sub>i</sub> b<sub>i</sub>.
   *
   * @throws IllegalArgumentException also if the lists differ in size
   */
  public static Value dot(List<Value> a, List<Value> b) {
    return inner(a, b, null);
  }

  /**
   * The inner product plus one more value, such as the bias of a neuron: the sum over i of
   * a<sub>i</sub> b<sub>i</sub>, plus c.
   *
   * @throws IllegalArgumentException also if the lists differ in size
   */
  public static Value dot(List<Value> a, List<Value> b, Value c) {
    return inner(a, b, Objects.requireNonNull(c, "c"));
  }

  /**
   * The weighted sum with constant weights: the sum over i of w<sub>i</sub> b<sub>i</sub>.
   *
   * @throws IllegalArgumentException also if there are more or fewer weights than values
   */
  public static Value dot(double[] weights, List<Value> b) {
    Value[] bs = array(b);
    requireSameSize(weights.length, bs.length);
    Tape tape = begin(Operation.DOT_CONSTANTS, bs);
    for (int i = 0; i < weights.length; i++) {
      tape.partial[tape.first() + i] = weights[i];
    }
    return tape.finish(Operation.DOT_CONSTANTS);
  }

  /**
   * The natural logarithm of the sum over i of e<sup>z<sub>i</sub></sup>. Its gradient is the
   * softmax of the values.
   *
   * <p>The largest value is subtracted before exp and added after log, so that no finite value
   * overflows: the result for 1000 and 1000 is 1000 + ln 2. If all values are -infinity, so is the
   * result, and all gradients are 0.
   */
  public static Value logSumExp(List<Value> logits) {
    return record(Operation.LOG_SUM_EXP, array(logits));
  }

  /**
   * The values as probabilities: e<sup>z<sub>i</sub></sup> divided by the sum of all
   * e<sup>z<sub>k</sub></sup>. The largest value is subtracted from all of them first, so that none
   * overflows and large ones lose no digits. The list is unmodifiable.
   */
  public static List<Value> softmax(List<Value> logits) {
    Value[] zs = array(logits);
    requireSome(zs);
    Value largest = zs[0];
    for (int i = 1; i < zs.length; i++) {
      largest = largest.max(zs[i]);
    }
    Value[] exps = new Value[zs.length];
    for (int i = 0; i < zs.length; i++) {
      exps[i] = zs[i].minus(largest).exp();
    }
    Value sum = sum(exps);
    return Arrays.stream(exps).map(e -> e.dividedBy(sum)).toList();
  }

  /**
   * The cross-entropy, in nats, of a target under the softmax of the logits: -ln of the target's
   * probability, which is logSumExp(z) - z<sub>target</sub>. It is accurate where that difference
   * is not: for the logits 40 and 0 and the target 0 it is e<sup>-40</sup>.
   *
   * @throws IndexOutOfBoundsException unless 0 &lt;= target &lt; the number of logits, so also if
   *     there are no logits
   */
  public static Value crossEntropy(List<Value> logits, int target) {
    Value[] zs = array(logits);
    if (target < 0 || target >= zs.length) {
      throw new IndexOutOfBoundsException(
          "target must be one of " + zs.length + " logits, counted from 0, was " + target);
    }
    double[] oneHot = new double[zs.length];
    oneHot[target] = 1;
    return weightedCrossEntropy(zs, oneHot);
  }

  /**
   * The cross-entropy, in nats, of several targets with constant weights: the sum over k of
   * w<sub>k</sub> times the {@linkplain #crossEntropy(List, int) cross-entropy} of k. If the
   * weights are a distribution p, this is the cross-entropy of p and the softmax.
   *
   * @param weights a finite number &gt;= 0 for each logit
   * @throws IllegalArgumentException also if there are more or fewer weights than logits, or if one
   *     is negative or not finite
   */
  public static Value crossEntropy(List<Value> logits, double[] weights) {
    Value[] zs = array(logits);
    if (weights.length != zs.length) {
      throw new IllegalArgumentException(
          zs.length + " logits need as many weights, had " + weights.length);
    }
    double[] copy = weights.clone();
    for (double w : copy) {
      if (!(w >= 0 && w < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("a weight must be a finite number >= 0, was " + w);
      }
    }
    return weightedCrossEntropy(zs, copy);
  }

  private static Value weightedCrossEntropy(Value[] logits, double[] weights) {
    Tape tape = begin(Operation.CROSS_ENTROPY, logits);
    tape.weigh(weights);
    return tape.finish(Operation.CROSS_ENTROPY);
  }

  private static Value inner(List<Value> a, List<Value> b, @Nullable Value c) {
    requireSameSize(a.size(), b.size());
    if (a instanceof Neighbors left && b instanceof Neighbors right) {
      return Neighbors.dot(left, right, c);
    }
    Value[] as = array(a);
    Value[] bs = array(b);
    requireSome(as);
    Tape tape = as[0].tape();
    int k = tape.begin(Operation.DOT, 2 * as.length + (c == null ? 0 : 1));
    for (int i = 0; i < as.length; i++) {
      tape.operand[k++] = as[i].indexOn(tape);
      tape.operand[k++] = bs[i].indexOn(tape);
    }
    if (c != null) {
      tape.operand[k] = c.indexOn(tape);
    }
    return tape.finish(Operation.DOT);
  }

  // A list may compute its values only when they are read, and so record other nodes at that time.
  // Reading all of them first keeps those nodes apart from the one that is recorded here.
  private static Value[] array(List<Value> values) {
    return values instanceof Neighbors list ? list.values : values.toArray(new Value[0]);
  }

  private static Value record(Operation by, Value[] values) {
    return begin(by, values).finish(by);
  }

  private static Tape begin(Operation by, Value[] values) {
    requireSome(values);
    Tape tape = values[0].tape();
    int k = tape.begin(by, values.length);
    for (Value x : values) {
      tape.operand[k++] = x.indexOn(tape);
    }
    return tape;
  }

  private static void requireSome(Value[] values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("at least one value is needed, there is none");
    }
  }

  private static void requireSameSize(int left, int right) {
    if (left != right) {
      throw new IllegalArgumentException(
          "a dot product needs two lists of one size, these have " + left + " and " + right);
    }
  }
}
