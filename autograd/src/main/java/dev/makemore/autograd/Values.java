package dev.makemore.autograd;

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
   * The values as an unmodifiable list. If they are evenly spaced on their tape, as those recorded
   * one after another are, the list is a view: it holds no values, only where they are, and makes a
   * {@code Value} whenever one is read. A {@code subList} of a view is a view. Operations on views
   * take a fraction of the time.
   *
   * @throws IllegalStateException if a rewind has dropped one of them
   */
  public static List<Value> list(Value... values) {
    return StridedView.listOf(values);
  }

  /** The sum of the values. */
  public static Value sum(List<Value> values) {
    return record(Operation.SUM, known(values));
  }

  /** The sum of the values. */
  public static Value sum(Value... values) {
    return record(Operation.SUM, list(values));
  }

  /** The arithmetic mean of the values. */
  public static Value mean(List<Value> values) {
    return record(Operation.MEAN, known(values));
  }

  /** The largest of the values. If several are equal, the gradient goes to the first of them. */
  public static Value max(List<Value> values) {
    return record(Operation.LARGEST, known(values));
  }

  /**
   * The value at an index that is itself a value on the tape: a leaf with a whole number, which may
   * change from one {@linkplain Tape#replay replay} to the next. The derivative toward the index is
   * 0.
   *
   * <p>Values that are not evenly spaced on their tape are copied first, a node each.
   *
   * @throws IndexOutOfBoundsException unless the index is a whole number from 0 to below the number
   *     of values; also from a replay. The results on the tape are then of no use, until the index
   *     is set to a valid one and all is replayed
   */
  public static Value pick(List<Value> values, Value index) {
    List<Value> from = known(values);
    Tape tape = tapeOf(from);
    StridedView spaced =
        from instanceof StridedView view
            ? view
            : (StridedView) Vectors.map(from, x -> x.times(1)); // side by side
    Picked.record(tape, spaced, index);
    return tape.last();
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
    requireSameSize(weights.length, b.size());
    Tape tape = begin(Operation.DOT_CONSTANTS, known(b));
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
    return record(Operation.LOG_SUM_EXP, known(logits));
  }

  /**
   * The values as probabilities: e<sup>z<sub>i</sub></sup> divided by the sum of all
   * e<sup>z<sub>k</sub></sup>. The largest value is subtracted from all of them first, so that none
   * overflows and large ones lose no digits. The list is unmodifiable.
   */
  public static List<Value> softmax(List<Value> logits) {
    List<Value> zs = known(logits);
    Value largest = max(zs);
    List<Value> exps = Vectors.map(zs, z -> z.minus(largest).exp());
    Value sum = sum(exps);
    return Vectors.map(exps, e -> e.dividedBy(sum));
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
    List<Value> zs = known(logits);
    if (target < 0 || target >= zs.size()) {
      throw new IndexOutOfBoundsException(
          "target must be one of " + zs.size() + " logits, counted from 0, was " + target);
    }
    Tape tape = begin(Operation.CROSS_ENTROPY_OF, zs);
    tape.constant[tape.size()] = target;
    return tape.finish(Operation.CROSS_ENTROPY_OF);
  }

  /**
   * The same for a target that is itself a value on the tape: a leaf with a whole number, which may
   * change from one {@linkplain Tape#replay replay} to the next. The derivative toward the target
   * is 0.
   *
   * @throws IndexOutOfBoundsException also from a replay; the results on the tape are then of no
   *     use, until the target is set to an index and all is replayed
   */
  public static Value crossEntropy(List<Value> logits, Value target) {
    List<Value> zs = known(logits);
    Tape tape = tapeOf(zs);
    int k = tape.begin(Operation.CROSS_ENTROPY_AT, zs.size() + 1);
    k = tape.operands(zs, k);
    tape.operand[k] = target.indexOn(tape);
    return tape.finish(Operation.CROSS_ENTROPY_AT);
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
    List<Value> zs = known(logits);
    if (weights.length != zs.size()) {
      throw new IllegalArgumentException(
          zs.size() + " logits need as many weights, had " + weights.length);
    }
    double[] copy = weights.clone();
    for (double w : copy) {
      if (!(w >= 0 && w < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("a weight must be a finite number >= 0, was " + w);
      }
    }
    Tape tape = begin(Operation.CROSS_ENTROPY, zs);
    tape.weigh(copy);
    return tape.finish(Operation.CROSS_ENTROPY);
  }

  private static Value inner(List<Value> a, List<Value> b, @Nullable Value c) {
    requireSameSize(a.size(), b.size());
    List<Value> left = known(a);
    List<Value> right = known(b);
    Tape tape = tapeOf(left);
    Dot.record(tape, left, right, c);
    return tape.last();
  }

  /**
   * The values of a list, which is a view where they are evenly spaced. A list may compute its
   * values only when they are read, and so record other nodes at that time. Reading all of them
   * first keeps those nodes apart from the one that is recorded next.
   */
  static List<Value> known(List<Value> values) {
    return values instanceof StridedView view ? view : list(values.toArray(new Value[0]));
  }

  /** The tape of the first value. */
  static Tape tapeOf(List<Value> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("at least one value is needed, there is none");
    }
    return values instanceof StridedView view ? view.tape : values.get(0).tape();
  }

  private static Value record(Operation by, List<Value> values) {
    return begin(by, values).finish(by);
  }

  private static Tape begin(Operation by, List<Value> values) {
    Tape tape = tapeOf(values);
    int k = tape.begin(by, values.size()); // may move the operands of the tape
    tape.operands(values, k);
    return tape;
  }

  private static void requireSameSize(int left, int right) {
    if (left != right) {
      throw new IllegalArgumentException(
          "a dot product needs two lists of one size, these have " + left + " and " + right);
    }
  }
}
