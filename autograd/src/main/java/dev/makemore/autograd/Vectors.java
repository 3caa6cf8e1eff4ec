package dev.makemore.autograd;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Lists of values as vectors: operations whose result is a list again. Each number of a result is a
 * node of its own, and these are recorded side by side wherever that is possible.
 *
 * <p>All lists that are returned are unmodifiable. The errors are those of {@link Values}, and
 * lists whose sizes don't fit are an {@link IllegalArgumentException}.
 */
public final class Vectors {

  private Vectors() {}

  /** The lists one after the other, as one list. Records nothing. */
  public static List<Value> concat(List<List<Value>> lists) {
    int size = 0;
    for (List<Value> list : lists) {
      size += list.size();
    }
    Value[] all = new Value[size];
    int n = 0;
    for (List<Value> list : lists) {
      for (int i = 0; i < list.size(); i++) {
        all[n++] = list.get(i);
      }
    }
    return Values.list(all);
  }

  /**
   * A list cut into rows, the first values first. Records nothing.
   *
   * @param size the number of values of a row, &gt;= 1
   */
  public static List<List<Value>> rows(List<Value> values, int size) {
    if (size < 1 || values.size() % size != 0) {
      throw new IllegalArgumentException(
          values.size() + " values can't be cut into rows of " + size);
    }
    List<List<Value>> rows = new ArrayList<>();
    for (int from = 0; from < values.size(); from += size) {
      rows.add(values.subList(from, from + size));
    }
    StridedMatrix matrix = StridedMatrix.of(rows);
    return matrix != null ? matrix : Collections.unmodifiableList(rows);
  }

  /** A function of each value, in order. */
  public static List<Value> map(List<Value> x, UnaryOperator<Value> function) {
    Value[] result = new Value[x.size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = function.apply(x.get(i));
    }
    return Values.list(result);
  }

  /** a + b: a<sub>i</sub> + b<sub>i</sub> for each i. */
  public static List<Value> plus(List<Value> a, List<Value> b) {
    requireSameSize("vectors to add", a.size(), b.size());
    if (a instanceof StridedView left && b instanceof StridedView right) {
      return each(Operation.PLUS, left, right.firstOn(left.tape), right.stride);
    }
    Value[] result = new Value[a.size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = a.get(i).plus(b.get(i));
    }
    return Values.list(result);
  }

  /** c x: each x<sub>i</sub> times c. */
  public static List<Value> times(List<Value> x, Value c) {
    return x instanceof StridedView view
        ? each(Operation.TIMES, view, c.indexOn(view.tape), 0)
        : map(x, entry -> entry.times(c));
  }

  /** The inner product of x with each row, which is a matrix times x. */
  public static List<Value> dots(List<Value> x, List<List<Value>> rows) {
    return inner(x, rows, null);
  }

  /** The inner product of x with each row, plus the bias of that row: a matrix times x, plus b. */
  public static List<Value> dots(List<Value> x, List<List<Value>> rows, List<Value> biases) {
    requireSameSize("rows and biases", rows.size(), biases.size());
    return inner(x, rows, biases);
  }

  /**
   * The sum of all rows, each times its weight: entry j is the sum over i of weight<sub>i</sub>
   * row<sub>ij</sub>.
   */
  public static List<Value> weightedSum(List<Value> weights, List<List<Value>> rows) {
    requireSameSize("weights and rows", weights.size(), rows.size());
    return dots(weights, columns(rows));
  }

  /** The columns of these rows: the first values of all rows, the second values, and so on. */
  public static List<List<Value>> columns(List<List<Value>> rows) {
    StridedMatrix matrix = StridedMatrix.of(rows);
    if (matrix != null) {
      return matrix.transposed();
    }
    int size = rows.isEmpty() ? 0 : rows.get(0).size();
    for (List<Value> row : rows) {
      requireSameSize("rows of one matrix", size, row.size());
    }
    List<List<Value>> columns = new ArrayList<>();
    for (int j = 0; j < size; j++) {
      Value[] column = new Value[rows.size()];
      for (int i = 0; i < column.length; i++) {
        column[i] = rows.get(i).get(j);
      }
      columns.add(Values.list(column));
    }
    return Collections.unmodifiableList(columns);
  }

  // ---- The numbers of a vector.

  /** The data of each value, in a new array. */
  public static double[] data(List<Value> values) {
    return values instanceof StridedView view
        ? view.copyOf(view.tape.data)
        : values.stream().mapToDouble(Value::data).toArray();
  }

  /** The gradient of each value, in a new array. */
  public static double[] gradients(List<Value> values) {
    return values instanceof StridedView view
        ? view.copyOf(view.tape.gradient)
        : values.stream().mapToDouble(Value::gradient).toArray();
  }

  /**
   * Sets the data of each of these leaves, as {@link Value#set} does.
   *
   * @throws IllegalStateException if one of the values is no leaf; none has changed then
   */
  public static void set(List<Value> leaves, double... data) {
    requireSameSize("leaves and numbers", leaves.size(), data.length);
    List<Value> known = Values.known(leaves);
    boolean areLeaves =
        known instanceof StridedView view
            ? view.areLeaves()
            : known.stream().allMatch(Value::isLeaf);
    if (!areLeaves) {
      throw new IllegalStateException(
          "only leaves can be set, one of these is the result of an operation");
    }
    if (known instanceof StridedView view) {
      view.copyTo(view.tape.data, data);
    } else {
      for (int i = 0; i < data.length; i++) {
        known.get(i).set(data[i]);
      }
    }
  }

  /** Records an operation for each value of a view; the right operands are evenly spaced, too. */
  private static List<Value> each(Operation by, StridedView x, int right, int rightStride) {
    Tape tape = x.tape;
    int left = x.firstOn(tape);
    int start = tape.size();
    for (int i = 0; i < x.size(); i++) {
      int k = tape.begin(by, 2);
      tape.operand[k] = left + i * x.stride;
      tape.operand[k + 1] = right + i * rightStride;
      tape.compute(by);
    }
    return StridedView.since(start, tape);
  }

  private static List<Value> inner(
      List<Value> x, List<List<Value>> rows, @Nullable List<Value> biases) {
    StridedMatrix matrix = StridedMatrix.of(rows);
    if (matrix != null
        && x instanceof StridedView view
        && (biases == null || biases instanceof StridedView)) {
      requireSameSize("vectors of an inner product", view.size(), matrix.columns());
      int first = view.tape.size();
      Dot.recordAll(view, matrix, (StridedView) biases);
      return StridedView.since(first, view.tape);
    }
    List<Value> known = Values.known(x);
    Tape tape = Values.tapeOf(known);
    Value[] result = new Value[rows.size()];
    for (int j = 0; j < result.length; j++) {
      List<Value> row = Values.known(rows.get(j));
      requireSameSize("vectors of an inner product", known.size(), row.size());
      Dot.record(tape, known, row, biases == null ? null : biases.get(j));
      result[j] = tape.last();
    }
    return Values.list(result);
  }

  private static void requireSameSize(String what, int left, int right) {
    if (left != right) {
      throw new IllegalArgumentException(
          what + " must have one size, had " + left + " and " + right);
    }
  }
}
