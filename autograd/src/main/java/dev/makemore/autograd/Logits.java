package dev.makemore.autograd;

/**
 * The operations on logits. Each method computes the node at the end of a tape: it writes the
 * partials and returns the result.
 *
 * <p>Everything is relative to the largest logit, z_a, so that nothing overflows and large logits
 * lose no digits. The exponentials of all logits but z_a add up to
 *
 * <pre>
 *     others = sum over k &ne; a of exp(z_k - z_a)         from 0 to n - 1
 * </pre>
 *
 * <p>and all else follows from them without a difference of numbers that are nearly equal:
 *
 * <pre>
 *     p_a    = 1 / (1 + others)                      the softmax
 *     p_k    = exp(z_k - z_a) / (1 + others)         for k &ne; a
 *     1 - p_a = others / (1 + others)
 *     -ln p_k = (z_a - z_k) + ln(1 + others)         both terms are &ge; 0
 * </pre>
 *
 * <p>For the logits 40 and 0, others is e<sup>-40</sup> = 4.2e-18. So -ln p_a is log1p(4.2e-18) =
 * 4.2e-18, where logSumExp - z_a would be 40 - 40 = 0.
 */
final class Logits {

  private Logits() {}

  /** ln of the sum of all exp(z_k); its partials are the softmax. */
  static double logSumExp(Tape tape) {
    int top = indexOfLargest(tape, tape.end());
    double largest = tape.operandData(top);
    double others = exponentials(tape, top, tape.end());
    tape.partial[top] = 1;
    double share = largest == Double.NEGATIVE_INFINITY ? 0 : 1 / (1 + others);
    for (int k = tape.first(); k < tape.end(); k++) {
      tape.partial[k] = share == 0 ? 0 : tape.partial[k] * share;
    }
    return Double.isInfinite(largest) ? largest : largest + StrictMath.log1p(others);
  }

  /** The sum over k of w_k (-ln p_k); its partials are (sum of w) p_k - w_k. */
  static double crossEntropy(Tape tape, double... weights) {
    int first = tape.first();
    int top = indexOfLargest(tape, tape.end());
    double largest = tape.operandData(top);
    double others = exponentials(tape, top, tape.end());
    double costOfTop = StrictMath.log1p(others);
    double cost = 0;
    double besides = 0; // the sum of all weights but that of the largest logit
    for (int k = first; k < tape.end(); k++) {
      double w = weights[k - first];
      double distance = k == top ? 0 : largest - tape.operandData(k);
      cost += w == 0 ? 0 : w * (distance + costOfTop); // 0 times infinity would be NaN
      besides += k == top ? 0 : w;
    }
    double total = besides + weights[top - first];
    double share = total / (1 + others);
    for (int k = first; k < tape.end(); k++) {
      tape.partial[k] = tape.partial[k] * share - weights[k - first];
    }
    tape.partial[top] = besides - others * share; // total p_a - w_a
    return cost;
  }

  /**
   * -ln p_t of one target t, counted from 0; its partials are p_k, less 1 for the target. The same
   * bits as with a weight of 1 for the target and 0 for all others.
   *
   * @param end the end of the logits among the operands
   */
  static double crossEntropyOf(Tape tape, int t, int end) {
    int target = tape.first() + t;
    int top = indexOfLargest(tape, end);
    double others = exponentials(tape, top, end);
    double share = 1 / (1 + others);
    double distance = target == top ? 0 : tape.operandData(top) - tape.operandData(target);
    for (int k = tape.first(); k < end; k++) {
      tape.partial[k] = tape.partial[k] * share;
    }
    tape.partial[target] -= 1;
    tape.partial[top] = (target == top ? 0 : 1) - others * share;
    return distance + StrictMath.log1p(others);
  }

  /** The place of the first NaN, or else of the first of the largest operands. */
  static int indexOfLargest(Tape tape, int end) {
    int top = tape.first();
    for (int k = top + 1; k < end; k++) {
      double z = tape.operandData(k);
      if (z > tape.operandData(top) || Double.isNaN(z)) {
        top = k;
      }
    }
    return top;
  }

  /** Writes exp(z_k - z_a) in place of each partial but that of a, and returns their sum. */
  private static double exponentials(Tape tape, int top, int end) {
    double largest = tape.operandData(top);
    double sum = 0;
    for (int k = tape.first(); k < end; k++) {
      if (k != top) {
        double e = StrictMath.exp(tape.operandData(k) - largest);
        tape.partial[k] = e;
        sum += e;
      }
    }
    return sum;
  }
}
