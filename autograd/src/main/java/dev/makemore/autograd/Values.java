package dev.makemore.autograd;

import java.util.List;

/**
 * Operations on many values at once. Each of {@code sum}, {@code mean}, {@code dot} and {@code
 * logSumExp} is a single node on the tape, however many values go in, which is much faster than
 * adding them up two by two; {@code softmax} and {@code crossEntropy} are derived from them.
 *
 * <p>Beside the errors of {@link Value}, an empty list is an {@link IllegalArgumentException}: it
 * has no tape to record the result on.
 */
public final class Values {

  private Values() {}

  /** The sum of the values. */
  public static Value sum(List<Value> values) {
    return sum(array(values));
  }

  /** The sum of the values. */
  public static Value sum(Value... values) {
    Tape tape = begin(values);
    double sum = 0;
    for (Value x : values) {
      tape.addOperand(x.indexOn(tape), 1);
      sum += x.data();
    }
    return tape.endNode(Operation.SUM, sum);
  }

  /** The arithmetic mean of the values. */
  public static Value mean(List<Value> values) {
    Value[] xs = array(values);
    Tape tape = begin(xs);
    double sum = 0;
    for (Value x : xs) {
      tape.addOperand(x.indexOn(tape), 1.0 / xs.length);
      sum += x.data();
    }
    return tape.endNode(Operation.MEAN, sum / xs.length);
  }

  /**
   * The inner product: the sum over i of a<sub>i</sub> b<sub>i</sub>.
   *
   * @throws IllegalArgumentException also if the lists differ in size
   */
  public static Value dot(List<Value> a, List<Value> b) {
    Value[] as = array(a);
    Value[] bs = array(b);
    requireSameSize(as.length, bs.length);
    Tape tape = begin(as);
    double sum = 0;
    for (int i = 0; i < as.length; i++) {
      double x = as[i].data();
      double y = bs[i].data();
      tape.addOperand(as[i].indexOn(tape), y); // d(x y)/dx = y
      tape.addOperand(bs[i].indexOn(tape), x); // d(x y)/dy = x
      sum += x * y;
    }
    return tape.endNode(Operation.DOT, sum);
  }

  /**
   * The sum with constant weights: the sum over i of w<sub>i</sub> b<sub>i</sub>.
   *
   * @throws IllegalArgumentException also if there are more or fewer weights than values
   */
  public static Value dot(double[] weights, List<Value> b) {
    Value[] bs = array(b);
    requireSameSize(weights.length, bs.length);
    Tape tape = begin(bs);
    double sum = 0;
    for (int i = 0; i < bs.length; i++) {
      tape.addOperand(bs[i].indexOn(tape), weights[i]);
      sum += weights[i] * bs[i].data();
    }
    return tape.endNode(Operation.DOT_CONSTANTS, sum);
  }

  /**
   * ln of the sum over i of e<sup>z<sub>i</sub></sup>, whose gradient is the softmax of the values.
   *
   * <p>The largest value is subtracted before exp and added after log, so that no finite values
   * overflow: of 1000 and 1000 it is 1000 + ln 2.
   */
  public static Value logSumExp(List<Value> logits) {
    Value[] zs = array(logits);
    Tape tape = begin(zs);
    double max = Double.NEGATIVE_INFINITY;
    for (Value z : zs) {
      max = Math.max(max, z.data());
    }
    double shift = Double.isInfinite(max) ? 0 : max; // infinity - infinity would be NaN
    double total = 0;
    for (Value z : zs) {
      double e = StrictMath.exp(z.data() - shift);
      tape.addOperand(z.indexOn(tape), e);
      total += e;
    }
    tape.scalePartials(1 / total); // d logSumExp / dz_i = e^z_i / sum of all e^z_k
    return tape.endNode(Operation.LOG_SUM_EXP, shift + StrictMath.log(total));
  }

  /**
   * The values as probabilities: e<sup>z<sub>i</sub></sup> divided by the sum of all
   * e<sup>z<sub>k</sub></sup>, computed as exp(z<sub>i</sub> - logSumExp(z)). They sum to one, as
   * closely as the logits are rounded: within 1e-12 for logits of 1000. The list is unmodifiable.
   */
  public static List<Value> softmax(List<Value> logits) {
    Value[] zs = array(logits);
    Value logSumExp = logSumExp(List.of(zs));
    for (int i = 0; i < zs.length; i++) {
      zs[i] = zs[i].minus(logSumExp).exp();
    }
    return List.of(zs);
  }

  /**
   * The cross-entropy, in nats, of a target under the softmax of the logits: -ln of the target's
   * probability, computed as logSumExp(z) - z<sub>target</sub>.
   *
   * @throws IndexOutOfBoundsException unless 0 &lt;= target &lt; the number of logits; so also if
   *     there are none
   */
  public static Value crossEntropy(List<Value> logits, int target) {
    if (target < 0 || target >= logits.size()) {
      throw new IndexOutOfBoundsException(
          "target must be one of " + logits.size() + " logits, counted from 0, was " + target);
    }
    return logSumExp(logits).minus(logits.get(target));
  }

  // A list may compute its values only when asked for them, and so record other nodes meanwhile.
  // Asking for all of them first keeps those nodes out of the one that is recorded here.
  private static Value[] array(List<Value> values) {
    return values.toArray(new Value[0]);
  }

  private static Tape begin(Value[] values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("at least one value is needed, there is none");
    }
    Tape tape = values[0].tape();
    tape.beginNode();
    return tape;
  }

  private static void requireSameSize(int left, int right) {
    if (left != right) {
      throw new IllegalArgumentException(
          "a dot product needs two lists of one size, these have " + left + " and " + right);
    }
  }
}
