package dev.makemore.autograd;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The inner product of two lists: the sum over i of a<sub>i</sub> b<sub>i</sub>, plus c if there is
 * one. It is most of what a network computes.
 *
 * <p>The partial toward each number is the number that it was multiplied by, so the tape need not
 * write it down: {@link #propagate} reads it when going backward. For w = (2, 3) at 0 and 1, x =
 * (5, 7) at 2 and 3 and c = 11 at 4 the operands on the tape are the left places, the right places
 * and that of c:
 *
 * <pre>
 *     5: 42   0 1  2 3  4             2 * 5 + 3 * 7 + 11
 * </pre>
 *
 * <p>Of two {@linkplain StridedView views} the first place, the stride and the size say the same:
 *
 * <pre>
 *     5: 42   0 1  2 1  2  4          from 0 in steps of 1, from 2 in steps of 1, both of size 2
 * </pre>
 *
 * <p>Both forms add in the same order, so they give the same bits.
 */
final class Dot {

  private static final int SPACED = 5; // the operands of the form for views, without c

  private static final int NONE = -1; // the place of c, if there is none

  private Dot() {}

  /** Records the inner product of two lists of one size. */
  static void record(Tape tape, List<Value> a, List<Value> b, @Nullable Value c) {
    if (a instanceof StridedView left && b instanceof StridedView right) {
      int bias = c == null ? NONE : c.indexOn(tape);
      recordViews(left, left.firstOn(tape), right.firstOn(tape), right.stride, bias);
    } else {
      int k = tape.begin(Operation.DOT, 2 * a.size() + (c == null ? 0 : 1));
      k = tape.operands(a, k);
      k = tape.operands(b, k);
      if (c != null) {
        tape.operand[k] = c.indexOn(tape);
      }
      tape.compute(Operation.DOT);
    }
  }

  /** Records the inner product of a view with each row of a matrix, plus a bias if there is one. */
  static void recordAll(StridedView x, StridedMatrix rows, @Nullable StridedView biases) {
    Tape tape = x.tape;
    int left = x.firstOn(tape);
    int right = rows.firstOn(tape);
    int bias = biases == null ? NONE : biases.firstOn(tape);
    for (int j = 0; j < rows.size(); j++) {
      recordViews(x, left, right, rows.stride(), bias);
      right += rows.distance();
      bias += biases == null ? 0 : biases.stride;
    }
  }

  /**
   * Records the form for views.
   *
   * @param left the place of the first value of x
   * @param right that of the view to multiply it by
   * @param bias that of what is added, or NONE
   */
  private static void recordViews(StridedView x, int left, int right, int rightStride, int bias) {
    Tape tape = x.tape;
    int k = tape.begin(Operation.DOT_OF_VIEWS, bias == NONE ? SPACED : SPACED + 1);
    int[] operand = tape.operand;
    operand[k] = left;
    operand[k + 1] = x.stride;
    operand[k + 2] = right;
    operand[k + 3] = rightStride;
    operand[k + 4] = x.size();
    if (bias != NONE) {
      operand[k + SPACED] = bias;
    }
    tape.compute(Operation.DOT_OF_VIEWS);
  }

  /** The result of the listed form. */
  static double listed(Tape tape) {
    double[] data = tape.data;
    int[] operand = tape.operand;
    int first = tape.first();
    int end = tape.end();
    int n = (end - first) / 2;
    double sum = 0;
    for (int k = first; k < first + n; k++) {
      sum += data[operand[k]] * data[operand[k + n]];
    }
    return first + 2 * n < end ? sum + data[operand[end - 1]] : sum;
  }

  /** Adds to the gradients of the operands of a listed form their share of its gradient g. */
  static void propagate(Tape tape, int first, int end, double g) {
    double[] data = tape.data;
    double[] gradient = tape.gradient;
    int[] operand = tape.operand;
    int n = (end - first) / 2;
    for (int k = first; k < first + n; k++) {
      int a = operand[k];
      int b = operand[k + n];
      gradient[a] += data[b] * g; // d(x y)/dx = y
      gradient[b] += data[a] * g; // d(x y)/dy = x
    }
    if (first + 2 * n < end) {
      gradient[operand[end - 1]] += g;
    }
  }

  /** The result of the form for views. */
  static double ofViews(Tape tape) {
    double[] data = tape.data;
    int[] operand = tape.operand;
    int first = tape.first();
    int a = operand[first];
    int strideA = operand[first + 1];
    int b = operand[first + 2];
    int strideB = operand[first + 3];
    double sum = 0;
    for (int n = operand[first + 4]; n > 0; n--) {
      sum += data[a] * data[b];
      a += strideA;
      b += strideB;
    }
    return first + SPACED < tape.end() ? sum + data[operand[first + SPACED]] : sum;
  }

  /** Adds to the gradients of the operands of views their share of the gradient g. */
  static void propagateToViews(Tape tape, int first, int end, double g) {
    double[] data = tape.data;
    double[] gradient = tape.gradient;
    int[] operand = tape.operand;
    int a = operand[first];
    int strideA = operand[first + 1];
    int b = operand[first + 2];
    int strideB = operand[first + 3];
    int n = operand[first + 4];
    if (a == b && strideA == strideB) { // squares: the loop below would wait for each first write
      for (; n > 0; n--) {
        double share = data[a] * g;
        gradient[a] = gradient[a] + share + share;
        a += strideA;
      }
    }
    for (; n > 0; n--) {
      gradient[a] += data[b] * g;
      gradient[b] += data[a] * g;
      a += strideA;
      b += strideB;
    }
    if (first + SPACED < end) {
      gradient[operand[first + SPACED]] += g;
    }
  }

  /** The operands of either form as a reader expects them: a0, b0, a1, b1, ..., and c. */
  static int[] operands(Operation form, int... written) {
    boolean spaced = form == Operation.DOT_OF_VIEWS;
    int n = spaced ? written[4] : written.length / 2;
    boolean hasC = written.length > (spaced ? SPACED : 2 * n);
    int[] operands = new int[2 * n + (hasC ? 1 : 0)];
    for (int i = 0; i < n; i++) {
      operands[2 * i] = spaced ? written[0] + i * written[1] : written[i];
      operands[2 * i + 1] = spaced ? written[2] + i * written[3] : written[n + i];
    }
    if (hasC) {
      operands[2 * n] = written[written.length - 1];
    }
    return operands;
  }

  /** The partials toward these operands: the partner's data each, and 1 toward c. */
  static double[] partials(double[] data, int... operands) {
    double[] partials = new double[operands.length];
    int pairs = operands.length / 2 * 2;
    Arrays.setAll(partials, k -> k < pairs ? data[operands[k ^ 1]] : 1); // k ^ 1: 1, 0, 3, 2, ...
    return partials;
  }
}
