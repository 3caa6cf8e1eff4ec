package dev.makemore.autograd;

import java.util.List;
import org.jspecify.annotations.Nullable;

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

  /**
   * The values as an unmodifiable list. If they stand side by side on their tape, because they were
   * recorded one after another with nothing in between, the list remembers it, and {@link
   * #dot(List, List)} of two such lists takes a fraction of the time.
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
    return sum(begin(Operation.SUM, values));
  }

  static Value sum(Tape tape) {
    double sum = 0;
    for (int k = tape.first(); k < tape.end(); k++) {
      tape.partial[k] = 1;
      sum += tape.operandData(k);
    }
    return tape.endNode(sum);
  }

  /** The arithmetic mean of the values. */
  public static Value mean(List<Value> values) {
    return mean(begin(Operation.MEAN, array(values)));
  }

  static Value mean(Tape tape) {
    int n = tape.end() - tape.first();
    double sum = 0;
    for (int k = tape.first(); k < tape.end(); k++) {
      tape.partial[k] = 1.0 / n;
      sum += tape.operandData(k);
    }
    return tape.endNode(sum / n);
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
   * The inner product and a value more, as a neuron adds its bias: the sum over i of a<sub>i</sub>
   * b<sub>i</sub>, plus c.
   *
   * @throws IllegalArgumentException also if the lists differ in size
   */
  public static Value dot(List<Value> a, List<Value> b, Value c) {
    return inner(a, b, c);
  }

  private static Value inner(List<Value> a, List<Value> b, @Nullable Value c) {
    if (a instanceof Neighbors as && b instanceof Neighbors bs) {
      requireSameSize(as.size(), bs.size());
      return Neighbors.dot(as, bs, c);
    }
    return dot(array(a), array(b), c);
  }

  private static Value dot(Value[] as, Value[] bs, @Nullable Value c) {
    requireSameSize(as.length, bs.length);
    requireSome(as);
    Tape tape = as[0].tape();
    int k = tape.beginNode(Operation.DOT, 2 * as.length + (c == null ? 0 : 1));
    for (int i = 0; i < as.length; i++) {
      tape.operand[k++] = as[i].indexOn(tape);
      tape.operand[k++] = bs[i].indexOn(tape);
    }
    if (c != null) {
      tape.operand[k] = c.indexOn(tape);
    }
    return dot(tape);
  }

  static Value dot(Tape tape) {
    double sum = 0;
    int k = tape.first();
    for (; k < tape.end() - 1; k += 2) {
      double x = tape.operandData(k);
      double y = tape.operandData(k + 1);
      tape.partial[k] = y; // d(x y)/dx = y
      tape.partial[k + 1] = x; // d(x y)/dy = x
      sum += x * y;
    }
    if (k < tape.end()) {
      tape.partial[k] = 1;
      sum += tape.operandData(k);
    }
    return tape.endNode(sum);
  }

  /**
   * The sum with constant weights: the sum over i of w<sub>i</sub> b<sub>i</sub>.
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
    return dotConstants(tape);
  }

  static Value dotConstants(Tape tape) {
    double sum = 0;
    for (int k = tape.first(); k < tape.end(); k++) {
      sum += tape.partial[k] * tape.operandData(k);
    }
    return tape.endNode(sum);
  }

  /**
   * ln of the sum over i of e<sup>z<sub>i</sub></sup>, whose gradient is the softmax of the values.
   *
   * <p>The largest value is subtracted before exp and added after log, so that no finite values
   * overflow: of 1000 and 1000 it is 1000 + ln 2.
   */
  public static Value logSumExp(List<Value> logits) {
    return logSumExp(begin(Operation.LOG_SUM_EXP, array(logits)));
  }

  static Value logSumExp(Tape tape) {
    double max = Double.NEGATIVE_INFINITY;
    for (int k = tape.first(); k < tape.end(); k++) {
      max = Math.max(max, tape.operandData(k));
    }
    double shift = Double.isInfinite(max) ? 0 : max; // infinity - infinity would be NaN
    double total = 0;
    for (int k = tape.first(); k < tape.end(); k++) {
      double e = StrictMath.exp(tape.operandData(k) - shift);
      tape.partial[k] = e;
      total += e;
    }
    double share = 1 / total;
    for (int k = tape.first(); k < tape.end(); k++) {
      tape.partial[k] = tape.partial[k] * share; // d / dz_i = e^z_i / sum of all e^z_k
    }
    return tape.endNode(shift + StrictMath.log(total));
  }

  /**
   * The values as probabilities: e<sup>z<sub>i</sub></sup> divided by the sum of all
   * e<sup>z<sub>k</sub></sup>, computed as exp(z<sub>i</sub> - logSumExp(z)). They sum to one, as
   * closely as the logits are rounded: within 1e-12 for logits of 1000. The list is unmodifiable.
   */
  public static List<Value> softmax(List<Value> logits) {
    Value[] zs = array(logits);
    Value logSumExp = logSumExp(begin(Operation.LOG_SUM_EXP, zs));
    Value[] softmax = new Value[zs.length];
    for (int i = 0; i < zs.length; i++) {
      softmax[i] = zs[i].minus(logSumExp).exp();
    }
    return List.of(softmax);
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
    return values instanceof Neighbors list ? list.values : values.toArray(new Value[0]);
  }

  private static Tape begin(Operation by, Value[] values) {
    requireSome(values);
    Tape tape = values[0].tape();
    int k = tape.beginNode(by, values.length);
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
